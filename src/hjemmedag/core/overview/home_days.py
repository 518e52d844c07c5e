"""Patterns with other home days than now, and how many people that puts at home on each weekday."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from hjemmedag.core.agreements.pattern import WEEKDAYS, Pattern

ORDER = (4, 0, 3, 1, 2)
"""The weekdays (0 = Monday) on which a day at home is added first; it is taken away from the last of them first.

From the ends of the week inwards, so that the days in its middle stay for meeting.
"""
WHOLE = 100


class Days(StrEnum):
    """What happens to the home days of those with an arrangement."""

    SAME = "same"
    MORE = "more"
    FEWER = "fewer"
    MOST = "most"


@dataclass(frozen=True, slots=True)
class DayRule:
    """So many days more, fewer, or at most, a week; and the largest `share` of the working days in per cent, if any."""

    days: Days = Days.SAME
    number: int = 0
    share: int | None = None

    @property
    def nothing(self) -> bool:
        """Whether it leaves every pattern as it is."""
        unchanged = self.days is Days.SAME or (self.days is not Days.MOST and not self.number)
        return unchanged and self.share in (None, WHOLE)


def changed(pattern: Pattern, rule: DayRule) -> Pattern:
    """The pattern under the rule; the same one where nothing changes. It may be left without a day at home."""
    worked = pattern.workdays()
    weeks = [_in_week(pattern, week) for week in range(pattern.cycle_weeks)]
    after = [_week(days, worked, rule) for days in weeks]
    if rule.share is not None:
        most = rule.share * len(worked) * pattern.cycle_weeks // WHOLE
        while sum(map(len, after)) > most:
            # The fullest week gives first, the last one of equals.
            fullest = max(range(len(after)), key=lambda week: (len(after[week]), week))
            after[fullest] = _fewer(after[fullest], 1)
    if after == weeks:
        return pattern
    days = frozenset(week * WEEKDAYS + day for week, kept in enumerate(after) for day in kept)
    return _with(pattern, days)


def of_days(number: int) -> Pattern:
    """So many days at home in a week of five, for someone without a pattern."""
    return _with(Pattern(remote=False, cycle_weeks=1, home_days=frozenset()), frozenset(ORDER[:number]))


def without(pattern: Pattern) -> Pattern:
    """The same week with no day at home."""
    return _with(pattern, frozenset())


def all_at_home(pattern: Pattern) -> bool:
    """Whether every working day of the cycle is at home."""
    return bool(pattern.home_days) and _worked(pattern) <= pattern.home_days


def at_home(patterns: Iterable[Pattern]) -> tuple[Fraction, ...]:
    """How many are at home on each weekday, Monday to Friday, on average: a day every other week counts half."""
    counted: dict[int, list[int]] = {}
    for pattern in patterns:
        days = counted.setdefault(pattern.cycle_weeks, [0] * WEEKDAYS)
        for number in pattern.home_days:
            days[number % WEEKDAYS] += 1
    return tuple(
        sum((Fraction(days[day], weeks) for weeks, days in counted.items()), Fraction()) for day in range(WEEKDAYS)
    )


def freed(before: Sequence[Fraction], after: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Desks freed on each weekday: one for each more at home; below nought, so many more are needed."""
    return tuple(then - now for now, then in zip(before, after, strict=True))


def _week(days: frozenset[int], worked: frozenset[int], rule: DayRule) -> frozenset[int]:
    if rule.days is Days.MORE:
        left = [day for day in ORDER if day in worked - days]
        return days | frozenset(left[: rule.number])
    if rule.days is Days.FEWER:
        return _fewer(days, rule.number)
    return _fewer(days, max(0, len(days) - rule.number)) if rule.days is Days.MOST else days


def _fewer(days: frozenset[int], number: int) -> frozenset[int]:
    last_first = [day for day in reversed(ORDER) if day in days]
    return days - frozenset(last_first[:number])


def _in_week(pattern: Pattern, week: int) -> frozenset[int]:
    return frozenset(day - week * WEEKDAYS for day in pattern.home_days if day // WEEKDAYS == week)


def _worked(pattern: Pattern) -> frozenset[int]:
    return frozenset(week * WEEKDAYS + day for week in range(pattern.cycle_weeks) for day in pattern.workdays())


def _with(pattern: Pattern, days: frozenset[int]) -> Pattern:
    return replace(pattern, home_days=days, remote=bool(days) and _worked(pattern) <= days)
