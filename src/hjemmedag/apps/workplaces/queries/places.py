"""Agreed places beside the home as places of work: each is assessed, before it is used and again when that is old."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, CharField, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces.models import Assessment
from hjemmedag.core.duties import Scope
from hjemmedag.core.workplaces.rules import assessment_due
from hjemmedag.rulebook.load import load

AHEAD = timedelta(days=30)
"""How long before a place counts, or its assessment is too old, its person is told: a choice of ours, no rule."""
PLACE, PLACE_AGAIN = "place", "place again"


@dataclass(frozen=True, slots=True)
class PlaceNeed:
    """One agreed place that counts now or soon: when it was assessed, and by when it must be."""

    pk: int
    name: str
    employee: int
    starts: date
    surveyed_on: date | None

    @property
    def assess_by(self) -> date:
        """The last day for the next assessment; the first one is due before the place is used."""
        return assess_by(PLACE_AGAIN, self.surveyed_on) if self.surveyed_on else self.starts

    def assess_now(self, on: date) -> bool:
        """Whether the person is asked on this day."""
        return self.assess_by <= on + AHEAD


def place_needs(scope: Scope, on: date) -> Iterator[PlaceNeed]:
    """The agreed places of everyone, or of one person, that have not ended: one query."""
    rows = _everyones.rows(on=on) if scope.owner is None else _ones.rows(on=on, who=scope.owner)
    for pk, name, employee, starts, surveyed in rows:
        yield PlaceNeed(pk, name, employee, starts, surveyed)


def place_turns() -> QuerySet[Any]:
    """The agreed places of everyone that have not ended, as a turn of their person each: to put into another query.

    `what` is "place" with its first day as `day`, or "place again" with the day of its last assessment.
    """
    rows: QuerySet[Any] = _surveyed(Q()).annotate(
        what=Case(When(surveyed=None, then=Value(PLACE)), default=Value(PLACE_AGAIN), output_field=CharField()),
        owner=F("arrangement__employee"),
        day=Coalesce("surveyed", "starts"),
    )
    return rows


def assess_by(what: str, day: date) -> date:
    """The last day for assessing a place, from what `place_turns` says of it."""
    if what == PLACE:
        return day
    due = assessment_due.decide(assessment_due.Facts(day), load()).due
    return day if due is None else due


def own_place(employee: int, place: int, on: date) -> bool:
    """Whether this is an agreed place of the person's that has not ended: one query."""
    lasting = Q(ends__isnull=True) | Q(ends__gt=on)
    return agreements.agreed_places().filter(lasting, pk=place, arrangement__employee=employee).exists()


@people.Prepared
def _everyones() -> QuerySet[Any, Any]:
    return _lasting(Q())


@people.Prepared
def _ones() -> QuerySet[Any, Any]:
    return _lasting(Q(arrangement__employee=people.Asked("who")))


def _lasting(whose: Q) -> QuerySet[Any, Any]:
    rows = _surveyed(whose).order_by("starts", "pk")
    return rows.values_list("pk", "name", "arrangement__employee", "starts", "surveyed")


def _surveyed(whose: Q) -> QuerySet[Any]:
    on = people.Asked("on")
    sent = Assessment.objects.filter(place=OuterRef("pk"), submitted_on__isnull=False).order_by("-submitted_on")
    rows = agreements.agreed_places().filter(whose, Q(ends__isnull=True) | Q(ends__gt=on))
    surveyed: QuerySet[Any] = rows.annotate(surveyed=Subquery(sent.values("submitted_on")[:1]))
    return surveyed
