"""The company's choices about the home as a place of work."""

from __future__ import annotations

from hjemmedag.apps.workplaces.models import SafetyPractice


def practice() -> SafetyPractice:
    """The choices, or those that a company begins with."""
    return SafetyPractice.objects.select_related("handler").first() or SafetyPractice()
