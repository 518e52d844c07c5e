"""Hviletid i tal: how often rest was too short in each unit, never whose, by what the register holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.models import Registration
from hjemmedag.apps.worktime.queries.entries import standing
from hjemmedag.apps.worktime.queries.sheets import BEFORE, Found, records
from hjemmedag.apps.worktime.queries.spans import suspects
from hjemmedag.core.instants import local
from hjemmedag.core.law import Verdict
from hjemmedag.core.people.roles import Role, Viewer
from hjemmedag.core.periods import Period, add_months, end_of_month
from hjemmedag.core.worktime.check import exempt_from
from hjemmedag.core.worktime.entries import SelfOrganiser
from hjemmedag.core.worktime.groups import tellable
from hjemmedag.core.worktime.limits import COMPENSATORY, DAILY, WEEKLY, Limits
from hjemmedag.rulebook.load import load

Unit = str | None
"""A department's name; `None` for people in none."""


@dataclass(frozen=True, slots=True)
class RestCounts:
    """What was found among the people of some units: `people` who registered, findings by rule."""

    units: tuple[str, ...]
    people: int
    daily: int
    weekly: int
    owed: int


def smallest_unit(on: date) -> int:
    """How many people a unit has at least when it is told alone."""
    law = load().on(on)
    return max(
        law.number("followup.smallest_group", "answers"), law.number("worktime.rest_information", "smallest_unit")
    )


def rest_counts(viewer: Viewer, first: date, last: date) -> list[RestCounts]:
    """The figures that this viewer may see for whole months from `first` to `last`: a dozen queries for one month.

    Units are put together in the same way for everyone; whoever is limited to some sees the groups that lie wholly in
    them.
    """
    months = list(_months(first, last))
    registered = _registered(first, last)
    found = _found({employee for employee, _day in registered}, first, last)
    placed = [_units(registered, found, month) for month in months]
    groups = tellable([Counter(each.values()) for each in placed], smallest_unit(last))
    seen = _scope(viewer)
    shown = [group for group in groups if seen is None or group <= seen]
    return sorted(_counted(shown, months, placed, found), key=lambda one: (not all(one.units), one.units))


def _months(first: date, last: date) -> Iterable[Period]:
    while first <= last:
        yield Period.through(first, min(last, end_of_month(first)))
        first = add_months(first.replace(day=1), 1)


def _registered(first: date, last: date) -> set[tuple[int, date]]:
    """Who has entries on which days."""
    rows = standing().filter(day__range=(first, last)).order_by().values_list("employee", "day")
    return set(rows.iterator(10_000))


def _found(employees: Collection[int], first: date, last: date) -> dict[int, list[tuple[str, date]]]:
    """The breaches of each person, as rule and day: looked at closely only where a quick look finds any."""
    closely = suspects(first - BEFORE, last, Limits.of(load().on(last)))
    # Judged by all rules here; the days on which somebody planned their own time are taken out below.
    known = replace(records(closely, first, last), registrations={})
    free_from = exempt_from(SelfOrganiser(assessed=True), DAILY, load())
    free = _free(closely)
    found: dict[int, list[tuple[str, date]]] = {}
    for employee in closely:
        told = [
            (one.finding.rule, local(one.until).date()) for one in known.findings(employee, first, last) if _counts(one)
        ]
        found[employee] = [
            (rule, day)
            for rule, day in told
            if free_from is None or day < free_from or not any(day in period for period in free.get(employee, ()))
        ]
    return {employee: told for employee, told in found.items() if told}


def _counts(one: Found) -> bool:
    return one.finding.verdict is Verdict.VIOLATION and one.finding.rule in (DAILY, WEEKLY, COMPENSATORY)


def _free(employees: Collection[int]) -> dict[int, list[Period]]:
    """When each of these people planned their own time."""
    found: dict[int, list[Period]] = {}
    for row in Registration.objects.filter(employee__in=employees, self_organiser=True):
        found.setdefault(row.employee_id, []).append(Period(row.starts, row.ends))
    return found


def _units(
    registered: Iterable[tuple[int, date]], found: Mapping[int, list[tuple[str, date]]], month: Period
) -> dict[int, Unit]:
    """The unit, at the month's end, of everyone who registered in it or of whom something is found in it."""
    there = {employee for employee, day in registered if day in month}
    there |= {employee for employee, told in found.items() if any(day in month for _rule, day in told)}
    last = month.last
    assert last is not None
    units: dict[int, Unit] = dict(people.listed(people.employed(last), last).values_list("pk", "department"))
    return {employee: units.get(employee) for employee in there}


def _scope(viewer: Viewer) -> frozenset[Unit] | None:
    """The units that the viewer may see; `None` for all of them."""
    if viewer.everywhere(Role.SAFETY) or viewer.everywhere(Role.HR):
        return None
    mine = viewer.units.get(Role.SAFETY) or frozenset()
    return frozenset(unit.name for unit in people.departments() if unit.pk in mine)


def _counted(
    groups: Iterable[frozenset[Unit]],
    months: list[Period],
    placed: list[dict[int, Unit]],
    found: Mapping[int, list[tuple[str, date]]],
) -> Iterable[RestCounts]:
    for group in groups:
        there: set[int] = set()
        counts: Counter[str] = Counter()
        for month, units in zip(months, placed, strict=True):
            mine = {employee for employee, unit in units.items() if unit in group}
            there |= mine
            counts.update(rule for employee in mine for rule, day in found.get(employee, ()) if day in month)
        names = tuple(sorted(unit or "" for unit in group))
        yield RestCounts(names, len(there), counts[DAILY], counts[WEEKLY], counts[COMPENSATORY])
