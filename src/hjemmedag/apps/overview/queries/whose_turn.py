"""Who has a wish that waits, in words: its writer reads who answers, and what silence means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.people import queries as people
from hjemmedag.core.people.roles import Role, Viewer


@dataclass(frozen=True, slots=True)
class WhoseTurn:
    """Names of who answers and of who in HR sees to it; `choosable` is whose stand-in the viewer may name."""

    decider: str
    handler: str
    late: bool
    choosable: int | None


def whose_turn(employee: int, answer_by: date, viewer: Viewer, on: date) -> WhoseTurn:
    """Who has someone's wish now: two queries, and one for HR where nobody answers or the deadline has passed."""
    decider, handler = people.deciders_of([employee], on).get(employee), None
    if decider is None or answer_by < on:
        handler = agreements.handler_of(employee, decider, on)
    names = people.named([one for one in (decider, handler) if one is not None])
    hr = viewer.everywhere(Role.HR) and viewer.employee != employee
    return WhoseTurn(
        decider=names.get(decider or 0, ""),
        handler=names.get(handler or 0, ""),
        late=answer_by < on,
        choosable=employee if hr else None,
    )
