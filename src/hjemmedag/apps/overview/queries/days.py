"""One's own days at home, and those of a team, on their pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview.queries import places
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.days import Because, DayState, Placed, monday_of, possible_moves
from hjemmedag.core.duties import Scope
from hjemmedag.core.people.holidays import public_holidays
from hjemmedag.core.people.names import sought
from hjemmedag.core.people.roles import Viewer
from hjemmedag.rulebook.load import load
from hjemmedag.ui.words import weekday_date

WEEKS = 2
AHEAD = timedelta(days=90)
"""How far ahead a place must begin to be offered for a single day."""
SHOWN = 20
"""Days asked for that one's own page lists."""
STATES = {
    DayState.WAITING: ("waiting", gettext_noop("waiting for an answer")),
    DayState.APPROVED: ("good", gettext_noop("approved")),
    DayState.REFUSED: ("ended", gettext_noop("refused")),
    DayState.WITHDRAWN: ("ended", gettext_noop("taken back")),
    DayState.EXPIRED: ("ended", gettext_noop("never answered")),
}
WHY = {
    Because.MOVED_AWAY: gettext_noop("moved"),
    Because.MOVED_HERE: gettext_noop("moved"),
    Because.AD_HOC: gettext_noop("single day"),
    Because.CLOSED: gettext_noop("the office is closed"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One day asked for, in words; `may` whether the viewer can answer it, or take it back when it is one's own."""

    pk: int
    name: str
    day: date
    reason: str
    state: str
    words: str
    answer: str
    may: bool
    place: str


@dataclass(frozen=True, slots=True)
class MyDays:
    """This week and the next; the days that can be asked for, the moves there are, and what was asked so far."""

    weeks: list[list[dict[str, Any]]]
    days: list[tuple[str, str]]
    moves: list[tuple[str, str]]
    asked: list[Row]
    moved: list[tuple[Any, bool]]
    places: list[tuple[str, str]]


def my_days(employee: int, today: date) -> MyDays:
    """The page of one person's days at home, in a fixed number of queries."""
    monday = monday_of(today) + timedelta(days=7 if today.weekday() > 4 else 0)
    days = [monday + timedelta(days=7 * week + day) for week in range(WEEKS) for day in range(5)]
    placed = agreements.placed([employee], days)[employee]
    free = {day for year in {days[0].year, days[-1].year} for day in public_holidays(year, load())}
    away = people.days_away(employee, days)
    asked = list(agreements.days_asked_for(employee)[:SHOWN])
    open_days = {row.day for row in asked if row.withdrawn_at is None}
    moves = possible_moves(placed, today=today, closed_to=free | away)
    this_week = [move for move in moves if move.home_day < days[5]]
    return MyDays(
        weeks=[[_tile(day, placed[day], free, away) for day in days[first : first + 5]] for first in (0, 5)],
        days=[
            (day.isoformat(), weekday_date(day, today))
            for day in days
            if day >= today and placed[day].place == "office" and day not in free | away | open_days
        ],
        moves=[
            (
                f"{move.home_day}/{move.instead}",
                _("From %(home_day)s to %(instead)s")
                % {"home_day": weekday_date(move.home_day, today), "instead": weekday_date(move.instead, today)},
            )
            for move in this_week or moves
        ],
        asked=[_row(row, today, name="", mine=True) for row in asked],
        moved=[(row, min(row.home_day, row.instead) >= today) for row in agreements.moved_days(employee, today)],
        places=places.choices(employee, today, days[-1] + AHEAD),
    )


def _tile(day: date, placed: Placed, free: Iterable[date], away: Iterable[date]) -> dict[str, Any]:
    """One day as the week strip shows it."""
    if day in free:
        return {"date": day, "place": "holiday"}
    if day in away:
        return {"date": day, "place": "away"}
    if placed.place is None:
        return {"date": day, "place": "", "words": _("No work")}
    return {"date": day, "place": placed.place, "note": _(WHY[placed.because]) if placed.because else ""}


def _row(row: Any, today: date, *, name: str, mine: bool = False, may: bool = False) -> Row:
    state = agreements.day_state(row, today)
    sign, words = STATES[state]
    takeable = row.day >= today and state in (DayState.WAITING, DayState.APPROVED)
    answer = row.answer.reason if hasattr(row, "answer") else ""
    can = takeable if mine else may and state is DayState.WAITING
    return Row(row.pk, name, row.day, row.reason, sign, _(words), answer, can, row.place.name if row.place else "")


def choices() -> list[tuple[str, str]]:
    """What the team's list can be narrowed to; what waits first."""
    return [("waiting", _("Waiting for an answer")), ("all", _("All"))]


def listed(viewer: Viewer, *, q: str, state: str, on: date) -> QuerySet[Any]:
    """Other people's days that this viewer may read: the nearest first of those that wait, else the latest first."""
    rows = agreements.readable_days(viewer, on).select_related("employee", "answer", "place")
    if state == "waiting":
        rows = rows.filter(pk__in=agreements.waiting_days(on).values("pk"))
    for word in sought(q):
        rows = rows.filter(employee__findable__contains=word)
    return rows.order_by("day", "id") if state == "waiting" else rows.order_by("-day", "-id")


def rows(found: Iterable[Any], viewer: Viewer, on: date) -> list[Row]:
    """A page of the list, in words."""
    return [
        _row(row, on, name=row.employee.name, may=agreements.may_answer_day(viewer, row.employee_id)) for row in found
    ]


def headings() -> list[str]:
    """The columns of the exported list."""
    return [_("Name"), _("Day"), _("State"), _("Answer")]


def cells(found: Iterable[Any], viewer: Viewer, on: date) -> Iterator[list[Any]]:
    """The rows of the exported list."""
    for row in rows(found, viewer, on):
        yield [row.name, row.day, row.words, row.answer]


def habits(viewer: Viewer, on: date) -> list[tuple[str, agreements.Regular]]:
    """Whose single days have become a habit, among those the viewer answers for, with their names."""
    if not viewer.decides:
        return []
    found = agreements.turns(Scope(owner=viewer.employee), on, load()).habits
    names = people.named([one.employee for one in found])
    return [(names[one.employee], one) for one in found]
