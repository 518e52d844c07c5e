"""Days off on arrays: who surely has them in time is told at once, the others are placed one by one."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from hjemmedag.core.worktime.bulk.intervals import NEVER, Codes, Intervals, Seconds
from hjemmedag.core.worktime.clock import DAY
from hjemmedag.core.worktime.days_off import Late, late
from hjemmedag.core.worktime.limits import Limits
from hjemmedag.core.worktime.spans import Span


def late_ones(busy: Intervals, known_from: Seconds, known_to: Seconds, limits: Limits) -> Iterator[tuple[int, Late]]:
    """Each day off that came too late with its employee, by employee and time."""
    employee, begins, ends = _stretches(busy, known_from, known_to, limits)
    for who in _doubtful(employee, begins, ends, known_from, known_to, limits):
        first, after = np.searchsorted(employee, (who, who + 1))
        free: list[Span] = list(zip(begins[first:after].tolist(), ends[first:after].tolist(), strict=True))
        resting = int(busy.end[busy.last[who]])
        known = int(known_from[who]), int(known_to[who])
        if resting < known[1] and (not free or free[-1][1] < known[1]):
            free.append((resting, known[1]))
        yield from ((who, each) for each in late(known, free, limits, lambda _: limits.between))


def _stretches(
    busy: Intervals, known_from: Seconds, known_to: Seconds, limits: Limits
) -> tuple[Codes, Seconds, Seconds]:
    """The stretches of free time that can hold a day off: employee, begin and end."""
    rows = np.flatnonzero(busy.gap >= limits.day_off)
    rows = rows[busy.gap[rows] < NEVER]
    employee, begins, ends = busy.employee[rows], busy.end[rows], busy.start[rows + 1]
    before, after = busy.start[busy.first], busy.end[busy.last]
    early = np.flatnonzero(before - known_from >= limits.day_off)
    final = np.flatnonzero(known_to - after >= limits.day_off)
    if not len(early) and not len(final):
        return employee, begins, ends
    employee = np.concatenate((employee, early, final)).astype(np.int32)
    begins = np.concatenate((begins, known_from[early], after[final]))
    ends = np.concatenate((ends, before[early], known_to[final]))
    order = np.lexsort((begins, employee))
    return employee[order], begins[order], ends[order]


def _doubtful(
    employee: Codes, begins: Seconds, ends: Seconds, known_from: Seconds, known_to: Seconds, limits: Limits
) -> list[int]:
    """The employees of whom it isn't plain that every day off is in time.

    The last day off in a stretch ends at its end when it holds two, else at the earliest a day after its begin. When
    even then the next stretch begins within six days, the exact placement, which is never earlier, is in time too.
    """
    most = limits.between * DAY
    surely = np.where(ends - begins >= limits.day_off + limits.day, ends, begins + limits.day)
    own = np.concatenate(([False], employee[1:] == employee[:-1])) if len(employee) else np.zeros(0, dtype=bool)
    last_off = np.where(own, np.concatenate((known_from[:1], surely[:-1])), known_from[employee])
    latest = known_from.copy()
    latest[employee] = surely  # in order of time, so the last one stays
    doubtful = latest + most < known_to
    doubtful[employee[begins > last_off + most]] = True
    return np.flatnonzero(doubtful).tolist()
