"""When help is promised by: a clock that runs in working hours only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from hjemmedag.core.instants import COPENHAGEN, local

LONGEST = 366
"""Days that are looked through: a promise is never longer."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The hours in which someone is there to help, on each working day."""

    opens: time
    closes: time
    works: Callable[[date], bool]

    def within_hours(self, asked: datetime, hours: int) -> datetime:
        """So many working hours after a moment; one asked outside the hours counts from the next opening."""
        left, now = timedelta(hours=hours), local(asked)
        for day in self._workdays(now.date()):
            opens, closes = self._at(day, self.opens), self._at(day, self.closes)
            begins = max(now, opens)
            if begins >= closes:
                continue
            if begins + left <= closes:
                return begins + left
            left -= closes - begins
        raise ValueError("no working hours to keep the promise in")

    def within_days(self, asked: datetime, days: int) -> datetime:
        """The end of the working day that is so many after the one it was asked on, or after the next one to come."""
        now = local(asked)
        there = [day for day in self._workdays(now.date()) if now < self._at(day, self.closes)]
        return self._at(there[days], self.closes)

    def _workdays(self, first: date) -> list[date]:
        days = (first + timedelta(days=place) for place in range(LONGEST))
        return [day for day in days if self.works(day)]

    def _at(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, tzinfo=COPENHAGEN)
