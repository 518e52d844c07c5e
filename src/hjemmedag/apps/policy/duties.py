"""What the policy asks of people: a receipt for the version in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

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
    for employee, employed_from in queries.awaited_since(version, scope, on):
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
