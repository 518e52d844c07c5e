"""Whose turn it is: weeks that are over and not sent, and weeks that wait for an approver."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import BigIntegerField, Count, DateField, Exists, Min, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.access import deputising
from hjemmedag.apps.worktime.models import Practice, Registration, Sending, Week
from hjemmedag.apps.worktime.queries.methods import delivered
from hjemmedag.core.duties import Scope
from hjemmedag.core.worktime.weeks import days_of, friday_of, monday_of


def last_week(on: date) -> date:
    """The Monday of the latest week that is over."""
    return monday_of(on) - timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Review:
    """A self-organiser whose case is to be assessed again: the registration, whose it is, and by when."""

    registration: int
    employee: int
    by: date


@dataclass(frozen=True, slots=True)
class Turns:
    """Who has a week to send, who got an older one back (the Monday), and whose assessment HR looks at again."""

    unsent: list[int]
    returned: list[tuple[int, date]]
    reviews: list[Review]


def unsent(scope: Scope, on: date) -> list[int]:
    """Who, in scope, has not sent the latest week that is over, or got it back: one query.

    Nobody is asked about a week before the company began to register here, about one in which they began or stopped
    working here, about one that they were away throughout, or about one whose hours another system delivers.
    """
    return turns(scope, on).unsent


def turns(scope: Scope, on: date) -> Turns:
    """Who, in scope, has a week to send or send again, and every review whose day has come: one query for all."""
    monday = last_week(on)
    days: dict[str, Any] = {
        "on": on,
        "monday": monday,
        "friday": friday_of(monday),
        "sunday": days_of(monday)[-1],
    }
    rows = _everyones.rows(**days) if scope.owner is None else _ones.rows(**days, who=scope.owner)
    return Turns(
        unsent=sorted(employee for registration, employee, _by in rows if registration == WEEK),
        returned=sorted((employee, day) for registration, employee, day in rows if registration == RETURNED),
        reviews=sorted((Review(*row) for row in rows if row[0] > WEEK), key=lambda one: (one.by, one.registration)),
    )


WEEK, RETURNED = 0, -1
"""In the place of a registration: the row is about the last week, or about an older one that was returned."""


def _late() -> QuerySet[Any]:
    monday, friday = people.Asked("monday"), people.Asked("friday")
    begun = Practice.objects.filter(starts__lte=monday)
    sent = Sending.objects.filter(week__employee=OuterRef("pk"), week__monday=monday).exclude(answer__approved=False)
    elsewhere = delivered(people.Asked("sunday"))
    there = people.employed(monday).filter(pk__in=people.employed(friday).values("pk"))
    asked = there.exclude(pk__in=people.away_throughout(monday, friday)).exclude(pk__in=elsewhere.values("employee"))
    return asked.filter(Exists(begun), ~Exists(sent))


@people.Prepared
def _everyones() -> QuerySet[Any, Any]:
    return _with_reviews(_late(), _returned())


@people.Prepared
def _ones() -> QuerySet[Any, Any]:
    who = people.Asked("who")
    return _with_reviews(_late().filter(pk=who), _returned().filter(employee=who))


def _returned() -> QuerySet[Week]:
    """Weeks before the last one of which it was said last that they be looked at again."""
    latest = Sending.objects.filter(week=OuterRef("pk")).order_by("-id").values("answer__approved")
    older = Week.objects.filter(monday__lt=people.Asked("monday")).alias(approved=Subquery(latest[:1]))
    return older.filter(approved=False)


def _with_reviews(late: QuerySet[Any], returned: QuerySet[Week]) -> QuerySet[Any, Any]:
    on = people.Asked("on")
    week = Value(WEEK, output_field=BigIntegerField())
    weeks = late.order_by().values_list(week, "pk", Cast(people.Asked("monday"), DateField()))
    held = Registration.objects.filter(Q(ends__isnull=True) | Q(ends__gt=on), starts__lte=on).order_by()
    due = held.filter(self_organiser=True, review_on__lte=on, employee__in=people.employed(on).values("pk"))
    again = returned.order_by().values_list(Value(RETURNED, output_field=BigIntegerField()), "employee", "monday")
    return weeks.union(again, due.values_list("pk", "employee", "review_on"), all=True)


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


def _approver() -> Coalesce:
    """Who answers the week on the day: the deputy, else the manager."""
    on, whose = people.Asked("on"), "week__employee"
    deputy = deputising(on).filter(employee=OuterRef(whose)).values("approver")
    return Coalesce(Subquery(deputy[:1]), people.manager_on(on, whose))


@people.Prepared
def _all_managers() -> QuerySet[Any, Any]:
    return _summed(_waiting().annotate(manager=_approver()).values("manager")).order_by("manager")


@people.Prepared
def _one_manager() -> QuerySet[Any, Any]:
    on, manager = people.Asked("on"), people.Asked("manager")
    deputised = deputising(on).filter(approver=manager).values("employee")
    theirs = Q(week__employee__in=people.led_by(manager, on)) | Q(week__employee__in=deputised)
    return _summed(_waiting().filter(theirs).annotate(manager=_approver()).filter(manager=manager).values("manager"))


def _summed(by_manager: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    summed = by_manager.annotate(weeks=Count("pk"), first=Min("week"), since=Min("at"))
    found: QuerySet[Any, Any] = summed.values_list("manager", "weeks", "first", "since")
    return found
