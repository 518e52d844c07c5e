"""Who may write the policy, follow who has read it, and read it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy.models import Attendee, Dialogue, Hearing, Party, PolicyVersion
from hjemmedag.core.people.roles import Role, Viewer


def may_write(viewer: Viewer) -> bool:
    """Drafting, publishing and job functions: HR for the whole company."""
    return viewer.everywhere(Role.HR)


def may_follow(viewer: Viewer) -> bool:
    """The list of versions and who has read them: HR, also for a unit, and the auditor."""
    return viewer.has(Role.HR, Role.AUDITOR)


def readable(viewer: Viewer) -> QuerySet[PolicyVersion]:
    """What is published is for everyone, former versions too: an addendum names the one it was made under."""
    if may_write(viewer):
        return PolicyVersion.objects.all()
    return PolicyVersion.objects.filter(number__isnull=False)


def may_look_up(viewer: Viewer) -> bool:
    """Other people's results by the criteria: managers and HR."""
    return viewer.has(Role.MANAGER, Role.HR)


def judged(viewer: Viewer, on: date) -> QuerySet[Any]:
    """Whose result by the criteria this viewer may read: one's own, one's team's, and HR's units'."""
    return people.visible(viewer.only(Role.EMPLOYEE, Role.MANAGER, Role.HR), on)


def may_hear(viewer: Viewer) -> bool:
    """Opening, answering and closing hearings: HR for the whole company."""
    return viewer.everywhere(Role.HR)


def may_read_hearings(viewer: Viewer) -> bool:
    """Whether a version links to its hearings: for those who may have been heard, HR and the auditor."""
    return viewer.has(Role.SAFETY, Role.UNION, Role.AUDITOR) or may_hear(viewer)


def readable_hearings(viewer: Viewer) -> QuerySet[Hearing]:
    """The hearings that this viewer may read: those one is heard in; all of them for HR and the auditor."""
    if viewer.everywhere(Role.HR) or viewer.everywhere(Role.AUDITOR):
        return Hearing.objects.all()
    return Hearing.objects.filter(Exists(Party.objects.filter(hearing=OuterRef("pk"), employee=viewer.employee)))


def may_follow_draft(viewer: Viewer, hearing: Hearing) -> bool:
    """What changes in a heard draft: HR and the auditor always, whoever is heard while the hearing is open and they
    represent someone, and from publication on everyone who may read the hearing.
    """
    if hearing.version.number is not None or viewer.everywhere(Role.HR) or viewer.everywhere(Role.AUDITOR):
        return True
    return hearing.closed_at is None and viewer.has(Role.SAFETY, Role.UNION)


def may_invite(viewer: Viewer) -> bool:
    """Dialogue meetings: whoever manages someone."""
    return viewer.has(Role.MANAGER)


def readable_dialogues(viewer: Viewer) -> QuerySet[Dialogue]:
    """Meetings are for those who take part: the host and those invited, nobody else."""
    invited = Attendee.objects.filter(dialogue=OuterRef("pk"), employee=viewer.employee)
    return Dialogue.objects.filter(Q(host=viewer.employee) | Q(Exists(invited)))
