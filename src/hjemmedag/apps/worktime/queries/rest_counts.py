"""Hviletid i tal: how often rest was too short in each unit, never whose, by what the register held when counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.models import CountedMonth, MonthFigures
from hjemmedag.apps.worktime.queries.norms import practice
from hjemmedag.apps.worktime.queries.spans import Register, month_number
from hjemmedag.core.people.roles import Role, Viewer
from hjemmedag.core.periods import add_months, end_of_month
from hjemmedag.core.worktime.groups import tellable
from hjemmedag.core.worktime.limits import COMPENSATORY, DAILY, WEEKLY
from hjemmedag.rulebook.load import load

RULE = "worktime.rest_information"
MONTHS = 13
"""How many months back are counted when nobody has counted yet."""

MINUTES, HOME = "minutes", "home"

Unit = int | None
"""A department's id; `None` for people in none."""


@dataclass(frozen=True, slots=True)
class RestCounts:
    """What was found among the people of some units: findings by rule.

    `people` registered; over several months they are those of the month with most of them.
    """

    units: tuple[str, ...]
    people: int
    daily: int
    weekly: int
    owed: int


def smallest_unit(on: date) -> int:
    """How many people a unit has at least when it is told alone."""
    law = load().on(on)
    return max(law.number("followup.smallest_group", "answers"), law.number(RULE, "smallest_unit"))


def counted_on(month: date, today: date) -> date:
    """The day on which a month is counted; what is corrected later doesn't change its figures."""
    return end_of_month(month) + timedelta(days=load().on(today).number(RULE, "count_after"))


def rest_counts(viewer: Viewer, first: date, last: date) -> list[RestCounts]:
    """The figures that this viewer may see for the whole months from `first` to `last`, as far as they are counted.

    Units are put together in the same way for everyone; whoever is limited to some sees the groups that lie wholly in
    them. Two queries.
    """
    rows = list(MonthFigures.objects.filter(counted__month__range=(first, last)).order_by("counted", "unit"))
    sizes: dict[int, Counter[Unit]] = {}
    for row in rows:
        sizes.setdefault(row.counted_id, Counter())[row.unit_id] = row.people
    names = {one.pk: one.name for one in people.departments()}
    seen = _scope(viewer)
    shown = [group for group in tellable(sizes.values(), smallest_unit(last)) if seen is None or group <= seen]
    told = [_told(group, [row for row in rows if row.unit_id in group], names) for group in shown]
    return sorted(told, key=lambda one: (not all(one.units), one.units))


def _scope(viewer: Viewer) -> frozenset[Unit] | None:
    """The units that the viewer may see; `None` for all of them."""
    if viewer.everywhere(Role.SAFETY) or viewer.everywhere(Role.HR):
        return None
    return frozenset(viewer.units.get(Role.SAFETY) or ())


def _told(group: Collection[Unit], rows: Iterable[MonthFigures], names: Mapping[int, str]) -> RestCounts:
    sizes: Counter[int] = Counter()
    counts: Counter[str] = Counter()
    for row in rows:
        sizes[row.counted_id] += row.people
        counts.update({DAILY: row.daily, WEEKLY: row.weekly, COMPENSATORY: row.owed})
    units = tuple(sorted(names[unit] if unit is not None else "" for unit in group))
    return RestCounts(units, max(sizes.values()), counts[DAILY], counts[WEEKLY], counts[COMPENSATORY])


def months_to_count(today: date) -> list[date]:
    """The months of the last year that are over, due and not counted yet, the oldest first: two queries."""
    starts = practice().starts
    if starts is None:
        return []
    this = today.replace(day=1)
    months = [add_months(this, -back) for back in range(MONTHS, 0, -1)]
    counted = set(CountedMonth.objects.values_list("month", flat=True))
    return [
        month
        for month in months
        if end_of_month(month) >= starts and counted_on(month, today) <= today and month not in counted
    ]


@dataclass(slots=True)
class Tally:
    """Counts the months that are due, person by person, and puts them together by unit."""

    months: list[date]
    _minutes: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    _found: Counter[tuple[int, int, str]] = field(default_factory=Counter)

    def add_registered(self, register: Register) -> None:
        """Who registered in which month: the minutes of each, and those at home."""
        if not self.months or not len(register.month):
            return
        earliest = int(register.month.min())
        span = int(register.month.max()) - earliest + 1
        keys, codes = np.unique(register.employee * span + register.month - earliest, return_inverse=True)
        all_minutes = np.bincount(codes, weights=register.minutes).astype(np.int64)
        at_home = np.bincount(codes, weights=np.where(register.home, register.minutes, 0)).astype(np.int64)
        for key, minutes, home in zip(keys.tolist(), all_minutes.tolist(), at_home.tolist(), strict=True):
            self._minutes[key // span, earliest + key % span] = minutes, home

    def add_found(self, breaches: Mapping[int, Iterable[tuple[str, date]]]) -> None:
        """What was found of whom, as rule and day."""
        for employee, told in breaches.items():
            self._found.update((employee, month_number(day), rule) for rule, day in told)

    def figures(self) -> dict[date, list[MonthFigures]]:
        """The rows of each month, none of them saved; where nobody registered there are none. One query a month."""
        return {month: list(self._of_month(month)) for month in self.months}

    def _of_month(self, month: date) -> Iterable[MonthFigures]:
        number = month_number(month)
        found = {(who, rule): times for (who, when, rule), times in self._found.items() if when == number}
        registered = {who: minutes for (who, when), minutes in self._minutes.items() if when == number}
        there = registered.keys() | {who for who, _rule in found}
        units = people.departments_of(end_of_month(month))
        sizes = Counter(units.get(who) for who in there)
        counts: Counter[tuple[Unit, str]] = Counter()
        for who, (minutes, home) in registered.items():
            counts[units.get(who), MINUTES] += minutes
            counts[units.get(who), HOME] += home
        for (who, rule), times in found.items():
            counts[units.get(who), rule] += times
        for unit, size in sizes.items():
            daily, weekly, owed = (counts[unit, rule] for rule in (DAILY, WEEKLY, COMPENSATORY))
            yield MonthFigures(
                unit_id=unit,
                people=size,
                daily=daily,
                weekly=weekly,
                owed=owed,
                minutes=counts[unit, MINUTES],
                home_minutes=counts[unit, HOME],
            )
