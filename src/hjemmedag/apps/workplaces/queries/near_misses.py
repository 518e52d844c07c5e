"""Near misses, and the other things that wait for a role to look at them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import F, IntegerField, QuerySet, Value
from django.db.models.functions import Cast

from hjemmedag.apps.workplaces.models import Insurance, NearMiss

AHEAD = timedelta(days=30)
"""How long before a review HR is told of it: a choice of ours, no rule."""

Waiting = tuple[str, int, int | None, date]


def waiting_for_roles(on: date) -> list[Waiting]:
    """Near misses that nobody has looked at, and insurances whose review comes: what, id, whose and day. One query."""
    nobody = Cast(Value(None), IntegerField())
    missed = NearMiss.objects.filter(settled_on__isnull=True).order_by()
    rows = missed.values_list(Value("near_miss"), "pk", "employee", "on")
    reviewed = to_review(on).order_by().values_list(Value("insurance"), "pk", nobody, "review_on")
    return sorted(rows.union(reviewed, all=True), key=lambda row: (row[0], row[3], row[1]))


def to_review(on: date) -> QuerySet[Insurance]:
    """The insurances in force, or to be, whose review comes within a month or has passed."""
    lasting = Insurance.objects.filter(replaced_by__isnull=True).exclude(ends__lte=on)
    return lasting.filter(review_on__lte=on + AHEAD)


def with_names(rows: QuerySet[NearMiss]) -> QuerySet[Any]:
    """Near misses with whom they are from and who settled them, the latest first."""
    return rows.select_related("employee", "settled_by").order_by(F("settled_on").desc(nulls_first=True), "-on", "-id")
