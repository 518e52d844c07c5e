"""Who may register, approve and see. Working time is seen by the person and their manager; the others see less."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.models import Answer, Registration, Sending, Week
from hjemmedag.core.people.roles import Role, Viewer


def may_register(viewer: Viewer) -> bool:
    """Every employee registers their own working time, and nobody else's."""
    return viewer.has(Role.EMPLOYEE)


def deputising(on: date | people.Asked) -> QuerySet[Registration, Any]:
    """The registrations on a day whose approver stands in the manager's place; one who has left stands in nobody's."""
    held = Registration.objects.filter(Q(ends__isnull=True) | Q(ends__gt=on), starts__lte=on)
    return held.filter(approver__in=people.employed(on).values("pk"))


def may_approve(viewer: Viewer, on: date) -> bool:
    """Managers, and who stands in a manager's place on the day."""
    return viewer.has(Role.MANAGER) or deputising(on).filter(approver=viewer.employee).exists()


def approvable(viewer: Viewer, on: date) -> QuerySet[Week]:
    """The weeks this viewer may open and answer on a day, and never one's own: of one's team but for those whom a
    deputy answers; of those one is the deputy for, what waits for an answer and what one answered oneself.
    """
    deputies = deputising(on)
    others = deputies.exclude(approver=viewer.employee)
    led = Q(employee__in=viewer.team) & ~Q(employee__in=others.values("employee"))
    waiting = Sending.objects.filter(week=OuterRef("pk"), answer__isnull=True)
    answered = Answer.objects.filter(sending__week=OuterRef("pk"), by=viewer.employee)
    deputised = Q(employee__in=deputies.filter(approver=viewer.employee).values("employee"))
    return Week.objects.filter(led | (deputised & (Exists(waiting) | Exists(answered)))).exclude(
        employee=viewer.employee
    )


def may_pay(viewer: Viewer) -> bool:
    """Months as totals, and locking them: payroll."""
    return viewer.has(Role.PAYROLL)


def may_keep(viewer: Viewer) -> bool:
    """How each person registers, and who nears the limits, by name: HR for the whole company."""
    return viewer.everywhere(Role.HR)


def may_count(viewer: Viewer) -> bool:
    """Figures about rest for units, never names: safety representatives and HR for the whole company."""
    return viewer.has(Role.SAFETY) or viewer.everywhere(Role.HR)


def may_choose(viewer: Viewer) -> bool:
    """The company's choices: HR for the whole company."""
    return viewer.everywhere(Role.HR)
