"""A break nobody timed makes the hours shorter and the rest no longer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from hjemmedag.core.law import Verdict
from hjemmedag.core.law.facts import FactsError
from hjemmedag.core.worktime.check import check
from hjemmedag.core.worktime.entries import TimeEntry, Timesheet
from hjemmedag.rulebook.load import load

LONG = TimeEntry(start=datetime(2026, 11, 16, 7, tzinfo=UTC), end=datetime(2026, 11, 16, 16, tzinfo=UTC))


def verdicts(*entries: TimeEntry) -> dict[str, Verdict]:
    return dict(check(Timesheet(employee="E1", entries=entries), load(), on=date(2026, 11, 30)).verdicts)


def test_a_long_day_asks_for_a_break_unless_it_had_one() -> None:
    assert verdicts(LONG)["worktime.breaks"] is Verdict.WARNING
    assert verdicts(replace(LONG, break_minutes=30))["worktime.breaks"] is Verdict.OK


def test_a_break_between_two_late_hours_is_no_rest() -> None:
    late = TimeEntry(start=datetime(2026, 11, 16, 7, tzinfo=UTC), end=datetime(2026, 11, 16, 21, tzinfo=UTC))
    paused, early = (
        replace(late, break_minutes=13 * 60),
        replace(LONG, start=datetime(2026, 11, 17, 6, tzinfo=UTC), end=datetime(2026, 11, 17, 12, tzinfo=UTC)),
    )
    assert verdicts(late, early)["worktime.daily_rest"] is Verdict.VIOLATION
    assert verdicts(paused, early)["worktime.daily_rest"] is Verdict.VIOLATION


@pytest.mark.parametrize("minutes", [-1, 540, 600])
def test_a_break_as_long_as_the_work_or_less_than_none_is_refused(minutes: int) -> None:
    with pytest.raises(FactsError) as refused:
        replace(LONG, break_minutes=minutes)
    assert refused.value.field == "break_minutes"
