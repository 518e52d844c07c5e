"""The insurance register, and what of it is still open."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import QuerySet

from hjemmedag.apps.workplaces.models import ContentsCheck, Insurance
from hjemmedag.apps.workplaces.queries.needs import needs
from hjemmedag.core.duties import Scope
from hjemmedag.core.workplaces.rules import insurance
from hjemmedag.rulebook.load import load

Kind = Insurance.Kind


def in_force(rows: Collection[Insurance], on: date) -> list[Insurance]:
    """Those of the insurances that hold on a day."""
    return [row for row in rows if row.starts <= on and (row.ends is None or on < row.ends)]


def insurances() -> QuerySet[Any]:
    """Every row that was ever written, with who wrote it, by kind and the latest first."""
    return Insurance.objects.select_related("by", "replaced_by").order_by("kind", "-starts", "-id")


def covered(rows: Collection[Insurance], on: date, *, contents_told: bool) -> insurance.Insurance:
    """What the rule says of the insurances that hold on a day."""
    holding = in_force(rows, on)
    clarified = {row.kind for row in holding if row.clarified}
    facts = insurance.Facts(
        work_injury=any(row.kind == Kind.WORK_INJURY for row in holding),
        property_clarified=Kind.PROPERTY in clarified,
        liability_clarified=Kind.LIABILITY in clarified,
        contents_told=contents_told,
    )
    return insurance.decide(facts, load())


def contents_checked(on: date) -> tuple[int, int]:
    """How many of those who work at home have looked at their contents insurance since they moved, and of how many."""
    asked = [need.check_contents for need in needs(Scope(), on)]
    return len(asked) - sum(asked), len(asked)


def latest_check(employee: int) -> ContentsCheck | None:
    """When someone last looked at their contents insurance."""
    return ContentsCheck.objects.filter(employee=employee).order_by("-on").first()
