"""The company's own choices about equipment."""

from __future__ import annotations

from hjemmedag.apps.equipment.models import Practice


def practice() -> Practice:
    """What is chosen; the usual where nothing is."""
    return Practice.objects.first() or Practice()
