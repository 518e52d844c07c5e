"""What goes by local date, on arrays: long work without a gap, and work at night."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from hjemmedag.core.worktime.bulk.dates import Dates
from hjemmedag.core.worktime.bulk.intervals import NEVER, Codes, Intervals, Rows, Seconds
from hjemmedag.core.worktime.clock import DAY, HOUR, MINUTE
from hjemmedag.core.worktime.limits import Limits
from hjemmedag.core.worktime.nights import Nights, most


@dataclass(frozen=True, slots=True)
class Unbroken:
    """Work above the limit in one date without a gap: by employee and time, each with its row of the dates."""

    employee: Codes
    date: Rows
    start: Seconds
    end: Seconds


def unbroken(work: Intervals, dates: Dates, limits: Limits) -> Unbroken:
    """Each date's only stretch of work where it is above the limit."""
    rows = np.flatnonzero(work.end - work.start > limits.break_after)
    parts = list(_by_date(work, rows, dates))
    rows, held, start, end = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
    before, after = np.append(-NEVER, work.end[:-1]), np.append(work.start[1:], NEVER)
    before[work.first], after[work.last] = -NEVER, NEVER
    before, after = before[rows], after[rows]
    alone = (end - start > limits.break_after) & (before <= dates.begins[held]) & (after >= dates.begins[held + 1])
    rows, held, start, end = rows[alone], held[alone], start[alone], end[alone]
    order = np.lexsort((start, work.employee[rows])) if len(parts) > 1 else slice(None)
    return Unbroken(work.employee[rows][order], held[order], start[order], end[order])


def nights(work: Intervals, dates: Dates, limits: Limits) -> Iterator[tuple[int, Nights]]:
    """The twelve months with the most hours at night, of each employee with so many that someone must be told."""
    base = int(dates.begins[0]) - HOUR
    clock = (work.start - base) % DAY
    # This clock is none to two hours ahead of the local one: what it shows as day from end to end is day.
    evening, morning = (moment.hour * HOUR + moment.minute * MINUTE for moment in limits.night)
    rows = np.flatnonzero((clock < morning + 2 * HOUR) | (clock + work.end - work.start > evening))
    if not len(rows):
        return
    parts = [
        (part, held, np.maximum(dates.night_ends[held].clip(max=end) - start, 0)
         + np.maximum(end - dates.night_begins[held].clip(min=start), 0))
        for part, held, start, end in _by_date(work, rows, dates)
    ]  # fmt: skip
    employee = np.concatenate([work.employee[part] for part, _, _ in parts])
    held, dark = (np.concatenate([each[place] for each in parts]) for place in (1, 2))
    totals = np.bincount(employee, weights=dark)
    for who in np.flatnonzero(totals >= limits.night_most).tolist():
        own = employee == who
        by_date: dict[int, int] = {}
        for row, seconds in zip(held[own].tolist(), dark[own].tolist(), strict=True):
            by_date[row] = by_date.get(row, 0) + seconds
        found = most({dates.day(row): seconds for row, seconds in by_date.items() if seconds})
        if found and found.seconds >= limits.night_most:
            yield who, found


def _by_date(work: Intervals, rows: Rows, dates: Dates) -> Iterator[tuple[Rows, Rows, Seconds, Seconds]]:
    """The parts of some intervals that belong to each local date: of all the first, then of some the second, and so on.

    A part is the interval's row, the date's row, start and end; each field an array.
    """
    start, end = work.start[rows], work.end[rows]
    held, last = dates.holding(start), dates.holding(end - 1)
    while True:
        yield rows, held, np.maximum(start, dates.begins[held]), np.minimum(end, dates.begins[held + 1])
        more = held < last
        if not more.any():
            return
        rows, start, end, held, last = rows[more], start[more], end[more], held[more] + 1, last[more]
