"""Leave across the stages: what rests meanwhile, and the welcome back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hjemmedag.apps.people import queries as people
from hjemmedag.core.duties import Duty
from hjemmedag.core.law import Rulebook
from hjemmedag.core.overview.resting import rested, waits_for
from hjemmedag.core.periods import Period
from hjemmedag.rulebook.load import load

RULE = "people.leave"
FEW = 200
"""So many people are named in a query; for more, everyone's leaves are read, which are never many."""


def without_resting(duties: Iterable[Duty], on: date) -> list[Duty]:
    """The duties without those that rest because someone is on leave, and with time to catch up: one query.

    A duty of long ago is judged by the leave of that time, so one that waited then never counts as late for it.
    """
    listed = list(duties)
    persons = {person for duty in listed if (person := waits_for(duty)) is not None}
    if not persons:
        return listed
    days = catch_up_days(on, load())
    since = min([on, *(duty.due for duty in listed if duty.due is not None)]) - timedelta(days=days + 1)
    leaves = people.leaves(since, persons if len(persons) <= FEW else None)
    standing = (rested(duty, leaves.get(waits_for(duty) or 0, ()), on, days) for duty in listed)
    return [duty for duty in standing if duty is not None]


def catch_up_days(on: date, rulebook: Rulebook) -> int:
    """How long everything that waited may take after the first day back."""
    return rulebook.on(on).number(RULE, "catch_up_days")


@dataclass(frozen=True, slots=True)
class Leave:
    """A leave as its person's start page says it: `until` is its last day while it runs, `back_by` after it."""

    runs: bool
    until: date | None = None
    back_by: date | None = None


def leave_of(employee: int, on: date) -> Leave | None:
    """The leave that runs, or the one someone is just back from: one query."""
    days = catch_up_days(on, load())
    return leave_among(people.leaves(on - timedelta(days=days), [employee]).get(employee, []), on)


def leave_among(leaves: Sequence[Period], on: date) -> Leave | None:
    """The one of these leaves, oldest first, that runs or that someone is just back from."""
    days = catch_up_days(on, load())
    for leave in reversed(leaves):
        if on in leave:
            return Leave(runs=True, until=leave.last)
        if leave.end is not None and leave.end <= on < leave.end + timedelta(days=days):
            return Leave(runs=False, back_by=leave.end + timedelta(days=days))
    return None
