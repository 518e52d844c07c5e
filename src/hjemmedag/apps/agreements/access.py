"""Who may ask, answer and see."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from hjemmedag.apps.agreements.models import AdHocDay, Amendment, Application, Arrangement, MovedDay, StayAbroad
from hjemmedag.apps.people import queries as people
from hjemmedag.core.people.roles import Role, Viewer


def may_apply(viewer: Viewer) -> bool:
    """Every employee may ask for an arrangement."""
    return viewer.has(Role.EMPLOYEE)


def may_list(viewer: Viewer) -> bool:
    """Lists of applications and arrangements: managers and stand-ins for theirs, HR for its units, the auditor."""
    return viewer.has(Role.MANAGER, Role.HR, Role.AUDITOR) or bool(viewer.decides)


def may_decide(viewer: Viewer, application: Application) -> bool:
    """Who answers for the applicant, or HR for the whole company; nobody decides on their own wish."""
    if application.employee_id == viewer.employee:
        return False
    return application.employee_id in viewer.decides or viewer.everywhere(Role.HR)


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


def readable_days(viewer: Viewer, on: date) -> QuerySet[AdHocDay]:
    """Other people's ad hoc days that this viewer may read."""
    rows = AdHocDay.objects.exclude(employee=viewer.employee)
    return rows if _reads_all(viewer) else rows.filter(_of_visible(viewer, on))


def readable_moves(viewer: Viewer, on: date) -> QuerySet[MovedDay]:
    """Other people's moved days that this viewer may read, those of today and later, the nearest first."""
    rows = MovedDay.objects.exclude(employee=viewer.employee).filter(undone_at__isnull=True)
    mine = rows if _reads_all(viewer) else rows.filter(_of_visible(viewer, on))
    return (
        mine.filter(Q(home_day__gte=on) | Q(instead__gte=on))
        .select_related("employee", "place")
        .order_by("home_day", "id")
    )


def may_answer_day(viewer: Viewer, employee: int) -> bool:
    """Who answers for the employee, or HR for the whole company; nobody answers their own wish."""
    return employee != viewer.employee and (employee in viewer.decides or viewer.everywhere(Role.HR))


def may_close(viewer: Viewer) -> bool:
    """Closing a place of work, and second looks at refusals: HR for the whole company."""
    return viewer.everywhere(Role.HR)


def may_ask_for_change(viewer: Viewer, employee: int) -> bool:
    """Another pattern: the employee, and who could decide on it."""
    return employee == viewer.employee or may_answer_day(viewer, employee)


def may_answer_change(viewer: Viewer, amendment: Amendment) -> bool:
    """The side that didn't ask: the employee, or who could decide on their wish."""
    employee = amendment.arrangement.employee_id
    return may_answer_day(viewer, employee) if amendment.asked_by_id == employee else employee == viewer.employee


def may_check_employers(viewer: Viewer) -> bool:
    """Judging addenda after a move to another legal entity: HR for the whole company."""
    return viewer.everywhere(Role.HR)


def may_offer_again(viewer: Viewer, employee: int) -> bool:
    """Offering an addendum that nobody signed once more: who could decide on the wish."""
    return may_answer_day(viewer, employee)


def may_send(viewer: Viewer) -> bool:
    """Addenda for many at once, and how long an offer stands: HR for the whole company."""
    return viewer.everywhere(Role.HR)


def may_complete(viewer: Viewer) -> bool:
    """Filling in what an arrangement from before lacks: HR for the whole company."""
    return viewer.everywhere(Role.HR)


def may_look_again(viewer: Viewer, application: Application) -> bool:
    """HR for the whole company, and neither the applicant nor who took the first decision."""
    if not viewer.everywhere(Role.HR) or not hasattr(application, "decision"):
        return False
    return viewer.employee not in (application.employee_id, application.decision.by_id)


def may_read_words_to_hr(viewer: Viewer, employee: int) -> bool:
    """What an applicant writes to HR about a refusal: the applicant and HR, and not whoever refused."""
    return viewer.employee == employee or viewer.everywhere(Role.HR)


def may_see_stays(viewer: Viewer) -> bool:
    """Periods abroad: one's own, and others' for whoever lists arrangements, and for IT security."""
    return viewer.has(Role.EMPLOYEE, Role.MANAGER, Role.HR, Role.AUDITOR) or viewer.everywhere(Role.IT)


def readable_stays(viewer: Viewer, on: date) -> QuerySet[StayAbroad]:
    """The periods abroad that this viewer may read; IT security reads all, since it answers for each."""
    if _reads_all(viewer) or viewer.everywhere(Role.IT):
        return StayAbroad.objects.all()
    return StayAbroad.objects.filter(Q(employee=viewer.employee) | _of_visible(viewer, on))


def may_secure(viewer: Viewer, employee: int) -> bool:
    """IT security's answer about a period abroad; nobody answers their own wish."""
    return employee != viewer.employee and viewer.everywhere(Role.IT)


def may_inform(viewer: Viewer, employee: int) -> bool:
    """Writing down what an employee was told before a period abroad: HR for the whole company, of others."""
    return employee != viewer.employee and viewer.everywhere(Role.HR)


def _reads_all(viewer: Viewer) -> bool:
    return viewer.everywhere(Role.HR) or viewer.everywhere(Role.AUDITOR)


def _of_visible(viewer: Viewer, on: date) -> Q:
    """One's team, those one answers for, and HR's units: roles that open people's records for other reasons open no
    applications."""
    reach = viewer.only(Role.EMPLOYEE, Role.MANAGER, Role.HR)
    seen = Q(employee__in=people.visible(reach, on).values("pk")) | Q(employee__in=viewer.decides)
    return seen if may_list(viewer) else Q(pk__in=())
