"""Who may register, approve and see. Working time is seen by the person and their manager; the others see less."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from hjemmedag.apps.worktime.models import Week
from hjemmedag.core.people.roles import Role, Viewer


def may_register(viewer: Viewer) -> bool:
    """Every employee registers their own working time, and nobody else's."""
    return viewer.has(Role.EMPLOYEE)


def may_approve(viewer: Viewer) -> bool:
    """Managers, for the people they manage."""
    return viewer.has(Role.MANAGER)


def approvable(viewer: Viewer) -> QuerySet[Week]:
    """The weeks this viewer may open and answer: those of one's team, never one's own."""
    return Week.objects.filter(Q(employee__in=viewer.team) & ~Q(employee=viewer.employee))


def may_pay(viewer: Viewer) -> bool:
    """Months as totals, and locking them: payroll."""
    return viewer.has(Role.PAYROLL)


def may_choose(viewer: Viewer) -> bool:
    """The company's choices: HR for the whole company."""
    return viewer.everywhere(Role.HR)
