"""What a person's days are agreed to be: the norm, and where each day is spent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.models import Practice
from hjemmedag.core.agreements.pattern import Pattern
from hjemmedag.core.agreements.pattern import Place as Planned
from hjemmedag.core.agreements.status import Status
from hjemmedag.core.people.holidays import public_holidays
from hjemmedag.core.worktime.entries import Place
from hjemmedag.core.worktime.norm import Day, Lunch, norm
from hjemmedag.core.worktime.typed import clock
from hjemmedag.rulebook.load import load


def practice() -> Practice:
    """The company's choices, or those it starts with."""
    return Practice.objects.first() or Practice()


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


def agreed(employee: int, days: Sequence[date], choices: Practice) -> list[Agreed]:
    """The days of a week as they were agreed: by the arrangement in force on each, else the weekly hours at the office.

    Five queries, whatever the week.
    """
    standing = agreements.latest_standing(employee, days[-1])
    pattern = agreements.pattern_of(standing.terms) if standing else None
    hours = pattern.hours if pattern else {}
    lunch = Lunch(choices.lunch_minutes, choices.lunch_paid)
    usual = norm(people.weekly_hours(employee, days[0]), hours, lunch, choices.begins)
    away = people.days_away(employee, days)
    free = {day for year in {days[0].year, days[-1].year} for day in public_holidays(year, load())}
    found = []
    for day in days:
        work = usual.get(day.weekday())
        off = Off.HOLIDAY if day in free else Off.AWAY if day in away else Off.FREE if work is None else None
        at_home = standing is not None and pattern is not None and _at_home(standing, pattern, day)
        found.append(Agreed(day, Place.HOME if at_home else Place.OFFICE, None if off else work, off))
    return found


def _at_home(standing: agreements.Standing, pattern: Pattern, day: date) -> bool:
    in_force = standing.record.on(day) is Status.IN_FORCE
    return in_force and pattern.place_on(day, standing.terms.starts) is Planned.HOME
