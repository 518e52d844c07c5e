"""Who keeps the stock, who answers orders, who pays. Everyone sees what they have themselves, and nobody else's."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from hjemmedag.apps.equipment.models import Expense
from hjemmedag.core.people.roles import Role, Viewer


def may_borrow(viewer: Viewer) -> bool:
    """Every employee has a page of their own equipment."""
    return viewer.has(Role.EMPLOYEE)


def may_keep(viewer: Viewer) -> bool:
    """Stock, hand-overs, returns and repairs: HR for the whole company and IT."""
    return viewer.everywhere(Role.HR) or viewer.everywhere(Role.IT)


def may_choose(viewer: Viewer) -> bool:
    """Promises, ceilings and who pays for whose internet: HR for the whole company."""
    return viewer.everywhere(Role.HR)


def may_answer(viewer: Viewer) -> bool:
    """Orders and refunds: managers for their teams, HR for the whole company."""
    return viewer.has(Role.MANAGER) or viewer.everywhere(Role.HR)


def may_pay(viewer: Viewer) -> bool:
    """The amounts of a month: payroll."""
    return viewer.has(Role.PAYROLL)


def answerable(viewer: Viewer) -> QuerySet[Expense]:
    """The expenses this viewer may see and answer, never one's own."""
    others = Expense.objects.exclude(employee=viewer.employee)
    return others if viewer.everywhere(Role.HR) else others.filter(Q(employee__in=viewer.team))
