"""Leave: longer absences in which tasks rest. That it is leave is all that is known here, never of which kind."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from hjemmedag.apps.people.models import Absence, Asked
from hjemmedag.core.periods import Period


def on_leave(on: date | Asked) -> QuerySet[Absence, Any]:
    """The ids of everyone on leave on a day, to filter other rows by without fetching them."""
    return Absence.objects.on(on).filter(leave=True).order_by().values("employee")


def leaves(since: date, ids: Collection[int] | None = None) -> dict[int, list[Period]]:
    """Each person's leaves that hold on a day or later, oldest first: one query. Without `ids`, everyone's."""
    rows = Absence.objects.filter(Q(ends__isnull=True) | Q(ends__gt=since), leave=True).order_by("starts", "id")
    found: dict[int, list[Period]] = {}
    for one in rows if ids is None else rows.filter(employee__in=ids):
        found.setdefault(one.employee_id, []).append(one.period)
    return found


def back_from_leave(first: date, on: date) -> QuerySet[Absence]:
    """Leaves whose first day back lies from `first` to `on`, of people who are back."""
    over = Absence.objects.filter(leave=True, ends__gte=first, ends__lte=on)
    return over.exclude(employee__in=on_leave(on)).order_by("ends", "id")
