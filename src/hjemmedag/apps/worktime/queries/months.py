"""Months as payroll sees them: totals of approved weeks, and whether the month is closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet

from hjemmedag.adapters.spreadsheets import Cell
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.models import Answer, Entry, MonthLock, Sending, Week
from hjemmedag.apps.worktime.queries.entries import standing
from hjemmedag.apps.worktime.queries.weeks import with_way
from hjemmedag.core.periods import add_months, end_of_month

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Month:
    """One month: how many weeks in it are approved and how many are not yet, and since when it is closed."""

    first: date
    approved: int
    waiting: int
    closed_at: datetime | None
    over: bool


def months(today: date) -> list[Month]:
    """The last twelve, newest first: three queries, counted by the database."""
    firsts = [add_months(today.replace(day=1), -back) for back in range(SHOWN)]
    closed = dict(MonthLock.objects.filter(month__in=firsts).values_list("month", "at"))
    counts: dict[date, list[int]] = {first: [0, 0] for first in firsts}
    weeks = Week.objects.filter(monday__gte=firsts[-1]).values("monday").annotate(weeks=Count("pk"))
    approved = dict(_approved(firsts[-1]).values_list("sending__week__monday").annotate(weeks=Count("pk")))
    for monday, written in weeks.values_list("monday", "weeks"):
        count = counts.setdefault(monday.replace(day=1), [0, 0])
        count[0] += approved.get(monday, 0)
        count[1] += written - approved.get(monday, 0)
    return [
        Month(
            first,
            approved=counts[first][0],
            waiting=counts[first][1],
            closed_at=closed.get(first),
            over=end_of_month(first) < today,
        )
        for first in firsts
    ]


def _approved(first: date) -> QuerySet[Answer]:
    """The answers that approved a week from a Monday on, and nothing was sent after them."""
    later = Sending.objects.filter(week=OuterRef("sending__week"), pk__gt=OuterRef("sending"))
    return Answer.objects.filter(~Exists(later), approved=True, sending__week__monday__gte=first)


def approved_minutes(month: date) -> dict[int, tuple[int, int]]:
    """Minutes at home and elsewhere on the days of a month, by employee, of the weeks that are approved."""
    approved: Any = with_way(Week.objects.filter(monday__gte=add_months(month, -1), monday__lte=end_of_month(month)))
    weeks = set(approved.filter(approved=True).values_list("pk", flat=True))
    sums: dict[int, list[int]] = {}
    for entry in standing().filter(day__range=(month, end_of_month(month))).order_by().iterator(5000):
        if entry.week_id in weeks:
            minutes = sums.setdefault(entry.employee_id, [0, 0])
            minutes[entry.place != Entry.Place.HOME] += entry.minutes
    return {employee: (home, elsewhere) for employee, (home, elsewhere) in sums.items()}


def paid(month: date) -> Iterator[tuple[Cell, ...]]:
    """A row a person: number, name, month, hours at home, elsewhere and together, of the weeks that are approved."""
    sums = approved_minutes(month)
    for employee, (number, name) in sorted(people.numbered(sums).items(), key=lambda one: one[1]):
        home, elsewhere = (Decimal(minutes) / 60 for minutes in sums[employee])
        yield number, name, f"{month:%Y-%m}", *map(_hours, (home, elsewhere, home + elsewhere))


def _hours(hours: Decimal) -> Decimal:
    return hours.quantize(Decimal("0.01"))
