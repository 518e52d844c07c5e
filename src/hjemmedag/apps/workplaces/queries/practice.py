"""The company's choices about the home as a place of work."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces.models import Finding, InjuryHealth, PrivateReplies, SafetyPractice


def practice() -> SafetyPractice:
    """The choices, or those that a company begins with."""
    return SafetyPractice.objects.select_related("handler").first() or SafetyPractice()


def entrusting(on: date) -> list[int]:
    """Everyone employed who has written something that the named handler alone reads beside them: one query."""
    replied = PrivateReplies.objects.exclude(replies={}).values("assessment__employee")
    found = Finding.objects.filter(private=True).values("employee")
    hurt = InjuryHealth.objects.values("injury__employee")
    wrote = people.employed(on).filter(Q(pk__in=replied) | Q(pk__in=found) | Q(pk__in=hurt))
    return list(wrote.order_by("pk").values_list("pk", flat=True))
