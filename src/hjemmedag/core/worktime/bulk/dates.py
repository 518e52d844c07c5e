"""The Danish calendar as tables: for the dates that some seconds span, when each begins and when its night is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

import numpy as np

from hjemmedag.core.worktime.bulk.intervals import Rows, Seconds
from hjemmedag.core.worktime.clock import DAY, HOUR, at, date_of
from hjemmedag.core.worktime.limits import Limits


@dataclass(frozen=True, slots=True)
class Dates:
    """Dates one after another from `first`: when each begins, when its morning's night ends, its evening's begins."""

    first: date
    begins: Seconds
    night_ends: Seconds
    night_begins: Seconds

    @classmethod
    def of(cls, start: int, end: int, limits: Limits) -> Dates:
        """The dates from the one that holds a second to the one after another second's."""
        first = date_of(start)
        days = [first + timedelta(days=n) for n in range((date_of(end) - first).days + 2)]
        evening, morning = limits.night
        tables = ([at(day, clock) for day in days] for clock in (time(), morning, evening))
        return cls(first, *(np.array(table, dtype=np.int64) for table in tables))

    def holding(self, seconds: Seconds) -> Rows:
        """Which date holds each second, as a row of the tables."""
        # A clock change moves the begin of later dates by an hour at most, so the guess is right or one too late.
        guess = (seconds - (self.begins[0] - HOUR)) // DAY
        late = seconds < self.begins[guess]
        return np.asarray(guess - late, dtype=np.intp)

    def day(self, row: int) -> date:
        """The date of a row."""
        return self.first + timedelta(days=row)
