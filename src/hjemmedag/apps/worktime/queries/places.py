"""How much was worked where, week by week: what the rules on screen work at home are judged by."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, Sum
from django.db.models.functions import TruncWeek

from hjemmedag.apps.worktime.queries.entries import standing
from hjemmedag.apps.worktime.queries.spans import Seconds
from hjemmedag.core.worktime.entries import Kind, Place


@dataclass(slots=True)
class PlacesOfWeek:
    """The minutes of one person's week at each place."""

    home: int = 0
    office: int = 0
    other: int = 0


def places_by_week(employees: Collection[int], first: date, last: date) -> dict[int, dict[date, PlacesOfWeek]]:
    """What these people registered from `first` to `last`, by the Monday of each week: one query.

    Being on call away from the workplace is no work. Weeks without an entry are left out.
    """
    worked = standing().filter(employee__in=employees, day__range=(first, last))
    worked = worked.exclude(Q(kind=Kind.ON_CALL) & ~Q(place=Place.OFFICE))
    seconds = Sum(Seconds("end") - Seconds("start"))
    rows = worked.order_by().annotate(monday=TruncWeek("day")).values_list("employee", "monday", "place")
    found: dict[int, dict[date, PlacesOfWeek]] = {}
    for employee, monday, place, spent, pauses in rows.annotate(spent=seconds, pauses=Sum(F("break_minutes"))):
        week = found.setdefault(employee, {}).setdefault(monday, PlacesOfWeek())
        setattr(week, Place(place).value, getattr(week, Place(place).value) + spent // 60 - pauses)
    return found


def who_worked_at_home(first: date, last: date) -> set[int]:
    """Everyone who registered work at home from `first` to `last`: one query."""
    rows = standing().filter(day__range=(first, last), place=Place.HOME).exclude(kind=Kind.ON_CALL)
    return set(rows.order_by().values_list("employee", flat=True).distinct())
