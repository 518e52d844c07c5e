"""Places beside the home: which stand, which wait, and where a day may be spent."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value

from hjemmedag.apps.agreements.models import Arrangement, OtherPlace, StatusChange
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.places import Spot
from hjemmedag.core.people.homes import Address

PLACE = "place"


def other_places(arrangements: QuerySet[Arrangement]) -> QuerySet[OtherPlace]:
    """Every place asked for, by its first day, with all that a page says of it."""
    rows = OtherPlace.objects.filter(arrangement__in=arrangements)
    return rows.select_related("arrangement__employee", "closed_by").order_by("starts", "id")


def places_in(arrangement: int) -> QuerySet[OtherPlace]:
    """Those of one arrangement."""
    return other_places(Arrangement.objects.filter(pk=arrangement))


def agreed_places() -> QuerySet[OtherPlace]:
    """Places that were agreed, in arrangements that have not ended."""
    ended = StatusChange.objects.filter(arrangement=OuterRef("arrangement"), kind=StatusChange.Kind.CLOSE)
    return OtherPlace.objects.filter(~Exists(ended), outcome=OtherPlace.Outcome.APPROVED)


def places_on(employee: int, day: date) -> QuerySet[OtherPlace]:
    """Where beside the home someone may work on a day: one query."""
    return agreed_places().filter(
        Q(ends__isnull=True) | Q(ends__gt=day), arrangement__employee=employee, starts__lte=day
    )


def places_between(employee: int, first: date, last: date) -> QuerySet[OtherPlace]:
    """Where beside the home someone may work on some day from `first` to `last`: one query."""
    return agreed_places().filter(
        Q(ends__isnull=True) | Q(ends__gt=first), arrangement__employee=employee, starts__lte=last
    )


def spot_of(row: OtherPlace) -> Spot:
    """The place as a value."""
    return Spot(row.name, Address(**row.address), row.period)


def place_names(places: Collection[int | None]) -> dict[int, str]:
    """What these places are called: one query."""
    return dict(OtherPlace.objects.filter(pk__in=[pk for pk in places if pk]).values_list("pk", "name"))


def waiting_places(on: people.Asked) -> QuerySet[OtherPlace, Any]:
    """The kind of turn, the place, the employee, the day, and whose turn it is: the manager's."""
    employee = "arrangement__employee"
    rows = OtherPlace.objects.filter(closed_at__isnull=True).order_by()
    return rows.values_list(Value(PLACE), "pk", F(employee), "answer_by", people.decider_on(on, employee))
