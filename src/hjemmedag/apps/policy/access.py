"""Who may write the policy, follow who has read it, and read it."""

from __future__ import annotations

from django.db.models import QuerySet

from hjemmedag.apps.policy.models import PolicyVersion
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
