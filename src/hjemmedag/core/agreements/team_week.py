"""The team's week with a wish and without it: how many are at home on each day by their patterns."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from hjemmedag.core.agreements.pattern import WEEKDAYS, Pattern
from hjemmedag.core.law import Text
from hjemmedag.core.law.text import WEEKDAYS as NAMES


@dataclass(frozen=True, slots=True)
class TeamDay:
    """One day of the cycle (0 = Monday, `week` from 1): how many are at home, and in the office with the wish."""

    day: int
    week: int
    without: int
    with_wish: int
    office: int

    @property
    def weekday(self) -> Text:
        """Its name."""
        return Text(da=NAMES["da"][self.day], en=NAMES["en"][self.day])


@dataclass(frozen=True, slots=True)
class TeamWeek:
    """The days of one or two weeks for a team of `people`, the one who wishes among them."""

    people: int
    weeks: int
    days: tuple[TeamDay, ...]


def team_week(people: int, patterns: Collection[Pattern], wish: Pattern, before: Pattern | None = None) -> TeamWeek:
    """`patterns` are those of the others who work at home; `before` the pattern that the wish would take over from.

    Whoever has no pattern is in the office. Days off and absence are not counted.
    """
    weeks = max([wish.cycle_weeks, *(one.cycle_weeks for one in patterns)])
    days = []
    for number in range(weeks * WEEKDAYS):
        others = sum(_at_home(one, number) for one in patterns)
        with_wish = others + _at_home(wish, number)
        without = others + (_at_home(before, number) if before else 0)
        days.append(TeamDay(number % WEEKDAYS, number // WEEKDAYS + 1, without, with_wish, people - with_wish))
    return TeamWeek(people, weeks, tuple(days))


def _at_home(pattern: Pattern, number: int) -> int:
    return int(number % (pattern.cycle_weeks * WEEKDAYS) in pattern.home_days)
