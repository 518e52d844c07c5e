"""Dates and seconds: a date is as long as its clock makes it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.worktime.clock import HOUR, at, by_date, date_of, whole


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 11, 2), 24)])
def test_a_date_lasts_as_long_as_its_clock_says(day: date, hours: int) -> None:
    start, end = whole(day)
    assert end - start == hours * HOUR


def test_the_clock_shows_a_time_at_one_second() -> None:
    assert at(date(2026, 10, 25), time(5)) - at(date(2026, 10, 25)) == 6 * HOUR


@given(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_every_second_belongs_to_the_date_that_its_clock_shows(moment: datetime) -> None:
    second = int(moment.timestamp())
    assert date_of(second) == datetime.fromtimestamp(second, COPENHAGEN).date()


@given(st.integers(1_750_000_000, 1_850_000_000), st.integers(1, 400_000))
def test_the_parts_by_date_are_the_whole(start: int, length: int) -> None:
    parts = list(by_date((start, start + length)))
    assert [part[0] for _, part in parts] == [start, *(part[1] for _, part in parts[:-1])]
    assert parts[-1][1][1] == start + length
    assert all(whole(day)[0] <= part[0] < part[1] <= whole(day)[1] for day, part in parts)
    assert [day for day, _ in parts] == [parts[0][0] + timedelta(days=n) for n in range(len(parts))]
