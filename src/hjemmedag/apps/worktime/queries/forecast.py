"""Prognose: who nears the 48-hour average at the pace so far, and on what terms rest may be shorter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.queries.entries import standing
from hjemmedag.apps.worktime.queries.sheets import Records, records
from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.periods import Period, add_months
from hjemmedag.core.worktime.ahead import Outlook, outlooks
from hjemmedag.core.worktime.check import exempt_from
from hjemmedag.core.worktime.entries import NEUTRAL, Kind, Place
from hjemmedag.core.worktime.limits import HOURS, Limits
from hjemmedag.rulebook.load import load

WEEK, WORKDAYS = 7, 5


@dataclass(frozen=True, slots=True)
class Nearing:
    """Someone above the company's warning level: the average so far, in minutes per seven days, in a window.

    `level` is 1 or 2, as the first or the second warning is passed, 3 above the limit of the law. `passes_on`: the day
    on which the limit is passed at this pace; `None`: not in this window.
    """

    employee: int
    number: str
    name: str
    first: date
    last: date
    average: float
    level: int
    passes_on: date | None


def nearing(today: date, *, months: int) -> list[Nearing]:
    """Everyone above the warning level, who passes the limit soonest first: nine queries for any number of people.

    `months` are those of the longest period that an agreement has (`longest_period`). A window that began this month is
    left out: its pace says too little yet.
    """
    limits = Limits.of(load().on(today))
    levels = [limits.law.number(HOURS, name) for name in ("warn_from", "warn_again", "average_most")]
    firsts = [add_months(today.replace(day=1), -back) for back in range(1, months)]
    near = _near(firsts, today, levels[0])
    known = records(near, firsts[-1], today)
    found: dict[int, Outlook] = {}
    for employee in near:
        above = [one for one in _outlooks(known, employee, limits, today) if one.so_far.exceeds(levels[0])]
        if above:
            found[employee] = min(above, key=lambda one: (one.passes_on or date.max, -one.so_far.average))
    names = people.numbered(found)
    listed = [
        Nearing(
            employee=employee,
            number=names[employee][0],
            name=names[employee][1],
            first=one.so_far.first,
            last=one.whole.last,
            average=one.so_far.average,
            level=sum(one.so_far.exceeds(level) for level in levels),
            passes_on=one.passes_on,
        )
        for employee, one in found.items()
    ]
    return sorted(listed, key=lambda one: (-(one.level == len(levels)), one.passes_on or date.max, -one.average))


def _outlooks(known: Records, employee: int, limits: Limits, today: date) -> list[Outlook]:
    """The windows that someone's hours are counted in; none for those free of the rule."""
    sheet = known.timesheet(employee)
    free_from = exempt_from(sheet.self_organiser, HOURS, load())
    if free_from is not None and free_from <= today:
        return []
    if known.choices.starts is not None:
        # From here on every hour is in the register: days without an entry were days without work.
        since = max(known.choices.starts, known.first)
        sheet = replace(sheet, known_from=datetime.combine(since, time.min, COPENHAGEN))
    month = today.replace(day=1)
    return [one for one in outlooks(sheet, limits, today=today) if one.so_far.first < month and one.so_far.counts]


def _near(firsts: Collection[date], today: date, warn: int) -> list[int]:
    """Everyone who may be above the level since one of these days, and few others: two queries."""
    minutes = _minutes(min(firsts), today)
    away = people.absences_between(list(minutes), min(firsts), today)
    return sorted(
        employee
        for employee, by_month in minutes.items()
        if any(_may_exceed(by_month, away[employee], first, today, warn) for first in firsts)
    )


def _minutes(first: date, last: date) -> dict[int, dict[date, int]]:
    """What each person worked in each month."""
    found: dict[int, dict[date, int]] = {}
    rows = standing().filter(day__range=(first, last)).order_by()
    for employee, day, start, end, pause, kind, place in rows.values_list(
        "employee", "day", "start", "end", "break_minutes", "kind", "place"
    ).iterator(10_000):
        if kind != Kind.ON_CALL or place == Place.OFFICE:
            by_month, month = found.setdefault(employee, {}), day.replace(day=1)
            by_month[month] = by_month.get(month, 0) + int((end - start).total_seconds()) // 60 - pause
    return found


def _may_exceed(
    by_month: Mapping[date, int], away: Collection[tuple[Period, str]], first: date, today: date, warn: int
) -> bool:
    """Whether the average since `first` can be above the level, with as many neutral days as there can be."""
    worked = sum(minutes for month, minutes in by_month.items() if month >= first)
    days = (today - first).days + 1
    neutral = 0
    for period, kind in away:
        if kind in NEUTRAL and period.start is not None:
            last = min(today, period.last or today)
            neutral += max(0, (last - max(first, period.start)).days + 1)
    return worked * WEEK > warn * (days - neutral * WEEK / WORKDAYS)


@dataclass(frozen=True, slots=True)
class Derogation:
    """An agreement that changes what rest or hours must be: what it says, and how many employments it covers."""

    name: str
    terms: Any
    covered: int


def derogations(today: date) -> list[Derogation]:
    """Those in force on a day that cover somebody: three queries."""
    covered = people.covered(today)
    profiles: Iterable[Any] = people.agreements(today)
    return [
        Derogation(profile.name, terms, covered[profile.pk])
        for profile in profiles
        if profile.confirmed_at is not None and covered.get(profile.pk)
        for terms in profile.said
        if any((terms.daily_rest_minutes, terms.max_days_between_days_off, terms.reference_months))
    ]


def longest_period(agreed: Iterable[Derogation], today: date) -> int:
    """The months of the longest period that somebody's average is taken over."""
    months = load().on(today).number(HOURS, "reference_months")
    return max([months, *(one.terms.reference_months or 0 for one in agreed)])


def warnings(today: date) -> dict[str, int]:
    """The company's two warning levels and the limit of the law, in whole hours per seven days."""
    law = load().on(today)
    named = {"warn_from": "warn_from", "warn_again": "warn_again", "limit": "average_most"}
    return {name: law.number(HOURS, parameter) // 60 for name, parameter in named.items()}
