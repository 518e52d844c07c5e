"""Looking ahead: the latest stop, the next start, what one more entry breaches, and where the hours lead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings

from hjemmedag.core.instants import local, written
from hjemmedag.core.worktime.ahead import added, outlooks, rest
from hjemmedag.core.worktime.check import check
from hjemmedag.core.worktime.clock import instant, second
from hjemmedag.core.worktime.entries import Absence, DailyTotal, TimeEntry, Timesheet
from hjemmedag.core.worktime.limits import Limits
from hjemmedag.rulebook.load import load
from tests.core.worktime.reference import MINUTES
from tests.core.worktime.weeks import worked

ON = date(2026, 11, 30)
LIMITS = Limits.of(load().on(ON))


def at(text: str) -> datetime:
    return local(datetime.fromisoformat(text))


def entry(start: str, end: str) -> TimeEntry:
    return TimeEntry(start=at(start), end=at(end))


MONDAY = Timesheet(
    employee="E1", entries=(entry("2026-11-02T07:00", "2026-11-02T15:00"),), known_from=at("2026-10-26T00:00")
)


@pytest.mark.parametrize(
    ("now", "stop_by", "start_again"),
    [
        ("2026-11-02T15:00", "2026-11-02T20:00+01:00", "2026-11-03T02:00+01:00"),
        ("2026-11-02T19:00", "2026-11-02T20:00+01:00", "2026-11-03T06:00+01:00"),
        ("2026-11-02T21:00", "2026-11-02T20:00+01:00", "2026-11-03T08:00+01:00"),
        ("2026-11-03T02:00", "2026-11-03T15:00+01:00", "2026-11-03T13:00+01:00"),
        ("2026-11-02T06:00", "2026-11-02T19:00+01:00", "2026-11-02T17:00+01:00"),
    ],
)
def test_until_when_one_may_work_and_when_start_again(now: str, stop_by: str, start_again: str) -> None:
    found = rest(MONDAY, LIMITS, now=at(now))
    assert (written(found.stop_by), written(found.start_again)) == (stop_by, start_again)


def test_who_stops_as_late_as_allowed_starts_a_day_after_the_first_start() -> None:
    assert written(rest(MONDAY, LIMITS, now=at("2026-11-02T15:00")).after_latest) == "2026-11-03T07:00+01:00"


@given(worked(6))
@settings(max_examples=200, deadline=None)
def test_working_until_then_breaches_nothing_and_a_minute_more_does(drawn: tuple[int, list[tuple[int, int]]]) -> None:
    spans = drawn[1] or [(drawn[0], drawn[0] + 6)]
    seconds = [(start * MINUTES * 60, end * MINUTES * 60) for start, end in spans]
    now = max(end for _, end in seconds) + 3600
    sheet = Timesheet(
        employee="E1", entries=tuple(TimeEntry(start=instant(start), end=instant(end)) for start, end in seconds)
    )
    stop = second(rest(sheet, LIMITS, now=instant(now)).stop_by)

    def breached(until: int) -> bool:
        more = TimeEntry(start=instant(now), end=instant(until))
        answer = check(replace(sheet, entries=(*sheet.entries, more)), load(), on=ON)
        return any(each.ends == instant(until) for each in answer.findings if each.rule == "worktime.daily_rest")

    if stop > now:
        assert (breached(stop), breached(stop + 60)) == (False, True)
    else:
        assert breached(now + 60)


def test_what_an_evening_entry_would_breach_is_known_before_it_is_saved() -> None:
    after = replace(MONDAY, entries=(*MONDAY.entries, entry("2026-11-02T19:00", "2026-11-02T21:00")))
    [found] = added(MONDAY, after, load(), on=ON)
    assert isinstance(found.starts, datetime)
    assert (found.rule, written(found.starts)) == ("worktime.daily_rest", "2026-11-02T20:00+01:00")
    assert added(after, after, load(), on=ON) == []


def weeks_of(minutes: int, first: date, last: date) -> tuple[DailyTotal, ...]:
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(DailyTotal(day=day, minutes=minutes) for day in days if day.weekday() < 5)


def sheet(minutes: int, **terms: Any) -> Timesheet:
    totals = weeks_of(minutes, date(2026, 7, 1), date(2026, 9, 30))
    return Timesheet(
        employee="E1", totals=totals, known_from=at("2026-07-01T00:00"), known_to=at("2026-10-01T00:00"), **terms
    )


def test_at_37_hours_a_week_no_window_comes_near_the_limit() -> None:
    found = list(outlooks(sheet(444), LIMITS, today=date(2026, 9, 30)))
    assert [each.whole.first for each in found] == [date(2026, 7, 1), date(2026, 8, 1), date(2026, 9, 1)]
    assert [each.passes_on for each in found] == [None, None, None]
    assert found[0].left == 2880 * 60 * 123 // 7 - 66 * 444 * 60


def test_at_50_hours_a_week_the_day_is_named_on_which_the_limit_is_passed() -> None:
    [first, *_] = outlooks(sheet(600), LIMITS, today=date(2026, 9, 30))
    assert first.so_far.average == 3013.0
    assert first.passes_on == date(2026, 10, 26)
    allowed = 2880 * 123 / 7 - 66 * 600
    assert 25 * 66 * 600 / 92 <= allowed < 26 * 66 * 600 / 92


def test_known_holiday_to_come_leaves_less_to_work() -> None:
    away = (Absence(first=date(2026, 10, 12), last=date(2026, 10, 16), kind="annual_leave"),)
    with_leave = next(outlooks(sheet(600, absences=away), LIMITS, today=date(2026, 9, 30)))
    assert (with_leave.whole.neutral, with_leave.left) == (5, 2880 * 60 * 116 // 7 - 66 * 600 * 60)


def test_windows_that_began_before_the_employment_are_left_out() -> None:
    found = outlooks(sheet(444, employed_from=date(2026, 8, 15)), LIMITS, today=date(2026, 9, 30))
    assert [each.whole.first for each in found] == [date(2026, 9, 1)]
