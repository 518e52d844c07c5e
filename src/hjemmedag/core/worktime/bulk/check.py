"""All rules on many employees' entries, where nothing else is known of them: no agreements, absences or terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hjemmedag.core.law import Verdict
from hjemmedag.core.worktime.bulk import daily, days, hours, weekly
from hjemmedag.core.worktime.bulk.dates import Dates
from hjemmedag.core.worktime.bulk.intervals import Entries, Marks, Seconds, merged
from hjemmedag.core.worktime.days_off import Late
from hjemmedag.core.worktime.limits import Limits
from hjemmedag.core.worktime.nights import Nights

ORDER = tuple(Verdict)
"""The verdicts that the numbers in `Checked.verdicts` stand for."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: verdicts a row an employee and a column a rule, as in `check.RULES`, and the findings by rule.

    All findings are by employee and time. `on_call` are those whose late days off someone must look at more closely, as
    time on call may be all that stands in the way.
    """

    verdicts: NDArray[np.int8]
    daily: daily.Breaches
    weekly: Sequence[tuple[int, Late]]
    hours: hours.Windows
    breaks: days.Unbroken
    nights: Sequence[tuple[int, Nights]]
    dates: Dates
    on_call: Marks


def check(entries: Entries, known_from: Seconds, known_to: Seconds, limits: Limits) -> Checked:
    """Every rule's findings. Each employee has work, none of their entries lies outside their known time."""
    work = merged(entries if entries.on_call is None else entries.chosen(~entries.on_call))
    busy = work if entries.on_call is None else merged(entries)
    dates = Dates.of(int(work.start.min()), int(work.end.max()), limits)
    people = len(known_from)
    breaches = daily.breaches(work, limits)
    late = list(weekly.late_ones(busy, known_from, known_to, limits))
    windows = hours.above(work, known_from, known_to, limits)
    unbroken = days.unbroken(work, dates, limits)
    nights = list(days.nights(work, dates, limits))
    columns = (
        _verdicts(people, breaches.employee, Verdict.VIOLATION, ~daily.unsure(work, known_from, limits)),
        _verdicts(people, [who for who, _ in late], Verdict.VIOLATION),
        _verdicts(people, windows.employee, Verdict.VIOLATION, windows.judged),
        _verdicts(people, unbroken.employee, Verdict.WARNING),
        _verdicts(people, [who for who, _ in nights], Verdict.WARNING),
    )
    away = np.zeros(people, dtype=bool)
    if entries.on_call is not None:
        away[entries.employee[entries.on_call]] = True
        away &= columns[1] != ORDER.index(Verdict.OK)
    return Checked(np.column_stack(columns), breaches, late, windows, unbroken, nights, dates, away)


def _verdicts(
    people: int, found: NDArray[np.integer] | Sequence[int], verdict: Verdict, sure: Marks | None = None
) -> NDArray[np.int8]:
    """One rule's verdict on each employee: of those found, and of the others, who are in order where that is sure."""
    column = np.full(people, ORDER.index(Verdict.OK), dtype=np.int8)
    if sure is not None:
        column[~sure] = ORDER.index(Verdict.UNDETERMINED)
    column[found] = ORDER.index(verdict)
    return column


def groups(employee: NDArray[np.integer], most: int) -> Iterator[slice]:
    """Rows of whole employees, about `most` at a time; more where one employee alone has more."""
    begins = np.concatenate(([0], np.flatnonzero(employee[1:] != employee[:-1]) + 1))
    start = 0
    while start < len(employee):
        place = np.searchsorted(begins, start + most, side="right") - 1
        end = int(begins[place]) if begins[place] > start else _next(begins, start, len(employee))
        end = len(employee) if len(employee) - start <= most else end
        yield slice(start, end)
        start = end


def _next(begins: NDArray[np.integer], start: int, end: int) -> int:
    later = np.searchsorted(begins, start, side="right")
    return int(begins[later]) if later < len(begins) else end
