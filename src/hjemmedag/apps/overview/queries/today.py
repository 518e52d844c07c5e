"""What the start page says to one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview.queries import duties
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.status import Status
from hjemmedag.core.duties import Scope
from hjemmedag.core.people.holidays import public_holidays
from hjemmedag.core.people.roles import Role, Viewer
from hjemmedag.rulebook.load import load

SHOWN = 6
"""Duties on the start page; the rest stand on the page of all duties."""


@dataclass(frozen=True, slots=True)
class Today:
    """The start page: duties, the week's days, the arrangement in a line, and what waits for a manager."""

    cards: list[duties.Card]
    more: int
    week: list[dict[str, Any]]
    standing: agreements.Standing | None
    waiting_for_me: int
    draft: bool
    sent: Any
    employee: bool


def today(viewer: Viewer, *, on: date) -> Today:
    """Everything in a fixed number of queries."""
    mine = duties.due(Scope(owner=viewer.employee), on)
    standing = agreements.latest_standing(viewer.employee, on)
    return Today(
        cards=duties.cards(mine[:SHOWN]),
        more=max(0, len(mine) - SHOWN),
        week=week(viewer.employee, standing, on) if viewer.has(Role.EMPLOYEE) else [],
        standing=standing,
        waiting_for_me=sum(1 for duty in mine if duty.kind == "agreements.decide"),
        draft=standing is None and agreements.draft_of(viewer.employee) is not None,
        sent=agreements.waiting_of(viewer.employee) if standing is None or not standing.living else None,
        employee=viewer.has(Role.EMPLOYEE),
    )


def week(employee: int, standing: agreements.Standing | None, on: date) -> list[dict[str, Any]]:
    """The five days of this week, or of the next one at weekends: home, office, away or public holiday."""
    monday = on - timedelta(days=on.weekday()) + timedelta(days=7 if on.weekday() > 4 else 0)
    days = [monday + timedelta(days=number) for number in range(5)]
    away = people.days_away(employee, days)
    free = {day for year in {days[0].year, days[-1].year} for day in public_holidays(year, load())}
    return [_tile(day, standing, day in away, day in free) for day in days]


def _tile(day: date, standing: agreements.Standing | None, away: bool, free: bool) -> dict[str, Any]:
    if free:
        return {"date": day, "place": "holiday"}
    if away:
        return {"date": day, "place": "away"}
    if standing is None or standing.record.on(day) is not Status.IN_FORCE:
        return {"date": day, "place": "office"}
    pattern = agreements.pattern_of(standing.terms)
    place = pattern.place_on(day, standing.terms.starts)
    if place is None:
        return {"date": day, "place": "", "words": _("No work")}
    window = pattern.hours[day.weekday()]
    return {"date": day, "place": place, "lines": [f"{window.start:%H:%M}–{window.end:%H:%M}"]}
