"""Who holds which role, who may sign for the employer, and whether someone will always be left to do it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from hjemmedag.apps.people.access import serving
from hjemmedag.apps.people.models import Asked, Employment, Prepared, RoleGrant, SigningRight
from hjemmedag.core.people.cover import first_gap, served
from hjemmedag.core.people.roles import Role
from hjemmedag.core.periods import Period


def grants(on: date) -> QuerySet[RoleGrant]:
    """Grants that hold on a day or later, by role and name."""
    lasting = RoleGrant.objects.filter(Q(ends__isnull=True) | Q(ends__gt=on)).select_related("employee", "department")
    return lasting.order_by("role", "employee__alphabetical", "starts", "id")


def signing_rights(on: date) -> QuerySet[SigningRight]:
    """Signing rights that hold on a day or later, by name."""
    lasting = SigningRight.objects.filter(Q(ends__isnull=True) | Q(ends__gt=on)).select_related("employee")
    return lasting.order_by("employee__alphabetical", "starts", "id")


def holders(role: Role, on: date) -> list[int]:
    """Who holds a role for the whole company on a day, first granted first."""
    return list(dict.fromkeys(employee for (employee,) in _holders.rows(role=role, on=on)))


@Prepared
def _holders() -> QuerySet[Any, Any]:
    return holding(Asked("role"), Asked("on")).order_by("starts", "id").values_list("employee")


def holding(role: Role | Asked, on: date | Asked) -> QuerySet[RoleGrant]:
    """The grants by which someone holds a role for the whole company on a day, to put into queries of later stages."""
    return RoleGrant.objects.on(on).filter(serving(on), role=role, department=None)


def first_day_without_hr(
    on: date, *, changed: Mapping[int, Period | None] | None = None, leaves: tuple[int, Period] | None = None
) -> date | None:
    """The first day from `on` on which nobody would hold HR for the whole company; `None` when there is none.

    Asked about a change before it is made: `changed` has the new period of grants (`None`: gone), and `leaves` an
    employment with its new period.
    """
    given = RoleGrant.objects.filter(role=Role.HR, department=None)
    periods = {grant.pk: grant.period for grant in given} | dict(changed or {})
    employments: dict[int, list[Period]] = {}
    for row in Employment.objects.filter(employee__in=given.values("employee")):
        period = leaves[1] if leaves is not None and leaves[0] == row.pk else row.period
        employments.setdefault(row.employee_id, []).append(period)
    held = []
    for grant in given:
        granted = periods[grant.pk]
        held += served(granted, employments.get(grant.employee_id, ())) if granted else []
    return first_gap(on, held)
