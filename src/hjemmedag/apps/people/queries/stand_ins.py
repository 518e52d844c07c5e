"""Who answers for an employee on a day: a stand-in, else the manager; nobody who is on leave or has left."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from hjemmedag.apps.people.access import acting
from hjemmedag.apps.people.models import Asked, Employee, Reporting, StandIn
from hjemmedag.apps.people.queries.leaves import on_leave


def decider_on(on: date | Asked, employee: str) -> Coalesce:
    """To annotate rows of other stages with: who answers, on a day, for the employee in the column `employee`."""
    stands_in = acting(on).filter(employee=OuterRef(employee)).values("by")[:1]
    leads = _present(on).filter(employee=OuterRef(employee)).values("manager")[:1]
    return Coalesce(Subquery(stands_in), Subquery(leads), output_field=BigIntegerField())


def decided_by(who: int | Asked, on: date | Asked, employee: str = "employee") -> Q:
    """The filter "`who` answers for the employee in this column on this day"."""
    stood_in_for = acting(on).filter(by=who).values("employee")
    led = _present(on).filter(~Exists(acting(on).filter(employee=OuterRef("employee"))), manager=who)
    return Q(**{f"{employee}__in": stood_in_for}) | Q(**{f"{employee}__in": led.values("employee")})


def deciders_of(ids: Collection[int], on: date) -> dict[int, int]:
    """Who answers for each of these people on a day; those with nobody are left out: one query."""
    rows = Employee.objects.filter(pk__in=ids).annotate(decider=decider_on(on, "pk"))
    return dict(rows.filter(decider__isnull=False).values_list("pk", "decider"))


def _present(on: date | Asked) -> QuerySet[Reporting, Any]:
    return Reporting.objects.on(on).exclude(manager__in=on_leave(on))


def stand_in_of(employee: int, on: date) -> StandIn | None:
    """Who stands in for someone's manager on a day, or will: the nearest."""
    rows = StandIn.objects.filter(Q(ends__isnull=True) | Q(ends__gt=on), employee=employee)
    return rows.select_related("by").order_by("starts").first()


def lately_named(on: date | Asked, since: date | Asked, employee: str) -> Exists:
    """Whether the employee in the column `employee` has a stand-in that began on a day or later."""
    return Exists(acting(on).filter(employee=OuterRef(employee), starts__gte=since))
