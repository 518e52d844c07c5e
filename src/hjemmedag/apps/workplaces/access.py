"""Who sees and does what with homes as places of work. A home is its person's: the others see what must be done."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces.models import (
    Account,
    Assessment,
    Finding,
    Injury,
    InjuryHealth,
    Instruction,
    Measure,
    NearMiss,
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


def may_discuss(viewer: Viewer) -> bool:
    """Reading what the yearly safety discussions agreed: HR, safety and union representatives."""
    return viewer.has(Role.SAFETY, Role.UNION) or viewer.everywhere(Role.HR)


def may_instruct(viewer: Viewer) -> bool:
    """Writing down that someone was instructed: managers, of their own team."""
    return viewer.has(Role.MANAGER)


def followed(viewer: Viewer) -> QuerySet[Finding]:
    """The findings in the action plan that this viewer reads by name; never those about body and well-being."""
    open_to_all = Finding.objects.filter(private=False)
    return open_to_all if viewer.everywhere(Role.HR) else open_to_all.filter(employee__in=viewer.team)


def readable(viewer: Viewer) -> QuerySet[Finding]:
    """The findings that this viewer may open.

    One's own; those whose latest measure one is to see to; what was told to one's role; one's team's and, for HR,
    everyone's. Of those about body and well-being one's own, and for the named handler everyone's.
    """
    handled = Exists(SafetyPractice.objects.filter(handler=viewer.employee))
    later = Measure.objects.filter(finding=OuterRef("finding"), pk__gt=OuterRef("pk"))
    owned = Exists(Measure.objects.filter(~Exists(later), finding=OuterRef("pk"), owner=viewer.employee))
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


def named_handler(on: date | people.Asked) -> QuerySet[SafetyPractice]:
    """The choices with a handler who is employed on a day; none while nobody is named."""
    return SafetyPractice.objects.filter(handler__in=people.employed(on))


def handled(viewer: Viewer, on: date) -> QuerySet[Injury]:
    """The injuries that this viewer sees to: the handler all but their own, HR those that no handler can see to."""
    named = named_handler(on)
    mine = Exists(named.filter(handler=viewer.employee)) & ~Q(employee=viewer.employee)
    if viewer.everywhere(Role.HR):
        mine = mine | ~Exists(named) | Exists(named.filter(handler=OuterRef("employee")))
    return Injury.objects.filter(mine)


def told(viewer: Viewer, on: date) -> QuerySet[Injury]:
    """The injuries whose account this viewer reads: one's own, and those one sees to."""
    return Injury.objects.filter(Q(employee=viewer.employee) | Q(pk__in=handled(viewer, on).values("pk")))


def known(viewer: Viewer, on: date) -> QuerySet[Injury]:
    """The injuries that this viewer knows are reported: HR and the handler everyone's, managers their team's.

    How the deadline stands says that someone is away, so that is for those who `may_handle` alone.
    """
    seen = Q(employee__in=viewer.team) | Q(pk__in=handled(viewer, on).values("pk"))
    return Injury.objects.all() if viewer.everywhere(Role.HR) else Injury.objects.filter(seen)


def accounts(viewer: Viewer, on: date) -> QuerySet[Account]:
    """What this viewer reads of what happened: all of it where it is told to them, else what they wrote themselves."""
    return Account.objects.filter(Q(injury__in=told(viewer, on)) | Q(by=viewer.employee))


def injury_health(viewer: Viewer, on: date) -> QuerySet[InjuryHealth]:
    """What was hurt: the injured person and the named handler. HR never, also where it sees to the report."""
    named = Exists(named_handler(on).filter(handler=viewer.employee))
    return InjuryHealth.objects.filter(Q(injury__employee=viewer.employee) | Q(named))


def reads_health(viewer: Viewer, injury: Injury, on: date) -> bool:
    """Whether this viewer reads and writes what was hurt in this injury, where anything is written or not."""
    return injury.employee_id == viewer.employee or named_handler(on).filter(handler=viewer.employee).exists()


def may_handle(viewer: Viewer, on: date) -> bool:
    """Whether this viewer is the named handler, or HR for the whole company, which steps in."""
    return viewer.everywhere(Role.HR) or named_handler(on).filter(handler=viewer.employee).exists()


def reportable(viewer: Viewer, on: date) -> QuerySet[Any]:
    """Those for whom this viewer may report an injury: oneself, one's team, and for whoever sees to it anyone."""
    everyone = people.employed(on)
    if may_handle(viewer, on):
        return everyone
    return everyone.filter(pk__in=viewer.team | {viewer.employee})


def may_prevent(viewer: Viewer) -> bool:
    """Near misses, which say nothing of health: safety representatives and HR for the whole company."""
    return viewer.everywhere(Role.SAFETY) or viewer.everywhere(Role.HR)


def near_misses(viewer: Viewer) -> QuerySet[NearMiss]:
    """The near misses that this viewer reads: one's own, and for those who prevent them everyone's."""
    everyone = NearMiss.objects.all()
    return everyone if may_prevent(viewer) else everyone.filter(employee=viewer.employee)


def may_ask(viewer: Viewer) -> bool:
    """Asking to see a home by agreement: whoever follows homes. Whose, `queries.askable` says."""
    return viewer.has(Role.MANAGER) or viewer.everywhere(Role.HR) or viewer.everywhere(Role.SAFETY)


def visits(viewer: Viewer, on: date) -> QuerySet[Visit]:
    """The visits of one's own home, and those that one has asked for and follows still. No role opens any other."""
    rows = Visit.objects.annotate(manager=people.manager_on(on, "employee"))
    return rows.filter(Q(employee=viewer.employee) | (Q(asked_by=viewer.employee) & follows("asked_by", on)))


def follows(who: str, on: date | people.Asked) -> Q:
    """Whether the one in this column is employed and the `manager`, HR or a safety representative."""
    told = Q(manager=F(who))
    for role in (Role.HR, Role.SAFETY):
        told |= Q(Exists(people.holding(role, on).filter(employee=OuterRef(who))))
    return told & Q(Exists(people.employed(on).filter(pk=OuterRef(who))))


def photos(viewer: Viewer) -> QuerySet[Photo]:
    """One's own pictures, and those that name this person as their viewer. No role opens any."""
    return Photo.objects.filter(Q(employee=viewer.employee) | Q(viewer=viewer.employee))
