"""The log of instructions."""

from __future__ import annotations

from django.db.models import QuerySet

from hjemmedag.apps.workplaces.models import Instruction


def instructions_of(employee: int) -> QuerySet[Instruction]:
    """What one person was instructed in, the latest first."""
    return Instruction.objects.filter(employee=employee).select_related("by")


def with_people(rows: QuerySet[Instruction]) -> QuerySet[Instruction]:
    """The log with the names in it, in the same query."""
    return rows.select_related("employee", "by").order_by("-on", "-id")
