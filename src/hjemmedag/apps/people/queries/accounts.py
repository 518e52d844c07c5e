"""Who may sign in."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people.models import Asked, Employee, Employment, Prepared, Reporting, RoleGrant, SigningRight
from hjemmedag.core.people.roles import GRANTED, Role


def belonging(on: date | Asked) -> QuerySet[Employee]:
    """Those who may sign in on a day: employed now or later, or from outside with a role now.

    Someone whose last employment has ended is neither. Costs no query of its own: filter it further.
    """
    mine = Employment.objects.filter(employee=OuterRef("pk"))
    staff = Exists(mine.filter(Q(ends__isnull=True) | Q(ends__gt=on)))
    held = [Exists(given.objects.on(on).filter(employee=OuterRef("pk"))) for given in (RoleGrant, SigningRight)]
    return Employee.objects.filter(Q(staff) | (~Q(Exists(mine)) & (Q(held[0]) | Q(held[1]))), is_active=True)


def member(employee: int, on: date) -> Employee | None:
    """The person, if they may sign in on a day: asked for with every page."""
    return next(iter(Employee.objects.raw(*_member.asked(who=employee, on=on))), None)


@Prepared
def _member() -> QuerySet[Employee]:
    return belonging(Asked("on")).filter(pk=Asked("who"))


def belongs(employee: int, on: date) -> bool:
    """Whether this person may sign in on a day."""
    return member(employee, on) is not None


def invited_at(employee: int) -> datetime | None:
    """When somebody was last invited to sign in."""
    history = audit.history(kind=Employee._meta.label, subject=employee)
    return history.filter(action="people.invite").values_list("at", flat=True).first()


def one_of_each_role(on: date) -> dict[Role, Employee]:
    """For each role somebody who holds it: the first by id, as far as possible a new face for each.

    The employee and the manager are people without any other role.
    """
    present = belonging(on).order_by("pk")
    granted = RoleGrant.objects.on(on)
    leads = Reporting.objects.on(on).values("manager")
    plain = present.exclude(pk__in=granted.values("employee"))
    candidates = {
        Role.EMPLOYEE: plain.filter(Exists(Employment.objects.on(on).filter(employee=OuterRef("pk")))).exclude(
            pk__in=leads
        ),
        Role.MANAGER: plain.filter(pk__in=leads),
    } | {role: present.filter(pk__in=granted.filter(role=role).values("employee")) for role in GRANTED}
    found: dict[Role, Employee] = {}
    for role, people in candidates.items():
        new = people.exclude(pk__in=[person.pk for person in found.values()])
        if person := new.first() or people.first():
            found[role] = person
    return found
