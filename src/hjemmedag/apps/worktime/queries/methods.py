"""How someone's working time reaches the register."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Q

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.models import Registration
from hjemmedag.core.worktime.weeks import days_of


def delivered(until: date | people.Asked) -> Any:
    """Rows of those whose hours another system delivers on a day, to filter by."""
    holding = Q(ends__isnull=True) | Q(ends__gt=until)
    return Registration.objects.filter(holding, method=Registration.Method.SYSTEM, starts__lte=until).order_by()


def from_system(employee: int, monday: date) -> bool:
    """Whether another system delivers the hours of someone's week: what holds on its Sunday holds for all of it."""
    return bool(delivered(days_of(monday)[-1]).filter(employee=employee).exists())


def whose_weeks_are_delivered(weeks: Collection[tuple[int, date]]) -> set[tuple[int, date]]:
    """Those of these weeks, by employee and Monday, that another system delivers: a query for each Monday."""
    found: set[tuple[int, date]] = set()
    for monday in {monday for _employee, monday in weeks}:
        theirs = set(delivered(days_of(monday)[-1]).values_list("employee", flat=True))
        found |= {week for week in weeks if week[1] == monday and week[0] in theirs}
    return found
