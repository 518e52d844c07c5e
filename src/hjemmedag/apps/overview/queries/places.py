"""Places beside the home in lists and on their page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview.queries.abroad import country
from hjemmedag.apps.people import queries as people
from hjemmedag.core.people.homes import Address
from hjemmedag.core.people.roles import Viewer

OUTCOMES = {
    "": ("waiting", gettext_noop("waiting for an answer")),
    "approved": ("good", gettext_noop("agreed")),
    "refused": ("ended", gettext_noop("refused")),
    "withdrawn": ("ended", gettext_noop("taken back")),
}


def readable(viewer: Viewer, on: date) -> QuerySet[Any]:
    """Places in arrangements that this viewer may open."""
    return agreements.other_places(agreements.readable_arrangements(viewer, on))


@dataclass(frozen=True, slots=True)
class Shown:
    """One place; `address` is empty for a reader who may not see where someone is at home."""

    row: Any
    name: str
    mine: bool
    state: str
    words: str
    address: str
    country: str
    abroad: bool
    may_answer: bool
    may_withdraw: bool
    may_end: bool


def shown(row: Any, viewer: Viewer, today: date) -> Shown:
    """The place on its page."""
    employee = row.arrangement.employee_id
    state, words = standing(row, today)
    waits, decides = row.closed_at is None, agreements.may_answer_day(viewer, employee)
    sees = people.may_see_home(viewer, employee)
    counts = row.outcome == "approved" and (row.ends is None or row.ends > today)
    return Shown(
        row=row,
        name=row.arrangement.employee.name,
        mine=employee == viewer.employee,
        state=state,
        words=words,
        address=str(Address(**row.address)) if sees else "",
        country=country(row.address["country"]),
        abroad=row.address["country"] != "DK",
        may_answer=waits and decides,
        may_withdraw=waits and employee == viewer.employee,
        may_end=counts and (decides or employee == viewer.employee),
    )


def standing(row: Any, today: date) -> tuple[str, str]:
    """The place's state as a sign and a word."""
    if row.outcome == "approved" and row.ends is not None and row.ends <= today:
        return "ended", _("ended")
    state, words = OUTCOMES[row.outcome]
    return state, _(words)


def listed(arrangement: int, today: date) -> list[tuple[Any, str, str]]:
    """The places of one arrangement with their states: one query."""
    return [(row, *standing(row, today)) for row in agreements.places_in(arrangement)]


def choices(employee: int, first: date, last: date) -> list[tuple[str, str]]:
    """Where a day between two days may be spent: at home, or at an agreed place; nothing without one. One query."""
    found = [(str(row.pk), row.name) for row in agreements.places_between(employee, first, last)]
    return [("", _("At home")), *found] if found else []
