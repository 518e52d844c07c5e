"""Risks at home in figures: open findings by unit, small units put together so that nobody can be worked out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces.models import Account, Finding, NearMiss
from hjemmedag.apps.workplaces.queries.findings import Followed, followed, open_ones
from hjemmedag.apps.workplaces.queries.needs import Need, needs
from hjemmedag.apps.worktime import queries as worktime
from hjemmedag.core.duties import Scope
from hjemmedag.core.people.roles import Role, Viewer
from hjemmedag.core.workplaces.questions import Topic
from hjemmedag.core.worktime.groups import tellable

Unit = int | None
YEAR = timedelta(days=365)
"""How far back injuries and near misses are counted."""


@dataclass(frozen=True, slots=True)
class Risks:
    """Some units told together: how many work at home, how many of them are to assess it now, and what is open."""

    units: tuple[str, ...]
    people: int
    to_assess: int
    law: int
    recommended: int
    overdue: int
    injuries: int
    near_misses: int
    topics: tuple[tuple[Topic, int], ...]


def risks(viewer: Viewer, on: date) -> list[Risks]:
    """The groups of units that this viewer may see: seven queries. What is about body and well-being isn't counted."""
    working = {need.employee: need for need in needs(Scope(), on)}
    units = people.departments_of(on)
    names = {one.pk: one.name for one in people.departments()}
    sizes: Counter[Unit] = Counter(units.get(who) for who in working)
    counted = followed(open_ones(Finding.objects.filter(private=False, employee__in=working)))
    happened = _happened(on)
    seen = _scope(viewer)
    groups = [g for g in tellable([sizes], worktime.smallest_unit(on)) if seen is None or g <= seen]
    told = []
    for group in groups:
        there = [need for who, need in working.items() if units.get(who) in group]
        some = [one for one in counted if units.get(one.finding.employee_id) in group]
        of_group = {need.employee for need in there}
        counts = [sum(number for who, number in of.items() if who in of_group) for of in happened]
        told.append(_told(tuple(sorted(names[u] if u is not None else "" for u in group)), there, some, counts, on))
    return sorted(told, key=lambda one: (not all(one.units), one.units))


def _happened(on: date) -> tuple[Counter[int], Counter[int]]:
    """How many injuries and near misses each person told of in the last year: two queries."""
    later = Account.objects.filter(injury=OuterRef("injury"), pk__gt=OuterRef("pk"))
    injuries = Account.objects.filter(~Exists(later), on__range=(on - YEAR, on)).order_by()
    missed = NearMiss.objects.filter(on__range=(on - YEAR, on)).order_by()
    of_whom = (injuries.values_list("injury__employee", flat=True), missed.values_list("employee", flat=True))
    return Counter(of_whom[0]), Counter(of_whom[1])


def _told(names: tuple[str, ...], there: list[Need], some: list[Followed], happened: list[int], on: date) -> Risks:
    topics = Counter(Topic(one.finding.topic) for one in some if one.finding.topic)
    law = sum(one.finding.is_law for one in some)
    late = [one for one in some if one.measure and not one.measure.carried_out_on and one.measure.due < on]
    return Risks(
        units=names,
        people=len(there),
        to_assess=sum(need.assess_now(on) for need in there),
        law=law,
        recommended=len(some) - law,
        overdue=len(late),
        injuries=happened[0],
        near_misses=happened[1],
        topics=tuple(topics.most_common()),
    )


def _scope(viewer: Viewer) -> frozenset[Unit] | None:
    """The units that the viewer may see; `None` for all of them."""
    if viewer.everywhere(Role.SAFETY) or viewer.everywhere(Role.HR):
        return None
    return frozenset(viewer.units.get(Role.SAFETY) or ())
