"""Who is away, and when."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from hjemmedag.apps.people.models import Absence, Asked, Prepared
from hjemmedag.apps.people.models.dated import in_force
from hjemmedag.core.periods import Period


def employees_away(on: date) -> QuerySet[Absence, Any]:
    """The ids of everyone away on a day, to filter other rows by without fetching them."""
    return Absence.objects.on(on).order_by().values("employee")


def away_throughout(first: date | Asked, last: date | Asked) -> QuerySet[Absence, Any]:
    """The ids of everyone with an absence that holds from the first of these days to the last, to filter by."""
    return Absence.objects.on(first).filter(in_force(last)).order_by().values("employee")


def away(ids: Collection[int], on: date) -> set[int]:
    """Those of these employees who are away on a day."""
    return set(employees_away(on).filter(employee__in=ids).values_list("employee", flat=True))


def absences_of(employee: int) -> QuerySet[Absence]:
    """Someone's days away, latest first."""
    return Absence.objects.filter(employee=employee).order_by("-starts", "-id")


def overlapping(employee: int, period: Period) -> QuerySet[Absence]:
    """Someone's absences with at least one day in a period."""
    touching = Q(ends__isnull=True) | Q(ends__gt=period.start)
    if period.end is not None:
        touching &= Q(starts__lt=period.end)
    return Absence.objects.filter(touching, employee=employee)


def absences_between(employees: Collection[int], first: date, last: date) -> dict[int, list[tuple[Period, str]]]:
    """The days away of these people, with their kind, that touch a period: one query."""
    found: dict[int, list[tuple[Period, str]]] = {employee: [] for employee in employees}
    rows: Iterable[Absence]
    if len(employees) == 1:
        rows = Absence.objects.raw(*_of_one.asked(who=next(iter(employees)), first=first, last=last))
    else:
        rows = _touching(first, last).filter(employee__in=employees)
    for one in rows:
        found[one.employee_id].append((one.period, one.kind))
    return found


def _touching(first: date | Asked, last: date | Asked) -> QuerySet[Absence]:
    return Absence.objects.filter(Q(ends__isnull=True) | Q(ends__gt=first), starts__lte=last).order_by("starts")


@Prepared
def _of_one() -> QuerySet[Absence]:
    """What every page about one person's hours asks."""
    return _touching(Asked("first"), Asked("last")).filter(employee=Asked("who"))
