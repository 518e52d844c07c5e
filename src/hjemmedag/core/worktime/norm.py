"""The norm (aftalt arbejdstid): what an ordinary day is agreed to be, from which only deviations are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from decimal import Decimal

from hjemmedag.core.agreements.pattern import Window

WORKDAYS = 5
SHORT = 360
"""Minutes that nobody is taken to interrupt for lunch, unless they say so: a choice of ours, no rule."""


@dataclass(frozen=True, slots=True)
class Lunch:
    """The agreed lunch in minutes; a paid one is working time, an unpaid one a break."""

    minutes: int = 30
    paid: bool = False

    def within(self, minutes: int) -> int:
        """The unpaid minutes in a stretch of so many at work: none in a short one, none of a paid lunch."""
        return 0 if self.paid or minutes <= SHORT else self.minutes


@dataclass(frozen=True, slots=True)
class Day:
    """An agreed day: minutes from midnight by the clock, and the unpaid break in it."""

    start: int
    end: int
    break_minutes: int = 0

    @property
    def minutes(self) -> int:
        """The work in it."""
        return self.end - self.start - self.break_minutes


def norm(weekly_hours: Decimal, hours: Mapping[int, Window], lunch: Lunch, begins: time) -> dict[int, Day]:
    """The agreed day of each weekday worked (0 = Monday).

    The weekly hours are spread evenly over the days with a window, Monday to Friday where there is none. A day begins
    when its window opens (else at `begins`) and ends when the hours and an unpaid lunch are done, at the latest when
    the window shuts.
    """
    worked = sorted(hours) or list(range(WORKDAYS))
    each = round(weekly_hours * 60 / len(worked))
    agreed = {}
    for day in worked if each else ():
        window = hours.get(day)
        start = _minutes(window.start if window else begins)
        unpaid = lunch.within(each)
        end = min(start + each + unpaid, _minutes(window.end) if window else 24 * 60)
        agreed[day] = Day(start, end, min(unpaid, end - start))
    return agreed


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute
