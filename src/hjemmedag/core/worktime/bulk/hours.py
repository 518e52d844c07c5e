"""The 48-hour average on arrays: work is summed up to the begin of each month, and windows are differences of sums."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from hjemmedag.core.periods import add_months
from hjemmedag.core.worktime.bulk.intervals import Intervals, Marks, Seconds
from hjemmedag.core.worktime.clock import DAY, MINUTE, at, date_of
from hjemmedag.core.worktime.limits import Limits


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows above the limit: employee, month from `first`, seconds worked; and who has any whole window."""

    first: date
    employee: NDArray[np.intp]
    month: NDArray[np.intp]
    seconds: Seconds
    judged: Marks


def above(work: Intervals, known_from: Seconds, known_to: Seconds, limits: Limits) -> Windows:
    """Every window of the law's reference months in known time whose average is above the limit."""
    first = date_of(int(known_from.min())).replace(day=1)
    months = [first]
    while at(months[-1]) < known_to.max():
        months.append(add_months(months[-1], 1))
    begins = np.array([at(month) for month in months], dtype=np.int64)
    before = _worked_before(work, begins)
    length = limits.months
    worked = before[:, length:] - before[:, :-length]
    days = np.round((begins[length:] - begins[:-length]) / DAY).astype(np.int64)
    whole = (begins[:-length] >= known_from[:, None]) & (begins[length:] <= known_to[:, None])
    employee, month = np.nonzero(whole & (worked * 7 > limits.average * MINUTE * days))
    return Windows(first, employee, month, worked[employee, month], np.asarray(whole.any(axis=1)))


def _worked_before(work: Intervals, begins: Seconds) -> NDArray[np.int64]:
    """Seconds each employee worked before each month's begin: a row an employee, a column a month."""
    first = work.first
    sums = np.concatenate(([0], np.cumsum(work.end - work.start)))
    # Each employee's time is moved beyond all of the last one's, so that one search finds a place for all.
    low = min(work.start.min(), begins[0])
    stride = int(max(work.end.max(), begins[-1]) - low + 1)
    starts = work.start - low + work.employee.astype(np.int64) * stride
    asked = (begins - low)[None, :] + np.arange(len(first), dtype=np.int64)[:, None] * stride
    place = np.searchsorted(starts, asked)
    over = np.where(place > first[:, None], work.end[place - 1] - begins, 0)
    return np.asarray(sums[place] - sums[first][:, None] - np.maximum(over, 0))
