"""Periods abroad in lists and on their page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.abroad import Away, Side, StayState
from hjemmedag.core.people.roles import Role, Viewer
from hjemmedag.rulebook.load import load

STATES = {
    StayState.WAITING: ("waiting", gettext_noop("waiting for an answer")),
    StayState.APPROVED: ("good", gettext_noop("agreed")),
    StayState.REFUSED: ("ended", gettext_noop("refused")),
    StayState.WITHDRAWN: ("ended", gettext_noop("taken back")),
}
SIDES = {Side.MANAGER: gettext_noop("The manager"), Side.IT: gettext_noop("IT security")}
NAMES = dict(people.COUNTRIES)


@dataclass(frozen=True, slots=True)
class Row:
    """One period in a list."""

    pk: int
    name: str
    country: str
    first: date
    last: date
    state: str
    words: str


def others(viewer: Viewer, on: date) -> QuerySet[Any]:
    """Other people's periods that this viewer may read."""
    readable = agreements.readable_stays(viewer, on).exclude(employee=viewer.employee)
    return agreements.stays().filter(pk__in=readable.values("pk"))


def reads_others(viewer: Viewer) -> bool:
    """Whether the page has a list of others' periods."""
    return viewer.has(Role.MANAGER, Role.HR, Role.AUDITOR) or viewer.everywhere(Role.IT)


def rows(found: Iterable[Any]) -> list[Row]:
    """A page of a list, in words."""
    return [_row(one) for one in found]


def _row(row: Any) -> Row:
    state, words = STATES[agreements.stay_state(row)]
    return Row(row.pk, row.employee.name, country(row.country), row.starts, row.last, state, _(words))


def country(code: str) -> str:
    """The country in the reader's language."""
    return str(NAMES.get(code) or _("Another country"))


@dataclass(frozen=True, slots=True)
class Shown:
    """One period on its page; `sides` has each side's answer, and whether the viewer may give it."""

    row: Any
    line: Row
    mine: bool
    reads_reason: bool
    away: Away
    sides: list[tuple[Side, str, Any, bool]]
    information: Any
    may_inform: bool
    may_withdraw: bool


def shown(row: Any, viewer: Viewer, today: date) -> Shown:
    """The period with its answers, what is counted, and who may do what."""
    state = agreements.stay_state(row)
    employee, mine = row.employee_id, row.employee_id == viewer.employee
    given = {Side(one.side): one for one in row.answers.all()}
    waits = state is StayState.WAITING and row.ends > today
    may = {Side.MANAGER: agreements.may_answer_day(viewer, employee), Side.IT: agreements.may_secure(viewer, employee)}
    information = getattr(row, "information", None)
    agreed = state is StayState.APPROVED
    return Shown(
        row=row,
        line=_row(row),
        mine=mine,
        reads_reason=mine or may[Side.MANAGER],
        away=agreements.time_away(row, load()),
        sides=[(side, _(SIDES[side]), given.get(side), waits and side not in given and may[side]) for side in Side],
        information=information,
        may_inform=row.informs and agreed and information is None and agreements.may_inform(viewer, employee),
        may_withdraw=mine and row.starts > today and state in (StayState.WAITING, StayState.APPROVED),
    )
