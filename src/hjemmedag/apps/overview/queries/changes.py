"""A change of an arrangement on its page: what holds, what is wanted, and who may do what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.overview.queries import application as writing
from hjemmedag.apps.overview.queries.agreed_how import AgreedHow, agreed_how
from hjemmedag.apps.overview.queries.arrangements import days_between
from hjemmedag.apps.overview.queries.places import OUTCOMES
from hjemmedag.apps.overview.queries.whose_turn import WhoseTurn, whose_turn
from hjemmedag.core.people.roles import Viewer


def readable(viewer: Viewer, on: date) -> QuerySet[Any]:
    """Changes of arrangements that this viewer may open."""
    return agreements.changes_of(agreements.readable_arrangements(viewer, on))


@dataclass(frozen=True, slots=True)
class Shown:
    """One change on its page; `document` is the addendum that a yes made, where the viewer may open it."""

    row: Any
    name: str
    mine: bool
    state: str
    words: str
    now: list[list[str]]
    wanted: list[list[str]]
    hours: list[str]
    may_answer: bool
    may_withdraw: bool
    document: int | None
    turn: WhoseTurn | None
    how: AgreedHow | None


def shown(row: Any, viewer: Viewer, today: date) -> Shown:
    """The change with the pattern that holds today beside it."""
    employee = row.arrangement.employee_id
    state, words = OUTCOMES[row.outcome]
    waits = row.closed_at is None
    pattern = agreements.pattern_of(row)
    standing = agreements.standing(row.arrangement, today)
    may_answer = waits and agreements.may_answer_change(viewer, row)
    first = max(today, row.wanted_from)
    return Shown(
        row=row,
        name=row.arrangement.employee.name,
        mine=employee == viewer.employee,
        state=state,
        words=_(words),
        now=writing.strip(agreements.pattern_of(standing.terms)),
        wanted=writing.strip(pattern),
        hours=[
            f"{days_between(first, last)} {window.start:%H:%M}–{window.end:%H:%M}"
            for first, last, window in pattern.spans()
        ],
        may_answer=may_answer,
        may_withdraw=waits and row.asked_by_id == viewer.employee,
        document=_paper(row, viewer),
        turn=whose_turn(employee, row.answer_by, viewer, today) if waits and row.asked_by_id == employee else None,
        how=agreed_how(agreements.judged_on(employee, first, standing)) if may_answer else None,
    )


def _paper(row: Any, viewer: Viewer) -> int | None:
    if row.terms is None:
        return None
    pk: int = row.terms.addendum.document_id
    return pk if documents.visible(viewer).filter(pk=pk).exists() else None
