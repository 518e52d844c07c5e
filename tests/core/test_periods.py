"""Periods of days: half-open, each side may be open."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.periods import Period, add_months, end_of_month

JUNE = Period(date(2026, 6, 1), date(2026, 7, 1))
DAYS = st.dates(date(2020, 1, 1), date(2020, 3, 1))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start, end = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if start and end and start >= end:
        start, end = min(start, end), max(start, end) + timedelta(days=1)
    return Period(start, end)


def test_a_period_holds_its_start_and_not_its_end() -> None:
    assert [day in JUNE for day in (date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 30), date(2026, 7, 1))] == [
        False,
        True,
        True,
        False,
    ]


def test_a_period_written_with_both_days_ends_the_day_after_the_last() -> None:
    assert Period.through(date(2026, 6, 1), date(2026, 6, 30)) == JUNE
    assert JUNE.last == date(2026, 6, 30)
    assert Period.through(date(2026, 6, 1), None).last is None


@pytest.mark.parametrize("end", [date(2026, 6, 1), date(2026, 5, 1)])
def test_a_period_without_days_is_refused(end: date) -> None:
    with pytest.raises(ValueError, match="must end after it starts: 2026-06-01"):
        Period(date(2026, 6, 1), end)


@given(periods(), periods(), DAYS)
def test_periods_overlap_when_a_day_lies_in_both(one: Period, other: Period, day: date) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    if day in one and day in other:
        assert one.overlaps(other)


@given(periods(), periods(), DAYS)
def test_the_three_parts_of_a_split_hold_every_day_of_the_period_once(one: Period, other: Period, day: date) -> None:
    before, inside, after = one.split(other)
    held = [part is not None and day in part for part in (before, inside, after)]
    assert sum(held) == (day in one)
    assert held[1] == (day in one and day in other)


def test_touching_periods_do_not_overlap() -> None:
    july = Period(date(2026, 7, 1), date(2026, 8, 1))
    assert not JUNE.overlaps(july)
    assert JUNE.split(july) == (JUNE, None, None)
    assert july.split(JUNE) == (None, None, july)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 3, 15), -3, date(2025, 12, 15)),
    ],
)
def test_months_are_added_to_the_same_day_or_the_last_of_a_shorter_month(
    day: date, months: int, expected: date
) -> None:
    assert add_months(day, months) == expected


def test_a_month_ends_on_its_last_day() -> None:
    assert [end_of_month(date(2028, month, 10)).day for month in (1, 2, 4, 12)] == [31, 29, 30, 31]
