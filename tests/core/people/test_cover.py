"""Whether someone is always there, day by day against a slow and obvious count."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.people.cover import first_gap, served
from hjemmedag.core.periods import Period

MONDAY = date(2026, 11, 23)
days = st.integers(-20, 40).map(lambda number: MONDAY + timedelta(days=number))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(days)
    length = draw(st.none() | st.integers(1, 30))
    return Period(start, None if length is None else start + timedelta(days=length))


@given(st.lists(periods(), max_size=5))
def test_the_first_gap_is_the_first_day_that_nobody_holds(held: list[Period]) -> None:
    gap = first_gap(MONDAY, held)
    slow = (MONDAY + timedelta(days=number) for number in range(200))
    assert gap == next((day for day in slow if not any(day in period for period in held)), None)


def test_a_period_that_begins_the_day_another_ends_leaves_no_gap() -> None:
    held = [Period(date(2026, 12, 1)), Period(date(2020, 1, 1), date(2026, 12, 1))]
    assert first_gap(MONDAY, held) is None


def test_a_day_between_two_periods_is_a_gap() -> None:
    held = [Period(date(2026, 12, 2)), Period(date(2020, 1, 1), date(2026, 12, 1))]
    assert first_gap(MONDAY, held) == date(2026, 12, 1)


def test_a_grant_serves_only_inside_the_employments() -> None:
    employments = [Period(date(2024, 1, 1), date(2025, 1, 1)), Period(date(2026, 1, 1))]
    assert served(Period(date(2024, 6, 1)), employments) == [
        Period(date(2024, 6, 1), date(2025, 1, 1)),
        Period(date(2026, 1, 1)),
    ]


def test_someone_from_outside_serves_all_of_a_grant() -> None:
    assert served(Period(date(2024, 6, 1)), []) == [Period(date(2024, 6, 1))]
