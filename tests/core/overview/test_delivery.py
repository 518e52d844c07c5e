"""When a person may be written to."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from hjemmedag.core.overview.delivery import Hours

HOURS = Hours.weekdays(time(8), time(16))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo("Europe/Copenhagen"))


@pytest.mark.parametrize(
    ("moment", "allowed"),
    [
        (at(23, 7, 59), False),
        (at(23, 8), True),
        (at(23, 15, 59), True),
        (at(23, 16), False),
        (at(28, 10), False),
        (at(29, 10), False),
    ],
)
def test_only_within_the_hours_of_a_working_day(moment: datetime, allowed: bool) -> None:
    assert HOURS.allow(moment, away=False, holidays=()) is allowed


def test_never_to_someone_away_and_never_on_a_holiday() -> None:
    assert HOURS.allow(at(23, 10), away=True, holidays=()) is False
    assert HOURS.allow(at(23, 10), away=False, holidays={date(2026, 11, 23)}) is False
