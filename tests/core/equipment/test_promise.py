"""A promise runs in working hours only."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.equipment.promise import Opening
from hjemmedag.core.instants import COPENHAGEN, local

OPENING = Opening(time(8), time(16), lambda day: day.weekday() < 5 and day != date(2026, 12, 25))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=COPENHAGEN)


@pytest.mark.parametrize(
    ("asked", "hours", "promised"),
    [
        (at(23, 10), 4, at(23, 14)),
        (at(23, 14), 4, at(24, 10)),  # two hours today, two tomorrow
        (at(23, 12), 4, at(23, 16)),
        (at(27, 15), 4, at(30, 11)),  # over a weekend
        (at(28, 12), 1, at(30, 9)),  # asked on a Saturday
        (at(23, 5), 1, at(23, 9)),
        (at(23, 16), 1, at(24, 9)),
        (at(23, 10), 40, at(30, 10)),
    ],
)
def test_hours_run_while_someone_is_there(asked: datetime, hours: int, promised: datetime) -> None:
    assert OPENING.within_hours(asked, hours) == promised


@pytest.mark.parametrize(
    ("asked", "days", "promised"),
    [
        (at(23, 10), 0, at(23, 16)),
        (at(23, 10), 2, at(25, 16)),
        (at(26, 10), 2, at(30, 16)),
        (at(23, 17), 1, at(25, 16)),  # asked after closing: it counts from tomorrow
    ],
)
def test_days_are_working_days(asked: datetime, days: int, promised: datetime) -> None:
    assert OPENING.within_days(asked, days) == promised


def test_a_holiday_is_no_working_day() -> None:
    asked = datetime(2026, 12, 24, 15, tzinfo=COPENHAGEN)
    assert OPENING.within_hours(asked, 2) == datetime(2026, 12, 28, 9, tzinfo=COPENHAGEN)


@given(st.integers(0, 365 * 24 * 60), st.integers(1, 60))
def test_a_promise_falls_within_the_hours_after_it_was_asked_for(minutes: int, hours: int) -> None:
    asked = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    promised = local(OPENING.within_hours(asked, hours))
    assert promised >= asked + timedelta(hours=hours) - timedelta(hours=1)  # a night of clock changes
    assert OPENING.works(promised.date())
    assert time(8) < promised.timetz().replace(tzinfo=None) <= time(16)
