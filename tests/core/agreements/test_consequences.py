"""What a pattern leads to, before it is asked for."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from hjemmedag.core.agreements.consequences import consequences
from hjemmedag.core.agreements.pattern import Pattern, Window
from hjemmedag.rulebook.load import load

HOURS = dict.fromkeys(range(5), Window(time(8), time(16)))
TWO_DAYS = Pattern(remote=False, cycle_weeks=1, home_days=frozenset({0, 4}), hours=HOURS)


@pytest.mark.parametrize(
    ("weekly_hours", "covered"), [("37", False), ("37.01", True), ("37.1", True), ("40", True), ("30", False)]
)
def test_two_days_of_a_full_week_are_at_the_limit_and_not_above(weekly_hours: str, covered: bool) -> None:
    law = load().on(date(2026, 12, 1))
    found = consequences(TWO_DAYS, weekly_hours=Decimal(weekly_hours), country="DK", law=law)
    assert found.screen_work is covered


def test_nothing_is_said_of_danish_rules_for_a_home_abroad() -> None:
    found = consequences(TWO_DAYS, weekly_hours=Decimal(40), country="SE", law=load().on(date(2026, 12, 1)))
    assert (found.screen_work, found.abroad) == (None, True)


def test_nothing_is_said_for_a_day_that_the_rulebook_knows_no_limit_for() -> None:
    found = consequences(TWO_DAYS, weekly_hours=Decimal(40), country="DK", law=load().on(date(2022, 4, 29)))
    assert (found.screen_limit, found.screen_work) == (None, None)
