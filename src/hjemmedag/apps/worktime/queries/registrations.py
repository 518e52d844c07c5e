"""How each person registers: who differs from the usual way, and what was set for someone, and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.models import Registration


class Which(StrEnum):
    """Which people a list is of: those who differ from the usual way now or later, some of them, or everyone."""

    DIFFERENT = "different"
    SELF_ORGANISERS = "self_organisers"
    DEPUTISED = "deputised"
    ELSEWHERE = "elsewhere"
    EVERYONE = "everyone"


_DEPUTISED = Q(approver__isnull=False)
_ELSEWHERE = ~Q(method=Registration.Method.PAGE)
_SELF = Q(self_organiser=True)
_DIFFERENT = {
    Which.DIFFERENT: _SELF | _DEPUTISED | _ELSEWHERE,
    Which.SELF_ORGANISERS: _SELF,
    Which.DEPUTISED: _DEPUTISED,
    Which.ELSEWHERE: _ELSEWHERE,
}


@dataclass(frozen=True, slots=True)
class Registered:
    """A person, and how they register: `row` is what holds on the day, else the first that will; `None`: as usual."""

    person: Any
    row: Registration | None


def lasting(on: date) -> QuerySet[Registration]:
    """What holds on a day or later, for each person in order of time."""
    return Registration.objects.filter(Q(ends__isnull=True) | Q(ends__gt=on)).select_related("approver")


def registering(on: date, *, words: str = "", which: Which = Which.DIFFERENT) -> QuerySet[Any]:
    """The people of whom a list is, employed on a day, by name, with their `title` and `team`."""
    found = people.listed(people.found(people.employed(on), words), on)
    if which is not Which.EVERYONE:
        found = found.filter(pk__in=lasting(on).filter(_DIFFERENT[which]).order_by().values("employee"))
    return found.order_by("alphabetical", "id")


def as_registered(listed: Iterable[Any], on: date) -> list[Registered]:
    """How each of these people registers: one query more, whatever their number."""
    shown = list(listed)
    rows: dict[int, Registration] = {}
    for row in lasting(on).filter(employee__in=[person.pk for person in shown]).order_by("-starts"):
        rows[row.employee_id] = row
    return [Registered(person, rows.get(person.pk)) for person in shown]


def registrations_of(employee: int) -> list[Registration]:
    """All that was set for someone, latest first."""
    return list(Registration.objects.filter(employee=employee).select_related("approver").order_by("-starts"))


def self_organisers(on: date) -> list[Registration]:
    """Those who plan their own time on a day, the one to be assessed again first at the top."""
    held = lasting(on).filter(starts__lte=on, self_organiser=True, employee__in=people.employed(on).values("pk"))
    return list(held.select_related("employee").order_by("review_on", "employee"))
