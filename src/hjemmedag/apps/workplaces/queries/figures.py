"""Counting risks at home by unit: what is kept once a month, and which units are told together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Subquery

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces.models import Account, CountedRisks, Finding, Judgement, NearMiss, RiskFigures
from hjemmedag.apps.workplaces.queries.findings import Followed, followed, open_ones
from hjemmedag.apps.workplaces.queries.needs import needs
from hjemmedag.apps.worktime import queries as worktime
from hjemmedag.core.duties import Scope
from hjemmedag.core.worktime.groups import tellable

REMEMBERED = 12
"""How many earlier counts stand beside a new one: units told together in one of them are told together in it, too."""

FEWEST_MOVED = 3
"""Figures of a group in which fewer people came or went since they were counted are told once more: from the new ones,
that of the one who left could be told."""

YEAR = timedelta(days=365)
"""How far back injuries and near misses are counted."""

FIGURES = ("people", "assessed", "to_assess", "late", "law", "recommended", "overdue", "injuries", "near_misses")
"""What is counted of a unit, beside what the findings are about."""

Unit = int | None


@dataclass(slots=True)
class _Unit:
    people: int = 0
    assessed: int = 0
    to_assess: int = 0
    late: int = 0
    law: int = 0
    recommended: int = 0
    overdue: int = 0
    injuries: int = 0
    near_misses: int = 0
    topics: Counter[str] = field(default_factory=Counter)

    def add(self, one: Followed, on: date) -> None:
        finding, measure = one.finding, one.measure
        self.law += finding.is_law
        self.recommended += not finding.is_law
        self.overdue += measure is not None and measure.done_on is None and measure.due < on
        if finding.topic:
            self.topics[finding.topic] += 1


def month_to_count(today: date) -> date | None:
    """The first of this month while it isn't counted: one query."""
    month = today.replace(day=1)
    return None if CountedRisks.objects.filter(month=month).exists() else month


def figures(on: date) -> list[RiskFigures]:
    """Everyone's homes as they stand on a day, a row a unit, none of them saved. A constant number of queries."""
    units = people.departments_of(on)
    found: dict[Unit, _Unit] = {}
    working: dict[Unit, set[int]] = {}
    for need in needs(Scope(), on):
        working.setdefault(units.get(need.employee), set()).add(need.employee)
        one = found.setdefault(units.get(need.employee), _Unit())
        asked, by = need.assess_now(on), need.assess_by
        one.people += 1
        one.assessed += not asked
        one.to_assess += asked
        one.late += asked and by is not None and by < on
    for each in followed(open_ones(Finding.objects.filter(private=False))):
        unit = units.get(each.finding.employee_id)
        if each.finding.employee_id in working.get(unit, ()):
            found[unit].add(each, on)
    for injured in _injured(on):
        if injured in working.get(units.get(injured), ()):
            found[units.get(injured)].injuries += 1
    for nearly in NearMiss.objects.filter(on__range=(on - YEAR, on)).values_list("employee", flat=True):
        if nearly in working.get(units.get(nearly), ()):
            found[units.get(nearly)].near_misses += 1
    told_with = _told_with({unit: one.people for unit, one in found.items()}, on)
    again = _told_again(working, told_with)
    fresh = [
        RiskFigures(
            unit_id=unit,
            as_of=on,
            told_with=told_with.get(unit),
            topics=dict(one.topics),
            people=one.people,
            assessed=one.assessed,
            to_assess=one.to_assess,
            late=one.late,
            law=one.law,
            recommended=one.recommended,
            overdue=one.overdue,
            injuries=one.injuries,
            near_misses=one.near_misses,
        )
        for unit, one in found.items()
        if unit not in again
    ]
    return fresh + [row for row in again.values() if row is not None]


def _told_again(working: dict[Unit, set[int]], told_with: dict[Unit, int]) -> dict[Unit, RiskFigures | None]:
    """The latest figures of units in whose group somebody came or went since, but too few; `None` for one without."""
    before = {row.unit_id: row for row in RiskFigures.objects.filter(counted=CountedRisks.objects.last())}
    then = {day: _worked_at_home(day) for day in {row.as_of for row in before.values()}}
    groups: dict[int, set[Unit]] = {}
    for unit, number in told_with.items():
        groups.setdefault(number, set()).add(unit)
    found: dict[Unit, RiskFigures | None] = {}
    for number, group in groups.items():
        moved: set[int] = set()
        for unit in group:
            earlier = then[before[unit].as_of].get(unit, set()) if unit in before else set()
            moved |= earlier ^ working.get(unit, set())
        if 0 < len(moved) < FEWEST_MOVED:
            for unit in group:
                found[unit] = _copied(before[unit], number) if unit in before else None
    return found


def _copied(row: RiskFigures, told_with: int) -> RiskFigures:
    return RiskFigures(
        unit_id=row.unit_id,
        told_with=told_with,
        as_of=row.as_of,
        topics=row.topics,
        **{name: getattr(row, name) for name in FIGURES},
    )


def _worked_at_home(on: date) -> dict[Unit, set[int]]:
    """Whose homes were places of work on a day, by unit: two queries."""
    latest = Judgement.objects.filter(employee=OuterRef("employee"), on__lte=on).order_by("-on", "-id")
    there = Judgement.objects.filter(pk=Subquery(latest.values("pk")[:1]), works_at_home=True)
    units = people.departments_of(on)
    found: dict[Unit, set[int]] = {}
    for employee in there.values_list("employee", flat=True):
        found.setdefault(units.get(employee), set()).add(employee)
    return found


def _injured(on: date) -> Iterable[int]:
    """Whom an injury of the last year befell, by the latest account of each."""
    later = Account.objects.filter(injury=OuterRef("injury"), pk__gt=OuterRef("pk"))
    told = Account.objects.filter(~Exists(later), on__range=(on - YEAR, on)).order_by()
    return told.values_list("injury__employee", flat=True)


def _told_with(sizes: dict[Unit, int], on: date) -> dict[Unit, int]:
    """The number of each unit's group. Counts in which nothing was told take nothing from this one: two queries."""
    counted = CountedRisks.objects.filter(figures__told_with__isnull=False, month__lt=on).distinct()
    earlier: dict[int, Counter[Unit]] = {}
    latest = list(counted.order_by("-month").values_list("pk", flat=True)[:REMEMBERED])
    rows: Iterable[tuple[int, Unit, int]] = RiskFigures.objects.filter(counted__in=latest).values_list(
        "counted", "unit", "people"
    )
    for count, unit, size in rows:
        earlier.setdefault(count, Counter())[unit] = size
    groups = tellable([Counter(sizes), *earlier.values()], worktime.smallest_unit(on))
    there = sorted(
        (group for group in groups if sum(sizes.get(unit, 0) for unit in group)),
        key=lambda one: repr(sorted(map(repr, one))),
    )
    return {unit: number for number, group in enumerate(there, 1) for unit in group}
