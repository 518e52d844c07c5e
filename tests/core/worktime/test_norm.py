"""What an ordinary day is agreed to be."""

from __future__ import annotations

from datetime import time
from decimal import Decimal

from hjemmedag.core.agreements.pattern import Window
from hjemmedag.core.worktime.norm import Day, Lunch, norm

OFFICE = Window(time(8), time(17))
EIGHT = time(8)


def test_the_weekly_hours_are_spread_over_the_days_worked() -> None:
    days = norm(Decimal(37), dict.fromkeys(range(5), OFFICE), Lunch(30, paid=True), EIGHT)
    assert days == dict.fromkeys(range(5), Day(480, 924))
    assert days[0].minutes == 444


def test_an_unpaid_lunch_makes_the_day_longer_and_not_the_work() -> None:
    days = norm(Decimal(37), dict.fromkeys(range(5), OFFICE), Lunch(30), EIGHT)
    assert days[4] == Day(480, 954, 30)
    assert days[4].minutes == 444


def test_the_day_ends_when_its_window_shuts() -> None:
    assert norm(Decimal(37), {0: Window(time(9), time(15))}, Lunch(30), EIGHT) == {0: Day(540, 900, 30)}


def test_without_an_arrangement_it_is_monday_to_friday() -> None:
    assert norm(Decimal(10), {}, Lunch(30), time(9)) == dict.fromkeys(range(5), Day(540, 660))


def test_without_hours_nothing_is_agreed() -> None:
    assert norm(Decimal(0), {}, Lunch(), EIGHT) == {}
