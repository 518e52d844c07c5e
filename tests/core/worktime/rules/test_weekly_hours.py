"""The average over whole months against the same sum written out, day by day and in fractions."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from hjemmedag.core.worktime.check import check
from hjemmedag.core.worktime.clock import at, instant
from hjemmedag.core.worktime.entries import Absence, DailyTotal, TimeEntry, Timesheet
from hjemmedag.rulebook.load import load

FIRST = date(2026, 6, 25)


@st.composite
def sheets(draw: st.DrawFn) -> Timesheet:
    """Half a year around the limit, some days as totals, some with entries, with absence and different weeks."""
    length, workdays = draw(st.integers(100, 260)), draw(st.sampled_from([3, 5, 5, 6, 7]))
    usual = draw(st.integers(2600, 3000)) * 60 // workdays
    days = [FIRST + timedelta(days=n) for n in range(length)]
    off = set(draw(st.lists(st.sampled_from(days), max_size=30)))
    worked = [day for day in days if day.weekday() < workdays and day not in off]
    absences = tuple(
        Absence(first=first, last=first + timedelta(days=draw(st.integers(0, 20))), kind=kind)
        for first in draw(st.lists(st.sampled_from(days), max_size=3))
        for kind in [draw(st.sampled_from(["annual_leave", "sick", "other"]))]
    )
    absent = {day for absence in absences for day in absence.days} if draw(st.booleans()) else set()
    worked = [day for day in worked if day not in absent]
    split = draw(st.integers(0, len(worked)))
    return Timesheet(
        employee="E1",
        entries=tuple(
            TimeEntry(start=instant(begins), end=instant(begins + usual))
            for begins in (at(day) + 6 * 3600 for day in worked[:split])
        ),
        totals=tuple(DailyTotal(day=day, minutes=usual // 60) for day in worked[split:]),
        absences=absences,
        workdays_per_week=workdays,
        employed_from=draw(st.sampled_from([None, None, FIRST, FIRST + timedelta(days=20)])),
        known_from=instant(at(FIRST)),
        known_to=instant(at(FIRST + timedelta(days=length))),
    )


def expected(sheet: Timesheet) -> tuple[str, list[tuple[date, date, float]]]:
    """What the rule says, in the words it is written in."""
    assert sheet.known_from
    assert sheet.known_to
    seconds: Counter[date] = Counter({total.day: total.minutes * 60 for total in sheet.totals})
    for entry in sheet.entries:
        seconds[entry.start.date()] += int((entry.end - entry.start).total_seconds())
    begins = max(sheet.known_from.date(), sheet.employed_from or date.min)
    ends = sheet.known_to.date() - timedelta(days=1)
    days = [begins + timedelta(days=n) for n in range((ends - begins).days + 1)]
    months: dict[tuple[int, int], list[date]] = {}
    for day in days:
        months.setdefault((day.year, day.month), []).append(day)
    whole = [own for own in months.values() if own[0].day == 1 and (own[-1] + timedelta(days=1)).day == 1]
    windows = [list(chain(*whole[n : n + 4])) for n in range(len(whole) - 3)]
    verdict = "violation"
    if not windows:
        if sheet.employed_from is None:
            return "undetermined", []
        windows, verdict = [days], "provisional"
    found = [
        (own[0], own[-1], round(float(average), 1)) for own in windows if (average := mean(sheet, own, seconds)) > 2880
    ]
    return (verdict if found else "ok"), found


def mean(sheet: Timesheet, days: list[date], seconds: Counter[date]) -> Fraction:
    neutral: dict[date, set[date]] = {}
    for absence in sheet.absences:
        for day in days:
            usual = day.weekday() < max(sheet.workdays_per_week, 5)
            if absence.kind != "other" and absence.first <= day <= absence.last and usual and not seconds[day]:
                neutral.setdefault(day - timedelta(days=day.weekday()), set()).add(day)
    count = sum(min(len(own), sheet.workdays_per_week) for own in neutral.values())
    left = len(days) - Fraction(7 * count, sheet.workdays_per_week)
    return Fraction(sum(seconds[day] for day in days), 60) / (left / 7) if left > 0 else Fraction(0)


@given(sheets())
@settings(max_examples=300, deadline=None)
def test_every_window_is_as_written_out(sheet: Timesheet) -> None:
    answer = check(sheet, load(), on=date(2026, 11, 30))
    found = [
        (each.starts, each.ends, each.measured) for each in answer.findings if each.rule == "worktime.weekly_hours"
    ]
    assert (answer.verdicts["worktime.weekly_hours"], found) == expected(sheet)
