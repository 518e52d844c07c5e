"""Ad hoc days that someone asked for, with where they stand; and moved days beside them."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from hjemmedag.apps.agreements.models import AdHocDay, MovedDay
from hjemmedag.core.agreements.days import DayState, state_of

RULE = "agreements.ad_hoc"


def day_state(row: AdHocDay, on: date) -> DayState:
    """Where one day stands; its answer should have been read along with it."""
    answer = getattr(row, "answer", None)
    return state_of(row.day, on=on, outcome=answer.outcome if answer else None, withdrawn=row.withdrawn_at is not None)


def waiting_days(on: date) -> QuerySet[AdHocDay]:
    """Days asked for that can still be answered."""
    return AdHocDay.objects.filter(withdrawn_at__isnull=True, answer__isnull=True, day__gte=on)


def days_asked_for(employee: int) -> QuerySet[AdHocDay]:
    """The ad hoc days of one person, latest first, with their answers."""
    rows = AdHocDay.objects.filter(employee=employee).select_related("answer__by", "place")
    return rows.order_by("-day", "-id")


def moves_of(employee: int) -> QuerySet[MovedDay]:
    """Every move of one person, undone ones included."""
    return MovedDay.objects.filter(employee=employee).select_related("place").order_by("home_day", "id")


def moved_days(employee: int, on: date) -> QuerySet[MovedDay]:
    """The moves of one person that still have a day to come."""
    return moves_of(employee).filter(Q(instead__gte=on) | Q(home_day__gte=on), undone_at__isnull=True)
