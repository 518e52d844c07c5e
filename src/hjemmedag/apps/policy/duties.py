"""What the policy asks of people: a receipt for the version in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import queries
from hjemmedag.core.duties import Duty, Scope
from hjemmedag.rulebook.load import load

RULE = "policy.receipt"
MINUTES = 5


def due(scope: Scope, on: date) -> Iterator[Duty]:
    """A receipt from each employee who has given none for the version in force; from newcomers by their own first day.

    Two queries for one person or for all.
    """
    version = queries.in_force(on)
    if version is None or version.effective_from is None:
        return
    time_to_read = timedelta(days=load().on(on).number(RULE, "days"))
    staff = queries.awaited(version, on)
    if scope.owner is not None:
        staff = staff.filter(pk=scope.owner)
    listed: QuerySet[Any] = people.listed(staff, on).order_by("pk")
    for employee, employed_from in listed.values_list("pk", "employed_from"):
        yield Duty(
            kind="policy.receipt",
            owner=employee,
            about=employee,
            subject=version.pk,
            rule=RULE,
            minutes=MINUTES,
            due=max(version.effective_from, employed_from) + time_to_read,
            facts={"number": version.number},
        )
