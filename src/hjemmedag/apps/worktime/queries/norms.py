"""What a person's days are agreed to be: the norm, and where each day is spent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.db.models import Count, Exists, QuerySet

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.models import MonthLock, Practice
from hjemmedag.core.agreements.days import Because
from hjemmedag.core.agreements.pattern import Place as Planned
from hjemmedag.core.people.holidays import public_holidays
from hjemmedag.core.periods import Period
from hjemmedag.core.worktime.entries import Place
from hjemmedag.core.worktime.norm import Day, Lunch, norm
from hjemmedag.core.worktime.typed import clock
from hjemmedag.rulebook.load import load


def practice(*days: date) -> Any:
    """The company's choices, or those it starts with.

    `sector` is the company's; `locked` whether a month from the first to the last of these days is closed.
    """
    first, last = (day.replace(day=1) for day in (min(days, default=date.min), max(days, default=date.min)))
    row: Any = next(iter(Practice.objects.raw(*_practice.asked(first=first, last=last))), None)
    if row is None:
        row = Practice()
        row.sector, row.locked = "", False
    return row


@people.Prepared
def _practice() -> QuerySet[Practice]:
    closed = MonthLock.objects.filter(month__range=(people.Asked("first"), people.Asked("last")))
    return Practice.objects.annotate(sector=people.sector(), locked=Exists(closed)).order_by("pk")[:1]


def registered(on: date) -> bool:
    """Whether working time is registered here on a day."""
    return Practice.objects.filter(starts__lte=on).exists()


def headcount(on: date) -> tuple[int, int]:
    """How many are employed on a day, and how many of them register here: one query."""
    begun = Exists(Practice.objects.filter(starts__lte=on))
    counted = people.employed(on).order_by().aggregate(employed=Count("pk"), here=Count("pk", filter=begun))
    return counted["employed"], counted["here"]


class Off(StrEnum):
    """Why nothing is agreed for a day."""

    FREE = "free"
    HOLIDAY = "holiday"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Agreed:
    """What is agreed for one day: the work, and the place it is planned for; or why there is none."""

    day: date
    place: Place
    work: Day | None = None
    off: Off | None = None

    @property
    def hours(self) -> str:
        """From and until when, by the clock; empty on a day off."""
        return f"{clock(self.work.start)}–{clock(self.work.end)}" if self.work else ""


def agreed(
    days: Sequence[date],
    terms: people.WorkingTerms | None,
    absences: Sequence[tuple[Period, str]],
    arrangement: Any,
    choices: Practice,
    single: Mapping[date, Because],
) -> list[Agreed]:
    """The days of a week as they were agreed: by the `arrangement` in force at its end, if any, else at the office.

    `single` are the days moved, asked for ad hoc or spent at home because the office is closed.
    """
    pattern = agreements.pattern_of(arrangement) if arrangement else None
    weekly = terms.weekly_hours(days[0]) if terms else Decimal(0)
    usual = norm(weekly, pattern.hours if pattern else {}, lunch_of(choices), choices.begins)
    free = {day for year in {days[0].year, days[-1].year} for day in public_holidays(year, load())}
    found = []
    for day in days:
        work = usual.get(day.weekday())
        away = any(day in period for period, _kind in absences)
        off = Off.HOLIDAY if day in free else Off.AWAY if away else Off.FREE if work is None else None
        found.append(Agreed(day, planned_place(arrangement, day, single), None if off else work, off))
    return found


def lunch_of(choices: Practice) -> Lunch:
    """The agreed lunch."""
    return Lunch(choices.lunch_minutes, choices.lunch_paid)


def planned_place(arrangement: Any, day: date, single: Mapping[date, Because]) -> Place:
    """Where a day was to be spent: as agreed about it alone, else by the arrangement's terms, else at the office."""
    if day in single:
        return Place.HOME if single[day].place is Planned.HOME else Place.OFFICE
    if arrangement is None or day < arrangement.starts:
        return Place.OFFICE
    at_home = agreements.pattern_of(arrangement).place_on(day, arrangement.starts) is Planned.HOME
    return Place.HOME if at_home else Place.OFFICE
