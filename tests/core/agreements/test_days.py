"""Single days beside the pattern: which fact decides, what can be moved, and when days are a habit."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.agreements.days import (
    Because,
    DayState,
    Move,
    Placed,
    overlaid,
    possible_moves,
    regular_since,
    state_of,
    strongest,
)
from hjemmedag.core.agreements.pattern import Place

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)


def week(places: str) -> dict[date, Placed]:
    """ "HOO-H": home, office, office, no work, home."""
    known = {"H": Place.HOME, "O": Place.OFFICE, "-": None}
    return {MONDAY + DAY * number: Placed(known[sign]) for number, sign in enumerate(places)}


def test_a_closed_office_outweighs_what_was_agreed_about_the_day() -> None:
    assert strongest([Because.MOVED_AWAY, Because.CLOSED, Because.AD_HOC]) is Because.CLOSED
    assert strongest([]) is None


@pytest.mark.parametrize(
    ("planned", "because", "place"),
    [
        (Place.HOME, None, Place.HOME),
        (Place.HOME, Because.MOVED_AWAY, Place.OFFICE),
        (Place.OFFICE, Because.MOVED_HERE, Place.HOME),
        (Place.OFFICE, Because.AD_HOC, Place.HOME),
        (Place.OFFICE, Because.CLOSED, Place.HOME),
        (None, Because.CLOSED, None),
    ],
)
def test_a_fact_decides_where_a_day_of_work_is_spent(
    planned: Place | None, because: Because | None, place: Place | None
) -> None:
    assert overlaid(planned, because).place is place


def test_fixed_days_move_to_office_days_of_their_own_week_from_today_on() -> None:
    days = week("HOO-H")
    tuesday, wednesday, friday = MONDAY + DAY, MONDAY + 2 * DAY, MONDAY + 4 * DAY
    assert possible_moves(days, today=tuesday) == [Move(friday, tuesday), Move(friday, wednesday)]
    assert possible_moves(days, today=tuesday, closed_to={tuesday}) == [Move(friday, wednesday)]


def test_a_day_that_is_moved_or_ad_hoc_already_is_no_fixed_day_to_move() -> None:
    days = {MONDAY: Placed(Place.HOME, Because.AD_HOC), MONDAY + DAY: Placed(Place.OFFICE)}
    assert possible_moves(days, today=MONDAY) == []
    assert not Move(MONDAY, MONDAY + 7 * DAY).same_week


def test_days_are_a_habit_from_the_day_that_makes_them_enough() -> None:
    days = [MONDAY - 7 * DAY * week for week in range(6)]
    assert regular_since(days, on=MONDAY, least=6, weeks=8) == MONDAY
    assert regular_since(days[1:], on=MONDAY, least=6, weeks=8) is None
    assert regular_since(days, on=MONDAY, least=6, weeks=5) is None
    assert regular_since(days * 2, on=MONDAY, least=7, weeks=8) is None


@given(st.sets(st.integers(0, 80)), st.integers(1, 8))
def test_a_habit_is_the_count_of_days_in_the_window(back: set[int], least: int) -> None:
    days = {MONDAY - DAY * number for number in back}
    counted = sorted(day for day in days if MONDAY - timedelta(weeks=8) < day <= MONDAY)
    found = regular_since(days, on=MONDAY, least=least, weeks=8)
    assert found == (counted[least - 1] if len(counted) >= least else None)


@pytest.mark.parametrize(
    ("day", "outcome", "withdrawn", "state"),
    [
        (MONDAY, None, False, DayState.WAITING),
        (MONDAY - DAY, None, False, DayState.EXPIRED),
        (MONDAY - DAY, "approved", False, DayState.APPROVED),
        (MONDAY, "refused", False, DayState.REFUSED),
        (MONDAY, "approved", True, DayState.WITHDRAWN),
    ],
)
def test_an_unanswered_day_runs_out_when_it_has_passed(
    day: date, outcome: str | None, withdrawn: bool, state: DayState
) -> None:
    assert state_of(day, on=MONDAY, outcome=outcome, withdrawn=withdrawn) is state
