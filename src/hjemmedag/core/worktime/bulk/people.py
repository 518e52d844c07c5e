"""From arrays back to people: each employee's verdicts and findings, as the check of one timesheet gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from hjemmedag.core.law import Verdict
from hjemmedag.core.periods import add_months
from hjemmedag.core.worktime.averages import Window
from hjemmedag.core.worktime.bulk.check import ORDER, Checked, check
from hjemmedag.core.worktime.bulk.intervals import Entries, Seconds
from hjemmedag.core.worktime.check import RULES
from hjemmedag.core.worktime.check import check as check_one
from hjemmedag.core.worktime.clock import instant
from hjemmedag.core.worktime.entries import Kind, Practice, TimeEntry, Timesheet
from hjemmedag.core.worktime.findings import Finding, Judged
from hjemmedag.core.worktime.limits import WEEKLY, Limits
from hjemmedag.core.worktime.rules import breaks, daily_rest, night_work, weekly_hours, weekly_rest
from hjemmedag.core.worktime.worked import Worked

USUAL_WORKDAYS = Timesheet(employee="").workdays_per_week


@dataclass(frozen=True, slots=True)
class Person:
    """One employee's number, verdicts by rule, and findings; those are only made when they are asked for."""

    number: int
    verdicts: Mapping[str, Verdict]
    findings: Iterable[Finding]


def people(entries: Entries, limits: Limits, known_from: int | None, known_to: int | None) -> Iterator[Person]:
    """Everyone in the entries, in order. Known time is given in UTC seconds, or goes from first to last entry."""
    begins = np.concatenate(([0], np.flatnonzero(entries.employee[1:] != entries.employee[:-1]) + 1))
    first, last = np.minimum.reduceat(entries.start, begins), np.maximum.reduceat(entries.end, begins)
    opens = first if known_from is None else np.full(len(begins), known_from, dtype=np.int64)
    closes = last if known_to is None else np.full(len(begins), known_to, dtype=np.int64)
    apart = (opens > first) | (closes < last)
    if entries.on_call is not None:
        apart |= np.logical_and.reduceat(entries.on_call, begins)
    after = [*begins[1:].tolist(), len(entries.employee)]
    together = _together(entries, apart, opens, closes, limits)
    for number, alone in enumerate(apart.tolist()):
        rows = slice(int(begins[number]), after[number])
        if alone:
            sheet = _sheet(entries.part(rows), known_from, known_to)
            checked = check_one(sheet, limits.law.rulebook, on=limits.law.day)
            yield Person(number, checked.verdicts, checked.findings)
            continue
        place, found = next(together)
        weekly = None
        if found.checked.on_call[place]:
            sheet = _sheet(entries.part(rows), known_from, known_to)
            weekly = weekly_rest.judge(Worked(sheet), limits, Practice())
        yield found.person(place, number, weekly)


def _together(
    entries: Entries, apart: NDArray[np.bool_], opens: Seconds, closes: Seconds, limits: Limits
) -> Iterator[tuple[int, _Found]]:
    """The employees who can be checked together, in order, each with the place among them."""
    if apart.all():
        return
    if apart.any():
        kept = ~apart[entries.employee]
        numbers = (np.cumsum(~apart) - 1).astype(np.int32)[entries.employee[kept]]
        away = None if entries.on_call is None else entries.on_call[kept]
        entries = Entries(numbers, entries.start[kept], entries.end[kept], away)
    found = _Found(check(entries, opens[~apart], closes[~apart], limits), limits)
    yield from ((place, found) for place in range(len(found.checked.verdicts)))


def _sheet(entries: Entries, known_from: int | None, known_to: int | None) -> Timesheet:
    away = [False] * len(entries.start) if entries.on_call is None else entries.on_call.tolist()
    rows = zip(entries.start.tolist(), entries.end.tolist(), away, strict=True)
    return Timesheet(
        employee="",
        entries=tuple(
            TimeEntry(start=instant(start), end=instant(end), kind=Kind.ON_CALL if called else Kind.WORK)
            for start, end, called in rows
        ),
        known_from=None if known_from is None else instant(known_from),
        known_to=None if known_to is None else instant(known_to),
    )


class _Found:
    """What was found of many, person by person."""

    def __init__(self, checked: Checked, limits: Limits) -> None:
        self.checked = checked
        self._limits = limits
        everyone = np.arange(len(checked.verdicts) + 1)
        self._daily = np.searchsorted(checked.daily.employee, everyone).tolist()
        self._weekly = np.searchsorted([who for who, _ in checked.weekly], everyone).tolist()
        self._hours = np.searchsorted(checked.hours.employee, everyone).tolist()
        self._breaks = np.searchsorted(checked.breaks.employee, everyone).tolist()
        self._verdicts = checked.verdicts.tolist()

    def person(self, place: int, number: int, weekly: Judged | None = None) -> Person:
        """The person at a place, with another judgement of the weekly rest where one is given."""
        verdicts = dict(zip(RULES, (ORDER[code] for code in self._verdicts[place]), strict=True))
        if weekly:
            verdicts[WEEKLY] = weekly.verdict
        return Person(number, verdicts, self._findings(place, weekly))

    def _findings(self, place: int, weekly: Judged | None) -> Iterator[Finding]:
        found, limits = self.checked, self._limits
        for row in range(self._daily[place], self._daily[place + 1]):
            breach = found.daily
            yield daily_rest.finding(int(breach.onset[row]), int(breach.end[row]), int(breach.measured[row]), limits)
        if weekly:
            yield from weekly.findings
        else:
            own = found.weekly[self._weekly[place] : self._weekly[place + 1]]
            yield from (weekly_rest.finding(late, limits) for _, late in own)
        for row in range(self._hours[place], self._hours[place + 1]):
            yield weekly_hours.finding(self._window(row), limits, Verdict.VIOLATION)
        for row in range(self._breaks[place], self._breaks[place + 1]):
            part = int(found.breaks.start[row]), int(found.breaks.end[row])
            yield breaks.finding(found.dates.day(int(found.breaks.date[row])), part, limits)
        yield from (night_work.finding(nights, limits) for who, nights in found.nights if who == place)

    def _window(self, row: int) -> Window:
        windows = self.checked.hours
        first = add_months(windows.first, int(windows.month[row]))
        last = add_months(first, self._limits.months) - timedelta(days=1)
        return Window(first, last, int(windows.seconds[row]), 0, USUAL_WORKDAYS)
