"""The team's week with a wish and without it."""

from __future__ import annotations

from datetime import time

from hjemmedag.core.agreements.pattern import Pattern, Window
from hjemmedag.core.agreements.team_week import team_week

HOURS = dict.fromkeys(range(5), Window(time(8), time(16)))


def at_home(*days: int, weeks: int = 1) -> Pattern:
    return Pattern(remote=False, cycle_weeks=weeks, home_days=frozenset(days), hours=HOURS)


def test_the_wish_is_added_to_those_already_at_home() -> None:
    week = team_week(4, [at_home(0), at_home(0, 4)], at_home(0, 2))
    assert [(day.without, day.with_wish, day.office) for day in week.days] == [
        (2, 3, 1),
        (0, 0, 4),
        (0, 1, 3),
        (0, 0, 4),
        (1, 1, 3),
    ]


def test_patterns_of_two_weeks_make_two_weeks_of_all() -> None:
    week = team_week(3, [at_home(9, weeks=2)], at_home(4))
    assert (week.weeks, [day.with_wish for day in week.days]) == (2, [0, 0, 0, 0, 1, 0, 0, 0, 0, 2])


def test_a_wish_that_takes_over_from_a_pattern_moves_the_days() -> None:
    week = team_week(2, [], at_home(1), before=at_home(0))
    assert [(day.without, day.with_wish) for day in week.days] == [(1, 0), (0, 1), (0, 0), (0, 0), (0, 0)]


def test_days_have_names_in_both_languages() -> None:
    first = team_week(1, [], at_home(0)).days[0]
    assert (first.weekday.da, first.weekday.en) == ("mandag", "Monday")
