"""What a spreadsheet of someone's own hours would change: read, judged, and laid beside what is registered."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from hjemmedag.adapters import spreadsheets
from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.models import Entry, Week
from hjemmedag.apps.worktime.queries.entries import span_of, standing
from hjemmedag.apps.worktime.queries.norms import lunch_of, planned_place, practice
from hjemmedag.apps.worktime.queries.weeks import locked, needs_reason, way_of, with_way
from hjemmedag.core.agreements.days import Because
from hjemmedag.core.law import Text
from hjemmedag.core.worktime import hours_list, timelist
from hjemmedag.core.worktime.entries import Kind
from hjemmedag.core.worktime.hours_list import Hours
from hjemmedag.core.worktime.norm import Lunch
from hjemmedag.core.worktime.typed import Span, clock
from hjemmedag.core.worktime.weeks import friday_of, monday_of

WORKBOOKS = ("XLSX", "XLS")
"""Where a moment at midnight reaches us as a date alone."""


@dataclass(frozen=True, slots=True)
class FileDay:
    """A day that the file names: what it said before, and what it says then."""

    day: date
    before: list[Entry]
    after: list[Hours]

    @property
    def changes(self) -> bool:
        """Whether the file says anything new of it."""
        return {one.says for one in self.before} != {says(one) for one in self.after}

    @property
    def hours_before(self) -> str:
        """The hours by the clock, as the day says them now."""
        return _said(map(span_of, self.before))


@dataclass(frozen=True, slots=True)
class FileWeek:
    """A week in which the file changes something; `revision` is the week's as it was read."""

    monday: date
    revision: int
    needs_reason: bool
    days: list[FileDay]


@dataclass(frozen=True, slots=True)
class FilePlan:
    """What a file would change, or what is wrong with it."""

    faults: tuple[Text, ...] = ()
    weeks: tuple[FileWeek, ...] = ()

    @property
    def digest(self) -> str:
        """What the preview was made from: another when the file or a week in it has changed meanwhile."""
        told = [(week.monday, week.revision, [list(map(says, day.after)) for day in week.days]) for week in self.weeks]
        return hashlib.sha256(repr(told).encode()).hexdigest()

    @property
    def needs_reason(self) -> bool:
        """Whether a week in it is approved or its month closed."""
        return any(week.needs_reason for week in self.weeks)


def file_plan(content: bytes, employee: int, *, now: datetime) -> FilePlan:
    """What the person's file would do. A file that is no table, or lacks a column, is a fault as well."""
    number = people.numbered([employee])[employee][0]
    try:
        reading = hours_in(content, now=now, own=number)
    except spreadsheets.Unreadable as fault:
        return FilePlan(faults=(fault.text,))
    except timelist.Unusable as fault:
        return FilePlan(faults=(fault.message,))
    if len({monday_of(one.day) for one in reading.hours}) > hours_list.MOST_WEEKS:
        return FilePlan(faults=(hours_list.TOO_MANY_WEEKS,))
    if reading.faults:
        return FilePlan(faults=reading.faults)
    return FilePlan(weeks=tuple(week for week in _weeks(employee, reading.hours) if week.days))


def hours_in(content: bytes, *, now: datetime, own: str | None = None) -> hours_list.Reading:
    """The rows of a table. Raises `spreadsheets.Unreadable` or `timelist.Unusable` for the file as a whole.

    One's own file is refused unread where it has more rows than a person writes.
    """
    table = spreadsheets.read(content)
    if own is not None and len(table.rows) > hours_list.MOST_ROWS:
        raise timelist.Unusable(hours_list.TOO_MANY_ROWS)
    rows = ((row.number, row.cells) for row in table.rows)
    return hours_list.read(table.headings, rows, now=now, own=own, dates_are_midnights=table.encoding in WORKBOOKS)


def says(one: Hours) -> tuple[datetime, datetime, str, str, int, bool]:
    """What an entry `says`, of a row whose place and break are known."""
    return (one.start, one.end, one.place or "", one.kind, one.break_minutes or 0, True)


def _weeks(employee: int, hours: Sequence[Hours]) -> list[FileWeek]:
    by_day: dict[date, list[Hours]] = {}
    for one in sorted(hours, key=lambda one: one.start):
        by_day.setdefault(one.day, []).append(one)
    first, last = min(by_day), max(by_day)
    before: dict[date, list[Entry]] = {day: [] for day in by_day}
    for entry in standing().filter(employee=employee, day__range=(first, last)).order_by("start", "id"):
        if entry.day in before:
            before[entry.day].append(entry)
    mondays = sorted({monday_of(day) for day in by_day})
    silent = {friday_of(monday_of(one.day)) for one in hours if one.place is None}
    arrangements = agreements.terms_by_day(employee, silent) if silent else {}
    single = agreements.day_facts([employee], first, last)[employee] if silent else {}
    known = {week.monday: week for week in with_way(Week.objects.filter(employee=employee, monday__in=mondays))}
    closed, lunch = locked(by_day), lunch_of(practice())
    found = []
    for monday in mondays:
        week, days = known.get(monday), [day for day in by_day if monday_of(day) == monday]
        said = {day: _completed(by_day[day], arrangements.get(friday_of(monday)), single, lunch) for day in days}
        read = [FileDay(day, before[day], said[day]) for day in days]
        any_locked = not closed.isdisjoint(days)
        found.append(
            FileWeek(
                monday,
                revision=week.revision if week else 0,
                needs_reason=needs_reason(way_of(week), any_locked=any_locked) if week else any_locked,
                days=[day for day in read if day.changes],
            )
        )
    return found


def _completed(rows: Iterable[Hours], arrangement: Any, single: Mapping[date, Because], lunch: Lunch) -> list[Hours]:
    """The rows with what the file is silent on, as on the week page: the place planned, and the agreed lunch."""
    return [
        replace(
            one,
            place=one.place or planned_place(arrangement, one.day, single),
            break_minutes=_lunch(one, lunch) if one.break_minutes is None else one.break_minutes,
        )
        for one in rows
    ]


def _lunch(one: Hours, lunch: Lunch) -> int:
    minutes = int((one.end - one.start).total_seconds()) // 60
    return 0 if one.kind is Kind.ON_CALL else lunch.within(minutes)


def _said(spans: Iterable[Span]) -> str:
    return ", ".join(f"{clock(span.start)}–{clock(span.end)}" for span in spans)
