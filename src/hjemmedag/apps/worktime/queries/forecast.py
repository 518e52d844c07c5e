"""Prognose: who nears the 48-hour average at the pace so far, and on what terms rest may be shorter."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.models import HoursForecast, NightlyCheck
from hjemmedag.apps.worktime.queries.sheets import Records, records
from hjemmedag.apps.worktime.queries.spans import Register, second_of
from hjemmedag.core.instants import midnight
from hjemmedag.core.periods import Period, add_months
from hjemmedag.core.worktime.ahead import Outlook, outlooks
from hjemmedag.core.worktime.check import exempt
from hjemmedag.core.worktime.entries import NEUTRAL, WORKDAYS
from hjemmedag.core.worktime.limits import HOURS, Limits
from hjemmedag.rulebook.load import load

WEEK = 7
ABOVE = 3
"""The level of those above the limit of the law."""


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


def nearing(register: Register, today: date, *, months: int, employed: Container[int]) -> list[HoursForecast]:
    """Those of these above the warning level who are `employed`, none saved: some seven queries for all of them.

    `months` are those of the longest period that an agreement has (`longest_period`). A window that began this month is
    left out: its pace says too little yet.
    """
    limits = Limits.of(load().on(today))
    levels = [limits.law.number(HOURS, name) for name in ("warn_from", "warn_again", "average_most")]
    firsts = [add_months(today.replace(day=1), -back) for back in range(1, months)]
    near = [who for who in _near(register, firsts, today, levels[0]) if who in employed]
    known = records(near, firsts[-1], today) if near else None
    rows = []
    for employee in near:
        assert known is not None
        above = [one for one in _outlooks(known, employee, limits, today) if one.so_far.exceeds(levels[0])]
        if above:
            soonest = min(above, key=lambda one: (one.passes_on or date.max, -one.so_far.average))
            rows.append(
                HoursForecast(
                    employee_id=employee,
                    first=soonest.so_far.first,
                    last=soonest.whole.last,
                    average=soonest.so_far.average,
                    level=sum(soonest.so_far.exceeds(level) for level in levels),
                    passes_on=soonest.passes_on,
                )
            )
    return rows


def forecast() -> list[Nearing]:
    """Everyone above the warning level as of the last night, who passes the limit soonest first: two queries."""
    rows = list(HoursForecast.objects.all())
    names = people.numbered({row.employee_id for row in rows})
    listed = [
        Nearing(
            employee=row.employee_id,
            number=names[row.employee_id][0],
            name=names[row.employee_id][1],
            first=row.first,
            last=row.last,
            average=row.average,
            level=row.level,
            passes_on=row.passes_on,
        )
        for row in rows
    ]
    return sorted(listed, key=lambda one: (-(one.level == ABOVE), one.passes_on or date.max, -one.average))


def last_checked() -> date | None:
    """The day of the latest nightly check."""
    return NightlyCheck.objects.values_list("on", flat=True).first()


def _outlooks(known: Records, employee: int, limits: Limits, today: date) -> list[Outlook]:
    """The windows that someone's hours are counted in; none for those free of the rule."""
    sheet = known.timesheet(employee)
    if exempt(sheet, HOURS, today, load()):
        return []
    if known.choices.starts is not None:
        # From here on every hour is in the register: days without an entry were days without work.
        since = max(known.choices.starts, known.first)
        sheet = replace(sheet, known_from=midnight(since))
    month = today.replace(day=1)
    return [one for one in outlooks(sheet, limits, today=today) if one.so_far.first < month and one.so_far.counts]


def _near(register: Register, firsts: Sequence[date], today: date, warn: int) -> list[int]:
    """Everyone who may be above the level since one of these days, and few others: one query."""
    ids, codes = np.unique(register.employee, return_inverse=True)
    employees = ids.tolist()
    away = people.absences_between(employees, min(firsts), today) if employees else {}
    near: set[int] = set()
    for first in firsts:
        # Work that began before and reaches into the window counts whole: nobody is missed.
        counted = np.where(register.end > second_of(first), register.minutes, 0)
        minutes = np.bincount(codes, weights=counted, minlength=len(employees)).tolist()
        near |= {
            employee
            for employee, worked in zip(employees, minutes, strict=True)
            if may_exceed(worked, away[employee], first, today, warn)
        }
    return sorted(near)


def may_exceed(worked: float, away: Collection[tuple[Period, str]], first: date, today: date, warn: int) -> bool:
    """Whether the average from `first` to `today` can be above the level, with as many neutral days as there can be."""
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
