"""The register of everyone as arrays, some people at a time, for a quick look at all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain
from typing import Any

import numpy as np
from django.db.models import Case, F, Func, IntegerField, Q, QuerySet, Value, When
from numpy.typing import NDArray

from hjemmedag.apps.worktime.models import Entry
from hjemmedag.apps.worktime.queries.entries import standing
from hjemmedag.core.instants import midnight
from hjemmedag.core.worktime.bulk import daily, weekly
from hjemmedag.core.worktime.bulk.intervals import Entries, Marks, merged
from hjemmedag.core.worktime.entries import Kind, Place
from hjemmedag.core.worktime.limits import Limits

PEOPLE = 500
"""How many at a time: a year of theirs is some ten megabytes."""

Numbers = NDArray[np.int64]


class Counted(Func):
    """A moment as a number that the database works out: to make Python's own of each would take ten times as long."""

    output_field = IntegerField()
    sqlite = postgresql = ""

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        return self.as_sql(compiler, connection, template=self.sqlite, **more)

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        return self.as_sql(compiler, connection, template=self.postgresql, **more)


class Seconds(Counted):
    """An instant in UTC seconds."""

    sqlite = "CAST(strftime('%%%%s', %(expressions)s) AS INTEGER)"
    postgresql = "CAST(EXTRACT(EPOCH FROM %(expressions)s) AS BIGINT)"


class MonthNumber(Counted):
    """The month of a date, counted on through the years: see `month_number`."""

    sqlite = "(strftime('%%%%Y', %(expressions)s) * 12 + strftime('%%%%m', %(expressions)s) - 1)"
    postgresql = "CAST(EXTRACT(YEAR FROM %(expressions)s) * 12 + EXTRACT(MONTH FROM %(expressions)s) - 1 AS INTEGER)"


def month_number(day: date) -> int:
    """The month that a day lies in as a number that grows by one each month."""
    return day.year * 12 + day.month - 1


@dataclass(frozen=True, slots=True)
class Register:
    """What stands of some people, a row an entry, by employee and time.

    `start` and `end` in UTC seconds, `month` as `month_number`, `away`: on call away from the workplace, `home`: worked
    at home; `minutes` are what counts as hours.
    """

    employee: Numbers
    start: Numbers
    end: Numbers
    month: Numbers
    minutes: Numbers
    timed: Marks
    away: Marks
    home: Marks


def everyone(first: date, last: date) -> Iterator[Register]:
    """The register of all people on the days from the first to the last: one query for each few hundred of them."""
    rows = standing().filter(day__range=(first, last))
    people = list(rows.order_by("employee").values_list("employee", flat=True).distinct())
    for begin in range(0, len(people), PEOPLE):
        some = people[begin : begin + PEOPLE]
        yield _register(rows.filter(employee__gte=some[0], employee__lte=some[-1]))


def _register(rows: QuerySet[Entry]) -> Register:
    away = Q(kind=Kind.ON_CALL) & ~Q(place=Place.OFFICE)
    listed = rows.order_by("employee", "start", "id").values_list(
        "employee",
        Seconds("start"),
        Seconds("end"),
        MonthNumber("day"),
        F("break_minutes"),
        Case(When(timed=True, then=Value(1)), default=Value(0), output_field=IntegerField()),
        Case(When(away, then=Value(1)), default=Value(0), output_field=IntegerField()),
        Case(When(place=Place.HOME, then=Value(1)), default=Value(0), output_field=IntegerField()),
    )
    flat = np.fromiter(chain.from_iterable(listed.iterator(10_000)), dtype=np.int64)
    employee, start, end, month, pause, timed, aside, home = flat.reshape(-1, 8).T.copy()
    minutes = np.where(aside == 1, 0, (end - start) // 60 - pause)
    return Register(employee, start, end, month, minutes, timed == 1, aside == 1, home == 1)


def short_of_rest(register: Register, limits: Limits, first: date, last: date) -> list[int]:
    """Everyone whose rest may have been too short from the first day to the last, and few others.

    Agreements, absences and accounts of events can only excuse what is found here. Days off are looked for a day sooner
    than the rule asks, as what came before the first entry isn't known here.
    """
    rows = register.timed & (register.end > second_of(first)) & (register.start < second_of(last + timedelta(days=2)))
    if not rows.any():
        return []
    people, codes = np.unique(register.employee[rows], return_inverse=True)
    entries = Entries(codes.astype(np.int32), register.start[rows], register.end[rows], register.away[rows])
    return [int(people[code]) for code in sorted(_short(entries, limits) | _without_days_off(entries, limits))]


def second_of(day: date) -> int:
    """The UTC second at which a Danish day begins."""
    return int(midnight(day).timestamp())


def _short(entries: Entries, limits: Limits) -> set[int]:
    """Those with a daily rest that was too short; time on call away from the workplace is rest."""
    assert entries.on_call is not None
    work = entries.chosen(~entries.on_call)
    return set(daily.breaches(merged(work), limits).employee.tolist()) if len(work.start) else set()


def _without_days_off(entries: Entries, limits: Limits) -> set[int]:
    """Those of whom it isn't plain that every day off came in time."""
    begins = np.concatenate(([0], np.flatnonzero(entries.employee[1:] != entries.employee[:-1]) + 1))
    known_from, known_to = np.minimum.reduceat(entries.start, begins), np.maximum.reduceat(entries.end, begins)
    sooner = replace(limits, between=limits.between - 1)
    return {who for who, _late in weekly.late_ones(merged(entries), known_from, known_to, sooner)}
