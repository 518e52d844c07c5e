"""What the start page says to one person."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview.queries import duties
from hjemmedag.apps.overview.queries.leave import Leave, catch_up_days, leave_among
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.days import Placed, monday_of
from hjemmedag.core.agreements.pattern import WEEKDAYS
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
    leave: Leave | None
    changeable: int | None


def today(viewer: Viewer, *, on: date) -> Today:
    """Everything in a fixed number of queries."""
    mine = duties.due(Scope(owner=viewer.employee), on)
    days = days_of_week(on)
    stands = agreements.standings_by_day(viewer.employee, [on, *days], on)
    standing = next(iter(stands[on]), None)
    absences = people.absences_since(viewer.employee, min(on - timedelta(days=catch_up_days(on, load())), days[0]))
    away = {day for day in days if any(day in one.period for one in absences)}
    return Today(
        cards=duties.cards(mine[:SHOWN]),
        more=max(0, len(mine) - SHOWN),
        week=week(viewer.employee, agreements.in_force_by_day(stands), days, away) if viewer.has(Role.EMPLOYEE) else [],
        standing=standing,
        waiting_for_me=sum(1 for duty in mine if duty.kind == "agreements.decide"),
        draft=standing is None and agreements.draft_of(viewer.employee) is not None,
        sent=agreements.waiting_of(viewer.employee) if standing is None or not standing.living else None,
        employee=viewer.has(Role.EMPLOYEE),
        leave=leave_among([one.period for one in absences if one.leave], on),
        changeable=standing.arrangement.pk if standing and agreements.may_change(standing) else None,
    )


def days_of_week(on: date) -> list[date]:
    """The working days of this week, or of the next one at weekends."""
    monday = monday_of(on) + timedelta(weeks=on.weekday() >= WEEKDAYS)
    return [monday + timedelta(days=number) for number in range(WEEKDAYS)]


def week(
    employee: int, terms: Mapping[date, Any], days: Sequence[date], away: Collection[date]
) -> list[dict[str, Any]]:
    """These days, by the `terms` in force on each: home, office, away or public holiday."""
    single = agreements.day_facts([employee], days[0], days[-1])[employee]
    placed = agreements.laid_out(days, terms, single)
    free = {day for year in {days[0].year, days[-1].year} for day in public_holidays(year, load())}
    return [_tile(day, placed[day], terms.get(day), away=day in away, free=day in free) for day in days]


def _tile(day: date, placed: Placed, terms: Any, *, away: bool, free: bool) -> dict[str, Any]:
    if free:
        return {"date": day, "place": "holiday"}
    if away:
        return {"date": day, "place": "away"}
    if placed.place is None:
        return {"date": day, "place": "", "words": _("No work")}
    window = agreements.pattern_of(terms).hours.get(day.weekday()) if terms is not None else None
    return {"date": day, "place": placed.place, "lines": [f"{window.start:%H:%M}–{window.end:%H:%M}"] if window else []}
