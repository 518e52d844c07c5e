"""Who may ask, answer and see."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from hjemmedag.apps.agreements.models import Application, Arrangement
from hjemmedag.apps.people import queries as people
from hjemmedag.core.people.roles import Role, Viewer


def may_apply(viewer: Viewer) -> bool:
    """Every employee may ask for an arrangement."""
    return viewer.has(Role.EMPLOYEE)


def may_list(viewer: Viewer) -> bool:
    """Lists of applications and arrangements: managers for their teams, HR for its units, the auditor."""
    return viewer.has(Role.MANAGER, Role.HR, Role.AUDITOR)


def may_decide(viewer: Viewer, application: Application) -> bool:
    """The applicant's manager, or HR for the whole company; nobody decides on their own wish."""
    if application.employee_id == viewer.employee:
        return False
    return application.employee_id in viewer.team or viewer.everywhere(Role.HR)


def readable_applications(viewer: Viewer, on: date) -> QuerySet[Application]:
    """The applications this viewer may read: one's own, also drafts; others' once they are sent."""
    sent = Q(submitted_at__isnull=False)
    others = sent if _reads_all(viewer) else sent & _of_visible(viewer, on)
    return Application.objects.filter(Q(employee=viewer.employee) | others)


def readable_arrangements(viewer: Viewer, on: date) -> QuerySet[Arrangement]:
    """The arrangements this viewer may open."""
    if _reads_all(viewer):
        return Arrangement.objects.all()
    return Arrangement.objects.filter(Q(employee=viewer.employee) | _of_visible(viewer, on))


def _reads_all(viewer: Viewer) -> bool:
    return viewer.everywhere(Role.HR) or viewer.everywhere(Role.AUDITOR)


def _of_visible(viewer: Viewer, on: date) -> Q:
    """One's team, and HR's units: roles that open people's records for other reasons open no applications."""
    reach = viewer.only(Role.EMPLOYEE, Role.MANAGER, Role.HR)
    return Q(employee__in=people.visible(reach, on).values("pk")) if may_list(viewer) else Q(pk__in=())
