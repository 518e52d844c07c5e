"""Risks at home in figures: by unit, as they were counted, small units together so that nobody can be worked out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet, Subquery

from hjemmedag.apps.workplaces.models import CountedRisks, RiskFigures
from hjemmedag.apps.workplaces.queries.figures import FIGURES
from hjemmedag.core.people.roles import Role, Viewer
from hjemmedag.core.workplaces.questions import Topic

Unit = int | None


@dataclass(frozen=True, slots=True)
class Risks:
    """Some units told together: who works at home, who assessed it, who is to and is late, and what is open there."""

    units: tuple[str, ...]
    ids: frozenset[Unit]
    people: int
    assessed: int
    to_assess: int
    late: int
    law: int
    recommended: int
    overdue: int
    injuries: int
    near_misses: int
    topics: tuple[tuple[Topic, int], ...]


def risks(viewer: Viewer) -> tuple[date | None, list[Risks]]:
    """The day of the latest count, and the groups of units that this viewer may see in it: one query."""
    latest = CountedRisks.objects.order_by("-month").values("pk")[:1]
    rows = list(_rows().filter(counted=Subquery(latest)))
    return (rows[0].counted.on, _told(viewer, rows)) if rows else (None, [])


def risks_by_month(viewer: Viewer) -> list[tuple[date, list[Risks]]]:
    """The same for every count there is, the latest first: one query."""
    counts: dict[date, list[RiskFigures]] = {}
    for row in _rows().order_by("-counted__month"):
        counts.setdefault(row.counted.on, []).append(row)
    return [(on, _told(viewer, rows)) for on, rows in counts.items()]


def _rows() -> QuerySet[RiskFigures]:
    return RiskFigures.objects.select_related("counted", "unit")


def _told(viewer: Viewer, rows: Iterable[RiskFigures]) -> list[Risks]:
    groups: dict[int, list[RiskFigures]] = {}
    for row in rows:
        if row.told_with is not None:
            groups.setdefault(row.told_with, []).append(row)
    seen = _scope(viewer)
    told = []
    for group in groups.values():
        ids = frozenset(row.unit_id for row in group)
        if seen is None or ids <= seen:
            sums = {name: sum(getattr(row, name) for row in group) for name in FIGURES}
            topics: Counter[str] = Counter()
            for row in group:
                topics.update(row.topics)
            units = tuple(sorted(row.unit.name if row.unit else "" for row in group))
            told.append(
                Risks(units, ids, **sums, topics=tuple((Topic(topic), times) for topic, times in topics.most_common()))
            )
    return sorted(told, key=lambda one: (not all(one.units), one.units))


def _scope(viewer: Viewer) -> frozenset[Unit] | None:
    """The units that the viewer may see; `None` for all of them."""
    if viewer.everywhere(Role.SAFETY) or viewer.everywhere(Role.HR):
        return None
    return frozenset(viewer.units.get(Role.SAFETY) or ())
