"""Figures for groups: nobody's can be found by taking some from others."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.worktime.groups import tellable

LEAST = 10


def told(*months: Mapping[str, int]) -> set[frozenset[str]]:
    return set(tellable(months, LEAST))


def test_a_unit_that_is_large_enough_stands_alone() -> None:
    assert told({"A": 10, "B": 25}) == {frozenset("A"), frozenset("B")}


def test_small_units_are_told_together() -> None:
    assert told({"A": 6, "B": 4, "C": 12}) == {frozenset("AB"), frozenset("C")}


def test_a_single_small_unit_takes_the_smallest_large_one_with_it() -> None:
    assert told({"A": 3, "B": 30, "C": 12}) == {frozenset("AC"), frozenset("B")}


def test_too_few_people_altogether_are_not_told_at_all() -> None:
    assert told({"A": 4, "B": 5}) == set()


def test_what_is_together_in_one_month_is_together_in_the_quarter() -> None:
    assert told({"A": 12, "B": 12}, {"A": 12, "B": 3, "C": 14}, {"A": 12, "B": 12}) == {
        frozenset("AB"),
        frozenset("C"),
    }


def test_what_is_hidden_in_one_month_is_hidden_in_the_quarter() -> None:
    assert told({"A": 12}, {"A": 4}) == set()


SIZES = st.dictionaries(st.sampled_from("ABCDEF"), st.integers(0, 25), min_size=1)


@given(st.lists(SIZES, min_size=3, max_size=3))
def test_no_sum_or_difference_of_what_is_told_is_about_few_people(months: list[dict[str, int]]) -> None:
    """Every union of groups told in a month or in the quarter, and what is left when one is taken from another."""
    for number, sizes in enumerate(months):
        monthly = told(sizes)
        quarterly = {group for group in told(*months) if any(sizes.get(unit) for unit in group)}
        # In one month, a group of the quarter is a union of groups of the month: its figures say nothing new.
        for group in quarterly:
            there = frozenset(unit for unit in group if sizes.get(unit))
            assert there == frozenset().union(*(one for one in monthly if one <= group)), number
        for many in range(1, len(monthly) + 1):
            for some in combinations(monthly, many):
                units = frozenset[str]().union(*some)
                assert sum(sizes[unit] for unit in units) >= LEAST
                rest = frozenset[str]().union(*monthly) - units
                assert not rest or sum(sizes[unit] for unit in rest) >= LEAST


@given(SIZES, st.randoms(use_true_random=False))
def test_the_order_in_which_units_come_changes_nothing(sizes: dict[str, int], luck: Random) -> None:
    units = list(sizes)
    luck.shuffle(units)
    assert told({unit: sizes[unit] for unit in units}) == told(sizes)
