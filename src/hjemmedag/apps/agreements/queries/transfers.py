"""Living arrangements whose addendum names another legal entity than the one that employs the person now."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value

from hjemmedag.apps.agreements.models import Addendum, EmployerCheck, StatusChange
from hjemmedag.apps.people import queries as people
from hjemmedag.core.people.roles import Role

MOVED = "moved"
MOST = 200
"""Judgements shown on one page."""


def moved(on: Any) -> QuerySet[Any, Any]:
    """The latest addendum of each living arrangement whose person has another employer on a day than when it was made.

    With `employment` (that of now), `since` (its first day), `was` and `now` (the legal entities), and `wanted`:
    whether someone has judged that a new addendum is needed. What was judged to stand is left out.
    """
    arrangement = OuterRef("terms__arrangement")
    ended = StatusChange.objects.filter(arrangement=arrangement, kind=StatusChange.Kind.CLOSE, on__lte=on)
    offered = Q(document__isnull=True) | Q(document__closing__isnull=True)
    later = Addendum.objects.filter(offered, terms__arrangement=arrangement, pk__gt=OuterRef("pk"))
    who = "terms__arrangement__employee"
    then, now = (people.employments_on(day, who) for day in (OuterRef("delivered_on"), on))
    checks = EmployerCheck.objects.filter(employment=OuterRef("employment"))
    # Few have left one company for another: asked first, this spares the look-ups for all others.
    left_one = Q(terms__arrangement__employee__in=people.once_employed(on))
    rows = Addendum.objects.filter(left_one, offered, ~Exists(ended), ~Exists(later)).annotate(
        was=Subquery(then.values("legal_entity")[:1]),
        now=Subquery(now.values("legal_entity")[:1]),
        employment=Subquery(now.values("pk")[:1]),
        since=Subquery(now.values("starts")[:1]),
    )
    rows = rows.filter(~Q(was=F("now")), was__isnull=False, now__isnull=False)
    settled = checks.filter(outcome=EmployerCheck.Outcome.STANDS)
    wanted = checks.filter(outcome=EmployerCheck.Outcome.NEW)
    found: QuerySet[Any, Any] = rows.filter(~Exists(settled)).annotate(wanted=Exists(wanted)).order_by()
    return found


def moved_turns(on: Any) -> QuerySet[Any, Any]:
    """The kind of turn, the new employment, the employee, its first day, and who in HR judges it."""
    who = "terms__arrangement__employee"
    holders = people.holding(Role.HR, on).exclude(employee=OuterRef(who)).order_by("starts", "id")
    return moved(on).values_list(Value(MOVED), "employment", who, "since", Subquery(holders.values("employee")[:1]))


def moved_with(employment: int, on: date) -> list[Any]:
    """Everyone who moved on the same day as this employment began, and is not judged yet, by name: two queries."""
    rows = moved(on).select_related("terms__arrangement__employee")
    since = next(iter(rows.filter(employment=employment).values_list("since", flat=True)), None)
    name = "terms__arrangement__employee__alphabetical"
    return list(rows.filter(since=since).order_by(name, "pk")) if since is not None else []


def wants_new_addendum(arrangement: int, on: date) -> bool:
    """Whether someone judged that a new addendum is needed since the move, and none is offered yet."""
    return moved(on).filter(terms__arrangement=arrangement, wanted=True).exists()


def checks_with(employment: int) -> list[EmployerCheck]:
    """What was judged for everyone whose employment began on the same day as this one, latest first: one query."""
    begun = people.begun_with(employment)
    rows = EmployerCheck.objects.filter(employment__in=begun).select_related("employment__employee", "by")
    return list(rows.order_by("-at", "-pk")[:MOST])
