"""What hearings and dialogue meetings wait for, in one query."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.db.models import F, Subquery, Value

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy.queries.dialogues import unwritten
from hjemmedag.apps.policy.queries.hearings import awaited_parties, unreplied_hearings
from hjemmedag.core.people.roles import Role

ANSWER, REPLY, MINUTES = "answer", "reply", "minutes"


class Pending(NamedTuple):
    """One thing that is waited for: what, of whom (nobody where nobody is HR), of which record, since or until when."""

    what: str
    owner: int | None
    subject: int
    day: date


def pending(owner: int | None, on: date) -> list[Pending]:
    """Answers from parties, answers from HR, minutes from hosts: of one person or of all. One query."""
    handler = Subquery(people.holding(Role.HR, on).order_by("starts", "id").values("employee")[:1])
    parts = [
        rows.annotate(what=Value(what), of=of, which=F(which), day=F(day))
        .order_by()
        .values_list("what", "of", "which", "day")
        for rows, what, of, which, day in (
            (awaited_parties(owner), ANSWER, F("employee"), "hearing__number", "hearing__answer_by"),
            (unreplied_hearings(), REPLY, handler, "number", "answer_by"),
            (unwritten(owner, on), MINUTES, F("host"), "pk", "on"),
        )
    ]
    first, *others = parts
    found = [Pending(*row) for row in first.union(*others, all=True)]
    return [one for one in found if owner in (None, one.owner)]
