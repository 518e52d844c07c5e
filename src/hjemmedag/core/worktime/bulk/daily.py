"""Daily rest on arrays: a block of work between two whole rests may last 13 hours from its first start."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hjemmedag.core.worktime.bulk.intervals import Codes, Intervals, Marks, Rows, Seconds
from hjemmedag.core.worktime.limits import Limits


@dataclass(frozen=True, slots=True)
class Breaches:
    """The intervals in breach, by employee and time: as `rest.Breach`, an array a field."""

    employee: Codes
    onset: Seconds
    end: Seconds
    measured: Seconds


def breaches(work: Intervals, limits: Limits) -> Breaches:
    """Every interval in breach, unknown time counted as rest."""
    breaks = np.flatnonzero(work.gap >= limits.rest) + 1
    begins, after = np.concatenate(([0], breaks)), np.append(breaks, len(work.start))
    long = np.flatnonzero(work.end[after - 1] - work.start[begins] > limits.span)
    rows, since = _rows(begins[long], after[long]), np.repeat(work.start[begins[long]], after[long] - begins[long])
    late = work.end[rows] - since > limits.span
    rows, since = rows[late], since[late]
    onset = np.maximum(work.start[rows], since + limits.span)
    return Breaches(work.employee[rows], onset, work.end[rows], _longest(work, rows, limits.window))


def unsure(work: Intervals, known_from: Seconds, limits: Limits) -> Marks:
    """The employees whose first interval would only have a whole rest if time before known time was rest."""
    start, end = work.start[work.first], work.end[work.first]
    return np.asarray((start - known_from < limits.rest) & (end - start <= limits.span))


def _rows(begins: Rows, after: Rows) -> Rows:
    """All rows from each `begins` up to, but not including, its `after`."""
    lengths = after - begins
    offsets = np.cumsum(lengths) - lengths
    return np.asarray(np.arange(lengths.sum()) - np.repeat(offsets - begins, lengths))


def _longest(work: Intervals, rows: Rows, window: int) -> Seconds:
    """The longest rest in the window before the end of each row."""
    opens = work.end[rows] - window
    longest = np.zeros(len(rows), dtype=np.int64)
    at, looking = rows.copy(), work.start[rows] > opens
    while looking.any():
        own = (at > 0) & (work.employee[at - 1] == work.employee[at])
        began = np.where(own, np.maximum(work.end[at - 1], opens), opens)
        np.maximum(longest, np.where(looking, work.start[at] - began, 0), out=longest)
        looking &= own & (work.end[at - 1] > opens)
        at = at - looking
        looking &= work.start[at] > opens
    return longest
