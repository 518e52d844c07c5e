"""Entries of many employees as arrays, and the merged intervals of work in them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Seconds = NDArray[np.int64]
Rows = NDArray[np.intp]
Codes = NDArray[np.int32]
Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Entries:
    """A row an entry: its employee as a number from 0, start and end in UTC seconds, and whether it is on call away.

    The rows of one employee stand together, employees in the order of their numbers; each has at least one.
    """

    employee: Codes
    start: Seconds
    end: Seconds
    on_call: Marks | None = None

    def part(self, rows: slice) -> Entries:
        """Some of the rows, whole employees, numbered from 0 again."""
        employee = self.employee[rows]
        away = None if self.on_call is None else self.on_call[rows]
        return Entries(employee - employee[0], self.start[rows], self.end[rows], away)

    def chosen(self, rows: Marks) -> Entries:
        """The marked rows under their employees' numbers."""
        return Entries(self.employee[rows], self.start[rows], self.end[rows])


NEVER = 2**61
"""More seconds than there are."""


@dataclass(frozen=True, slots=True)
class Intervals:
    """Intervals that neither overlap nor touch, by employee and time.

    `gap` is the time from each to the next, in seconds; `NEVER` where the next is another employee's. `first` and
    `last` are each employee's first and last row.
    """

    employee: Codes
    start: Seconds
    end: Seconds
    gap: Seconds
    first: Rows
    last: Rows

    @classmethod
    def of(cls, employee: Codes, start: Seconds, end: Seconds) -> Intervals:
        """The rows as they are, in order of employee and start; a gap that isn't positive shows two to be merged."""
        turns = np.flatnonzero(employee[1:] != employee[:-1])
        gap = start[1:] - end[:-1]
        gap[turns] = NEVER
        return cls(employee, start, end, gap, np.concatenate(([0], turns + 1)), np.append(turns, len(start) - 1))


def merged(entries: Entries) -> Intervals:
    """The entries' intervals: rows in order of time within each employee, overlapping and touching ones made one."""
    employee, start, end = entries.employee, entries.start, entries.end
    found = Intervals.of(employee, start, end)
    if not len(found.gap) or found.gap.min() > 0:
        return found
    order = np.lexsort((start, employee))
    start, end = start[order], end[order]
    # Each employee's time is moved beyond all of the last one's: one running maximum serves all.
    apart = employee * (end.max() - start.min() + 1)
    reached = np.maximum.accumulate(end + apart) - apart
    begins = np.concatenate(([True], start[1:] > reached[:-1]))
    begins[found.first] = True
    rows = np.flatnonzero(begins)
    return Intervals.of(employee[rows], start[rows], reached[np.append(rows[1:], len(begins)) - 1])
