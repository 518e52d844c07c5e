"""Who sees and does what with homes as places of work. A home is its person's: the others see what must be done."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from hjemmedag.apps.workplaces.models import (
    Assessment,
    Finding,
    Instruction,
    Measure,
    Photo,
    SafetyPractice,
    Sharing,
    Visit,
)
from hjemmedag.core.people.roles import Role, Viewer


def may_work_at_home(viewer: Viewer) -> bool:
    """Every employee has a page about their own home as a place of work."""
    return viewer.has(Role.EMPLOYEE)


def may_choose(viewer: Viewer) -> bool:
    """The company's choices: HR for the whole company."""
    return viewer.everywhere(Role.HR)


def may_follow(viewer: Viewer) -> bool:
    """The action plan by name: managers for their own team, and HR for the whole company."""
    return viewer.has(Role.MANAGER) or viewer.everywhere(Role.HR)


def may_count(viewer: Viewer) -> bool:
    """Risks as figures for units and deadlines without names: safety representatives and HR for the whole company."""
    return viewer.has(Role.SAFETY) or viewer.everywhere(Role.HR)


def may_instruct(viewer: Viewer) -> bool:
    """Writing down that someone was instructed: managers, of their own team."""
    return viewer.has(Role.MANAGER)


def followed(viewer: Viewer) -> QuerySet[Finding]:
    """The findings in the action plan that this viewer reads by name; never those about body and well-being."""
    open_to_all = Finding.objects.filter(private=False)
    return open_to_all if viewer.everywhere(Role.HR) else open_to_all.filter(employee__in=viewer.team)


def readable(viewer: Viewer) -> QuerySet[Finding]:
    """The findings that this viewer may open.

    One's own; those one is to see to; what was told to one's role; one's team's and, for HR, everyone's. Of those about
    body and well-being one's own, and for the named handler everyone's.
    """
    handled = Exists(SafetyPractice.objects.filter(handler=viewer.employee))
    owned = Exists(Measure.objects.filter(finding=OuterRef("pk"), owner=viewer.employee))
    seen: Q = Q(employee__in=viewer.team) | Q(owned)
    if viewer.everywhere(Role.HR):
        seen = Q()
    elif viewer.everywhere(Role.SAFETY):
        seen |= Q(told=Finding.Told.SAFETY)
    return Finding.objects.filter(Q(employee=viewer.employee) | (Q(private=False) & seen) | (Q(private=True) & handled))


def plannable(viewer: Viewer) -> QuerySet[Finding]:
    """The findings for which this viewer decides what is done: nobody decides it about their own home alone."""
    handled = Exists(SafetyPractice.objects.filter(handler=viewer.employee))
    decides = Q(pk__in=()) if not viewer.team else Q(employee__in=viewer.team)
    if viewer.everywhere(Role.HR):
        decides = Q()
    elif viewer.everywhere(Role.SAFETY):
        decides |= Q(told=Finding.Told.SAFETY)
    found = Finding.objects.filter((Q(private=False) & decides) | (Q(private=True) & handled))
    return found.exclude(employee=viewer.employee)


def shared(viewer: Viewer) -> QuerySet[Assessment]:
    """The assessments that their people let the safety representatives read."""
    if not viewer.everywhere(Role.SAFETY):
        return Assessment.objects.none()
    now = Sharing.objects.filter(assessment=OuterRef("pk"), withdrawn_at__isnull=True)
    return Assessment.objects.filter(Exists(now), submitted_on__isnull=False)


def instructed(viewer: Viewer) -> QuerySet[Instruction]:
    """The instructions that this viewer reads in the log: one's team's, and for HR everyone's."""
    everyone = Instruction.objects.all()
    return everyone if viewer.everywhere(Role.HR) else everyone.filter(employee__in=viewer.team)


def may_ask(viewer: Viewer) -> bool:
    """Asking to see a home by agreement: whoever follows homes. Whose, `queries.askable` says."""
    return viewer.has(Role.MANAGER) or viewer.everywhere(Role.HR) or viewer.everywhere(Role.SAFETY)


def visits(viewer: Viewer) -> QuerySet[Visit]:
    """The visits of one's own home, and those that one has asked for. Nobody else reads of them, no role included."""
    return Visit.objects.filter(Q(employee=viewer.employee) | Q(asked_by=viewer.employee))


def photos(viewer: Viewer) -> QuerySet[Photo]:
    """One's own pictures, and those that name this person as their viewer. No role opens any."""
    return Photo.objects.filter(Q(employee=viewer.employee) | Q(viewer=viewer.employee))
