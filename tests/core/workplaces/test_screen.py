"""The inspectorate's table line by line, and when weeks above the line have become regular."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hjemmedag.core.workplaces.screen import Because, Limits, Load, Week, by_weeks, judged, lasts, latest

LIMITS = Limits(above=Decimal("14.8"), window=4, lasting=8)
ABOVE, AT = "14.81", "14.8"
NONE, LEAVE = Decimal(), Week(Decimal(), Decimal(), Decimal(), leave=True)


def weeks(*home: str) -> list[Week]:
    return [Week(Decimal(hours), NONE, NONE) for hours in home]


@pytest.mark.parametrize(
    ("home", "fixed", "changing", "desk", "because"),
    [
        (AT, ABOVE, "0", False, Because.OTHER_PLACE),
        (ABOVE, AT, "0", True, Because.HOME),
        (ABOVE, "0", ABOVE, True, Because.HOME),
        (ABOVE, ABOVE, "0", True, Because.HOME),
        (AT, "0", ABOVE, False, Because.OTHER_PLACE),
        ("7.4", "7.4", "0", False, Because.BELOW),
        ("7.4", "7.4", "0.01", False, Because.TOGETHER),
        ("7.4", "7.4", "0.01", True, Because.DESK),
        ("0", ABOVE, "7.4", False, Because.NO_HOME_WORK),
    ],
)
def test_the_table_for_counting_places_together(
    home: str, fixed: str, changing: str, desk: bool, because: Because
) -> None:
    load = Load(Decimal(home), Decimal(fixed), Decimal(changing), weeks=1)
    assert judged(load, LIMITS.above, desk) is because


def test_these_reasons_bring_the_home_under_the_order() -> None:
    assert [each for each in Because if each.covers] == [Because.HOME, Because.TOGETHER, Because.ALL_AT_HOME]


def test_the_latest_window_with_a_week_of_work_counts() -> None:
    assert latest([*weeks("20", "10"), *[LEAVE] * 5], 4) == Load(Decimal(10), NONE, NONE, 1)
    assert latest([LEAVE, LEAVE], 4) is None
    assert by_weeks([LEAVE], LIMITS, compliant_desk=False) is None


@pytest.mark.parametrize(
    ("worked", "regular"),
    [
        (weeks(*[ABOVE] * 7), False),
        (weeks(*[ABOVE] * 8), True),
        (weeks("0", *[ABOVE] * 8), False),
        ([*weeks(*[ABOVE] * 5), *[LEAVE] * 3], True),
        ([*[LEAVE] * 3, *weeks(*[ABOVE] * 5)], False),
        (weeks(*["20"] * 10, "0", "0"), False),
    ],
)
def test_weeks_above_the_line_are_regular_once_they_have_lasted(worked: list[Week], regular: bool) -> None:
    assert lasts(worked, LIMITS, compliant_desk=False) is regular


@pytest.mark.parametrize(("months", "whole"), [(2, 8), (3, 13), (12, 52)])
def test_months_are_rounded_down_to_whole_weeks(months: int, whole: int) -> None:
    assert Limits.weeks(months) == whole
