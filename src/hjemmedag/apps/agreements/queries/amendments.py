"""Changes of living arrangements: which wait, whose turn it is, and what may be asked."""

from __future__ import annotations

from typing import Any

from django.db.models import BigIntegerField, Case, F, QuerySet, Value, When

from hjemmedag.apps.agreements.models import Amendment, Arrangement
from hjemmedag.apps.agreements.queries.arrangements import Standing
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.status import LIVING, Status

CHANGE = "change"
CHANGEABLE = LIVING - {Status.WAITING}
"""An arrangement whose addendum still waits is taken back and offered anew instead."""


def changes_of(arrangements: QuerySet[Arrangement]) -> QuerySet[Amendment]:
    """Every change asked for, oldest first, with all that a page says of it."""
    rows = Amendment.objects.filter(arrangement__in=arrangements).order_by("asked_at", "id")
    return rows.select_related("arrangement__employee", "asked_by", "closed_by", "terms__addendum")


def changes_in(arrangement: int) -> QuerySet[Amendment]:
    """Those of one arrangement."""
    return changes_of(Arrangement.objects.filter(pk=arrangement))


def may_change(standing: Standing) -> bool:
    """Whether another pattern can be asked for."""
    return standing.status in CHANGEABLE


def waiting_changes(on: people.Asked) -> QuerySet[Amendment, Any]:
    """The kind of turn, the change, the employee, the day, and whose turn it is: the side that didn't ask."""
    employee = "arrangement__employee"
    turn = Case(
        When(asked_by=F(employee), then=people.decider_on(on, employee)),
        default=F(employee),
        output_field=BigIntegerField(),
    )
    rows = Amendment.objects.filter(closed_at__isnull=True).order_by()
    return rows.values_list(Value(CHANGE), "pk", employee, "answer_by", turn)
