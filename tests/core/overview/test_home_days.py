"""Other home days in the same weeks, and the desks that frees: worked out by hand, and for all patterns."""

from __future__ import annotations

from datetime import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.agreements.pattern import Pattern, Window
from hjemmedag.core.overview.home_days import DayRule, Days, all_at_home, at_home, changed, freed, of_days, without

HOURS = dict.fromkeys(range(5), Window(time(8), time(16)))


def week(*days: int, weeks: int = 1, worked: int = 5) -> Pattern:
    hours = {day: window for day, window in HOURS.items() if day < worked}
    return Pattern(remote=False, cycle_weeks=weeks, home_days=frozenset(days), hours=hours)


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        (DayRule(Days.MORE, 1), week(1, 2), {1, 2, 4}),
        (DayRule(Days.MORE, 1), week(0, 4), {0, 3, 4}),
        (DayRule(Days.MORE, 2), week(0, worked=4), {0, 3, 1}),
        (DayRule(Days.MORE, 5), week(0), {0, 1, 2, 3, 4}),
        (DayRule(Days.MORE, 1), week(0, 7, weeks=2), {0, 4, 7, 9}),
        (DayRule(Days.FEWER, 1), week(0, 2, 4), {0, 4}),
        (DayRule(Days.FEWER, 3), week(0, 4), set()),
        (DayRule(Days.MOST, 2), week(0, 1, 3, 4), {0, 4}),
        (DayRule(Days.MOST, 2), week(1), {1}),
        (DayRule(Days.MOST, 0), week(1), set()),
        (DayRule(share=40), week(0, 1, 4), {0, 4}),
        (DayRule(share=50), week(0, 4, 5, 7, 8, 9, weeks=2), {0, 4, 5, 8, 9}),
        (DayRule(Days.MORE, 1, share=60), week(0, 3, 4), {0, 3, 4}),
        (DayRule(share=0), week(0), set()),
    ],
)
def test_days_are_added_from_the_ends_of_the_week_and_taken_from_its_middle(
    rule: DayRule, before: Pattern, after: set[int]
) -> None:
    assert changed(before, rule).home_days == after


def test_a_week_that_becomes_all_home_is_remote_and_one_with_less_is_not() -> None:
    full = changed(week(0, 1, 3, 4), DayRule(Days.MORE, 1))
    assert (full.remote, all_at_home(full), changed(full, DayRule(Days.MOST, 4)).remote) == (True, True, False)


def test_without_hours_all_five_days_are_worked() -> None:
    earlier = Pattern(remote=False, cycle_weeks=1, home_days=frozenset({0}))
    assert changed(earlier, DayRule(Days.MORE, 4)).home_days == {0, 1, 2, 3, 4}


def test_no_day_at_home_is_not_all_at_home() -> None:
    assert (all_at_home(without(week(0))), of_days(0).home_days, of_days(2).home_days) == (False, set(), {0, 4})


def test_a_day_every_other_week_frees_half_a_desk() -> None:
    before = at_home([week(0), week(0, 4)])
    after = at_home([week(0), week(0, 4, 9, weeks=2), week(2)])
    assert before == (2, 0, 0, 0, 1)
    assert after == (Fraction(3, 2), 0, 1, 0, 1)
    assert freed(before, after) == (Fraction(-1, 2), 0, 1, 0, 0)


patterns = st.builds(
    lambda weeks, worked, days: week(
        *(day for day in days if day < weeks * 5 and day % 5 < worked), weeks=weeks, worked=worked
    ),
    st.sampled_from((1, 2)),
    st.integers(1, 5),
    st.sets(st.integers(0, 9)),
)


@given(patterns)
def test_the_empty_change_leaves_every_pattern_as_it_is(pattern: Pattern) -> None:
    rules = (DayRule(), DayRule(Days.MORE, 0), DayRule(Days.FEWER, 0), DayRule(share=100))
    assert [changed(pattern, rule) is pattern for rule in rules] == [True] * 4
    assert all(rule.nothing for rule in rules)


@given(patterns, st.integers(0, 5), st.integers(0, 100))
def test_more_only_adds_and_the_others_only_take(pattern: Pattern, number: int, share: int) -> None:
    more = changed(pattern, DayRule(Days.MORE, number)).home_days
    fewer = changed(pattern, DayRule(Days.FEWER, number)).home_days
    most = changed(pattern, DayRule(Days.MOST, number, share=share)).home_days
    worked = len(pattern.workdays()) * pattern.cycle_weeks
    assert more >= pattern.home_days >= fewer
    assert pattern.home_days >= most
    assert len(most) * 100 <= share * worked


@given(patterns, st.integers(0, 5))
def test_each_week_gets_so_many_more_as_long_as_there_are_days_left(pattern: Pattern, number: int) -> None:
    more, worked = changed(pattern, DayRule(Days.MORE, number)).home_days, len(pattern.workdays())
    for week in range(pattern.cycle_weeks):
        before, after = (sum(day // 5 == week for day in days) for days in (pattern.home_days, more))
        assert after == min(worked, before + number)
