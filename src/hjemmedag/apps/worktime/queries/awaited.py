"""Whose turn it is: weeks that are over and not sent, and weeks that wait for an approver."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, QuerySet

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.models import Practice, Sending
from hjemmedag.core.duties import Scope
from hjemmedag.core.worktime.weeks import days_of, monday_of

FRIDAY = 4


def last_week(on: date) -> date:
    """The Monday of the latest week that is over."""
    return monday_of(on) - timedelta(days=7)


def unsent(scope: Scope, on: date) -> list[int]:
    """Who, in scope, has not sent the latest week that is over, or got it back: one query.

    Nobody is asked about a week before the company began to register here, about one in which they began or stopped
    working here, or about one that they were away throughout.
    """
    monday = last_week(on)
    days: dict[str, Any] = {"monday": monday, "friday": days_of(monday)[FRIDAY]}
    rows = _everyones.rows(**days) if scope.owner is None else _ones.rows(**days, who=scope.owner)
    return [pk for (pk,) in rows]


def _late() -> QuerySet[Any]:
    monday, friday = people.Asked("monday"), people.Asked("friday")
    begun = Practice.objects.filter(starts__lte=monday)
    sent = Sending.objects.filter(week__employee=OuterRef("pk"), week__monday=monday).exclude(answer__approved=False)
    there = people.employed(monday).filter(pk__in=people.employed(friday).values("pk"))
    return there.exclude(pk__in=people.away_throughout(monday, friday)).filter(Exists(begun), ~Exists(sent))


@people.Prepared
def _everyones() -> QuerySet[Any, Any]:
    return _late().order_by("pk").values_list("pk")


@people.Prepared
def _ones() -> QuerySet[Any, Any]:
    return _late().filter(pk=people.Asked("who")).values_list("pk")


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The weeks that wait for one approver: how many, the first of them, and since when it waits."""

    manager: int
    weeks: int
    first: int
    since: datetime


def unanswered(scope: Scope, on: date) -> list[Unanswered]:
    """Whom weeks wait for, in scope: one query."""
    rows = _all_managers.rows(on=on) if scope.owner is None else _one_manager.rows(on=on, manager=scope.owner)
    return [Unanswered(*row) for row in rows if row[0] is not None]


def _waiting() -> QuerySet[Sending]:
    return Sending.objects.filter(answer__isnull=True).order_by()


@people.Prepared
def _all_managers() -> QuerySet[Any, Any]:
    by = _waiting().annotate(manager=people.manager_on(people.Asked("on"), "week__employee")).values("manager")
    return _summed(by).order_by("manager")


@people.Prepared
def _one_manager() -> QuerySet[Any, Any]:
    on, manager = people.Asked("on"), people.Asked("manager")
    theirs = _waiting().filter(week__employee__in=people.led_by(manager, on))
    return _summed(theirs.annotate(manager=people.manager_on(on, "week__employee")).values("manager"))


def _summed(by_manager: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    summed = by_manager.annotate(weeks=Count("pk"), first=Min("week"), since=Min("at"))
    found: QuerySet[Any, Any] = summed.values_list("manager", "weeks", "first", "since")
    return found
