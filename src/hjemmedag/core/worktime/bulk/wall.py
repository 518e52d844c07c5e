"""From wall clocks to UTC seconds on arrays, with the hour that March skips and the one that comes twice in October."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.worktime.bulk.intervals import Marks, Seconds
from hjemmedag.core.worktime.clock import DAY, at


@dataclass(frozen=True, slots=True)
class Changes:
    """When the clock changed, in UTC seconds, and how far it was ahead of UTC: first before any change, then after."""

    moments: Seconds
    ahead: Seconds

    @classmethod
    def between(cls, first: date, last: date) -> Changes:
        """The changes on the dates from `first` to `last`."""
        moments, ahead = [], [_ahead(at(first))]
        for n in range((last - first).days + 1):
            day = first + timedelta(days=n)
            if _ahead(at(day + timedelta(days=1))) != ahead[-1]:
                moments.append(_change(at(day), ahead[-1]))
                ahead.append(_ahead(moments[-1]))
        return cls(np.array(moments, dtype=np.int64), np.array(ahead, dtype=np.int64))

    def placed(self, wall: Seconds, *, second: bool = False) -> tuple[Seconds, Marks]:
        """The UTC seconds of clocks read as if they were UTC, and which of them never were.

        A time that came twice is the first, or the second when asked for.
        """
        before, after = self.ahead[:-1], self.ahead[1:]
        shown = self.moments + (np.minimum(before, after) if second else before)
        period = np.searchsorted(shown, wall, side="right")
        seconds = wall - self.ahead[period]
        return seconds, np.asarray(seconds < np.append(np.int64(FIRST), self.moments)[period])


FIRST = -(2**62)


def _ahead(second: int) -> int:
    offset = datetime.fromtimestamp(second, UTC).astimezone(COPENHAGEN).utcoffset()
    assert offset is not None
    return int(offset.total_seconds())


def _change(low: int, before: int) -> int:
    """The first second after `low` when the clock is no longer `before` seconds ahead, within a date and an hour."""
    high = low + DAY + DAY
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if _ahead(middle) == before else (low, middle)
    return low


def spans(start: Seconds, end: Seconds, fold: NDArray[np.bool_] | None) -> tuple[Seconds, Seconds, Marks, Marks]:
    """Starts and ends in UTC seconds of clocks read as if they were UTC, and which starts and ends never were.

    Of a time that came twice, `fold` marks the second; unmarked, an end that would not come after its start is it too.
    """
    first, last = (date(1970, 1, 1) + timedelta(seconds=int(edge)) for edge in (start.min(), end.max()))
    changes = Changes.between(first - timedelta(days=2), last + timedelta(days=2))
    starts, no_start = changes.placed(start)
    ends, no_end = changes.placed(end)
    if fold is not None and fold.any():
        starts = np.where(fold, changes.placed(start, second=True)[0], starts)
        ends = np.where(fold, changes.placed(end, second=True)[0], ends)
    backwards = ends <= starts
    if backwards.any():
        ends[backwards] = changes.placed(end[backwards], second=True)[0]
    return starts, ends, no_start, no_end
