"""What a person's days are agreed to be: the norm, and where each day is spent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.db.models import Exists

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.models import MonthLock, Practice
from hjemmedag.core.agreements.pattern import Pattern
from hjemmedag.core.agreements.pattern import Place as Planned
from hjemmedag.core.people.holidays import public_holidays
from hjemmedag.core.periods import Period
from hjemmedag.core.worktime.entries import Place
from hjemmedag.core.worktime.norm import Day, Lunch, norm
from hjemmedag.core.worktime.typed import clock
from hjemmedag.rulebook.load import load


def practice(*days: date) -> Any:
    """The company's choices, or those it starts with.

    `sector` is the company's; `locked` whether the month of one of these days is closed.
    """
    closed = MonthLock.objects.filter(month__in={day.replace(day=1) for day in days})
    row: Any = Practice.objects.annotate(sector=people.sector(), locked=Exists(closed)).first()
    if row is None:
        row = Practice()
        row.sector, row.locked = "", False
    return row


def registered(on: date) -> bool:
    """Whether working time is registered here on a day."""
    return Practice.objects.filter(starts__lte=on).exists()


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
) -> list[Agreed]:
    """The days of a week as they were agreed: by the `arrangement` in force at its end, if any, else at the office."""
    pattern = agreements.pattern_of(arrangement) if arrangement else None
    weekly = terms.weekly_hours(days[0]) if terms else Decimal(0)
    usual = norm(weekly, pattern.hours if pattern else {}, lunch_of(choices), choices.begins)
    free = {day for year in {days[0].year, days[-1].year} for day in public_holidays(year, load())}
    found = []
    for day in days:
        work = usual.get(day.weekday())
        away = any(day in period for period, _kind in absences)
        off = Off.HOLIDAY if day in free else Off.AWAY if away else Off.FREE if work is None else None
        at_home = pattern is not None and day >= arrangement.starts and _at_home(pattern, day, arrangement.starts)
        found.append(Agreed(day, Place.HOME if at_home else Place.OFFICE, None if off else work, off))
    return found


def lunch_of(choices: Practice) -> Lunch:
    """The agreed lunch."""
    return Lunch(choices.lunch_minutes, choices.lunch_paid)


def _at_home(pattern: Pattern, day: date, first: date) -> bool:
    return pattern.place_on(day, first) is Planned.HOME
