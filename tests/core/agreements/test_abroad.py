"""A period abroad: when more must be told, where it stands, and how much of the work is done there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from hjemmedag.core.agreements.abroad import Side, StayState, away, informs, state_of
from hjemmedag.core.periods import Period
from hjemmedag.rulebook.load import load

LAW = load().on(date(2026, 12, 1))


@pytest.mark.parametrize(("last", "told"), [(date(2027, 1, 28), False), (date(2027, 1, 29), True)])
def test_four_weeks_on_end_are_not_more_than_four(last: date, told: bool) -> None:
    assert informs(date(2027, 1, 1), last, [], LAW) is told


@pytest.mark.parametrize(
    ("others", "told"),
    [
        ([(date(2026, 12, 30), date(2026, 12, 31))], True),
        ([(date(2026, 12, 29), date(2026, 12, 30))], False),
        ([(date(2026, 12, 28), date(2026, 12, 29)), (date(2026, 12, 30), date(2026, 12, 31))], True),
        ([(date(2027, 1, 29), date(2027, 1, 29))], True),
    ],
)
def test_stays_that_touch_are_one(others: list[tuple[date, date]], told: bool) -> None:
    assert informs(date(2027, 1, 1), date(2027, 1, 28), others, LAW) is told


@pytest.mark.parametrize(
    ("answers", "withdrawn", "state"),
    [
        ({}, False, StayState.WAITING),
        ({Side.MANAGER: True}, False, StayState.WAITING),
        ({Side.IT: False}, False, StayState.REFUSED),
        ({Side.MANAGER: True, Side.IT: False}, False, StayState.REFUSED),
        ({Side.MANAGER: True, Side.IT: True}, False, StayState.APPROVED),
        ({Side.MANAGER: True, Side.IT: True}, True, StayState.WITHDRAWN),
    ],
)
def test_a_yes_takes_both_and_one_no_is_a_no(answers: dict[Side, bool], withdrawn: bool, state: StayState) -> None:
    assert state_of(answers, withdrawn=withdrawn) is state


def test_the_share_counts_working_days_of_twelve_months_without_holidays() -> None:
    new_year, end = date(2027, 1, 1), date(2027, 1, 11)
    found = away([Period(new_year, end)], end, workdays={0, 1, 2, 3, 4}, free={new_year}, law=LAW)
    assert (found.there, found.all) == (5, 259)
    assert (found.percent, found.warns) == (Decimal("1.9"), False)
    assert (found.limit, found.oresund, found.warned) == (25, 50, 20)


def test_the_company_is_warned_from_the_share_it_chose() -> None:
    end = date(2027, 1, 1)
    stays = [Period(date(2026, 1, 1), date(2026, 3, 15))]
    assert away(stays, end, workdays=range(7), free=(), law=LAW).percent == Decimal("20.0")
    assert away(stays, end, workdays=range(7), free=(), law=LAW).warns
    assert not away(stays, end, workdays=range(7), free={date(2026, 1, 1)}, law=LAW).warns
