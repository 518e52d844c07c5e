"""Which agreement area each person works in, and so which frame stands above the policy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from hjemmedag.apps.people.models import AgreementLimits, EmploymentTerms
from hjemmedag.apps.people.models.dated import in_force
from hjemmedag.apps.people.queries.company import sector
from hjemmedag.core.people.frames import LIMITS, REST, Area, Frame, area_of
from hjemmedag.rulebook.frames import load


@dataclass(frozen=True, slots=True)
class Above:
    """What the agreements of a company's staff say before its policy does.

    Their frames, their areas of control measures, and the limits on rest and hours that they have of their own, each
    with the freest value: the shortest rest, the most of the others.
    """

    frames: list[Frame]
    control: set[str]
    limits: dict[str, int]


def above_policy(on: date) -> Above:
    """What anyone employed on a day works under: one query."""
    rows = list(_covered(on).values_list("sector", "agreement", "area", "control", *LIMITS).distinct())
    areas = {_area(*row[:3]) for row in rows}
    limits: dict[str, int] = {}
    for row in rows:
        for name, value in zip(LIMITS, row[4:], strict=True):
            if value is not None:
                freest = min if name == REST else max
                limits[name] = freest(value, limits.get(name, value))
    return Above([load()[area] for area in Area if area in areas], {row[3] for row in rows if row[3]}, limits)


def frame(employee: int, on: date) -> Frame | None:
    """The frame that a person works under on a day; `None` for someone who isn't employed then."""
    mine = _covered(on).filter(employment__employee=employee)
    found = {_area(*row) for row in mine.values_list("sector", "agreement", "area").distinct()}
    return next((load()[area] for area in reversed(Area) if area in found), None)


def frames_on(on: date) -> dict[int, Frame]:
    """The frame that each person employed on a day works under, as `frame` has it: one query."""
    found: dict[int, set[Area]] = {}
    for who, *row in _covered(on).values_list("employment__employee", "sector", "agreement", "area"):
        found.setdefault(who, set()).add(_area(*row))
    known = load()
    return {who: known[next(area for area in reversed(Area) if area in areas)] for who, areas in found.items()}


def _covered(on: date) -> QuerySet[Any]:
    said = AgreementLimits.objects.on(on).filter(profile=OuterRef("agreement"), profile__confirmed_at__isnull=False)
    terms = EmploymentTerms.objects.on(on).filter(in_force(on, "employment__")).order_by()
    known: QuerySet[Any] = terms.annotate(
        area=Subquery(said.values("area")[:1]),
        control=Subquery(said.values("control_area")[:1]),
        sector=sector(),
        **{name: Subquery(said.values(name)[:1]) for name in LIMITS},
    )
    return known


def _area(sector: str | None, agreement: int | None, said: str | None) -> Area:
    return area_of(sector or "", covered=agreement is not None, said=said or "")
