"""The company's history, played day by day through the product's own actions.

A stage of the demo writes scenes: what someone does at a moment. They are played in the order of time, so that the
audit chain, the outbox and every number stand as they would after two years of use.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import cache
from heapq import heappop, heappush
from random import Random

from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.people.holidays import public_holidays
from hjemmedag.rulebook.load import load

Act = Callable[[datetime], object]
"""Does something at the moment it is given."""

FIRST_HOUR, LAST_HOUR = 8, 15

SEAL_YEARS = 2
SEAL_LEFT = timedelta(days=26)
"""The company began with a seal certificate for two years, and so many days of them are left."""


@cache
def holidays(year: int) -> frozenset[date]:
    """Public holidays of a year."""
    return frozenset(public_holidays(year, load()))


def _free(day: date) -> bool:
    return day.weekday() > 4 or day in holidays(day.year)


class Story:
    """Scenes up to, but not including, `today`. The same `seed` and `today` give the same story."""

    def __init__(self, *, seed: int, today: date) -> None:
        self.seed, self.today = seed, today
        self.founded = self.workday(today - timedelta(days=365 * SEAL_YEARS) + SEAL_LEFT)
        self.last = self.workday(today - timedelta(days=1))
        self._scenes: list[tuple[datetime, int, Act]] = []
        self._written = 0
        self._times = self.luck("times")

    def luck(self, stage: str) -> Random:
        """The chances of one stage, so that a change in one doesn't shift the others."""
        return Random(f"{self.seed}:{stage}")  # noqa: S311  # a story, no secret

    def workday(self, day: date) -> date:
        """The day itself or the nearest working day before it."""
        while _free(day):
            day -= timedelta(days=1)
        return day

    def next_workday(self, day: date) -> date:
        """The day itself or the nearest working day after it."""
        while _free(day):
            day += timedelta(days=1)
        return day

    def ago(self, days: int) -> date:
        """A working day so many days ago, or the nearest one before it."""
        return self.workday(self.today - timedelta(days=days))

    def on(self, day: date, act: Act, *, at: time | None = None) -> None:
        """Someone acts on a day or the first working day after it, during working hours; never in the future."""
        day = self.next_workday(day)
        clock = at or time(self._times.randint(FIRST_HOUR, LAST_HOUR - 1), self._times.randint(0, 59))
        self._put(min(day, self.last), clock, act)

    def by_itself(self, day: date, act: Act, *, at: time) -> None:
        """Something that the worker does, on any day; what would lie in the future is left to the real one."""
        if day < self.today:
            self._put(day, at, act)

    def _put(self, day: date, clock: time, act: Act) -> None:
        self._written += 1
        heappush(self._scenes, (datetime.combine(day, clock, tzinfo=COPENHAGEN), self._written, act))

    def play(self, tell: Callable[[date], None] = lambda _month: None) -> None:
        """Play all scenes, those that scenes add included. `tell` hears of each month as it begins."""
        month = date.min
        while self._scenes:
            moment, _, act = heappop(self._scenes)
            if moment.date().replace(day=1) != month:
                month = moment.date().replace(day=1)
                tell(month)
            act(moment)
