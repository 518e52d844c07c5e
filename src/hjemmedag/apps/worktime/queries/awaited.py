"""Whose turn it is: weeks that are over and not sent, and weeks that wait for an approver."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum
from typing import Any

from django.db.models import BigIntegerField, Count, DateField, Exists, Min, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.access import deputising
from hjemmedag.apps.worktime.models import OwedRest, Practice, Registration, Sending, Silence, Week
from hjemmedag.apps.worktime.queries.methods import delivered
from hjemmedag.core.duties import Scope
from hjemmedag.core.instants import local
from hjemmedag.core.worktime.weeks import days_of, friday_of, monday_of
from hjemmedag.rulebook.load import load

RULE = "worktime.approval"


def last_week(on: date) -> date:
    """The Monday of the latest week that is over."""
    return monday_of(on) - timedelta(days=7)


class Waits(IntEnum):
    """What someone has to do something about, and what `Turn` then holds."""

    UNSENT = 1
    """The latest week: whose it is, its Monday."""
    RETURNED = 2
    """A week that came back: whose it is, its Monday."""
    REVIEW = 3
    """The assessment of a self-organiser: whose it is, by when it is assessed again."""
    SILENCE = 4
    """Weeks that one approver hasn't answered for long: the approver, the day since which the first of them waits."""
    NOBODY = 5
    """Weeks that nobody is there to answer: whose they are, the day since which the first of them waits."""
    AGREEMENT = 6
    """Limits of an agreement that run out: the agreement's id in place of a person's, the first day without them."""
    REST = 7
    """A rest that is owed: whose it is, the day the work ended on which it follows."""


WEEKS = (Waits.UNSENT, Waits.RETURNED)
"""What somebody does about a week of their own."""


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """One such thing, in the terms of `Waits`."""

    what: Waits
    who: int
    day: date


def turns(scope: Scope, on: date) -> list[Turn]:
    """Who, in scope, has a week to send or send again, or a colleague's rest to see to; and for HR, whoever is asked
    for, all that HR looks at: one query.

    Nobody is asked about a week before the company began to register here, about one in which they began or stopped
    working here, about one that they were away throughout, or about one whose hours another system delivers.
    """
    monday = last_week(on)
    days: dict[str, Any] = {
        "on": on,
        "monday": monday,
        "friday": friday_of(monday),
        "sunday": days_of(monday)[-1],
        "soon": on + timedelta(days=load().on(on).number("worktime.rest_derogation", "warn_before")),
    }
    rows = _everyones.rows(**days) if scope.owner is None else _ones.rows(**days, who=scope.owner)
    return sorted(Turn(Waits(what), who, day) for what, who, day in rows)


def unsent(scope: Scope, on: date) -> list[int]:
    """Who, in scope, has not sent the latest week that is over, or got it back: one query."""
    monday = last_week(on)
    return sorted({turn.who for turn in turns(scope, on) if turn.what in WEEKS and turn.day == monday})


def _late() -> QuerySet[Any]:
    monday, friday = people.Asked("monday"), people.Asked("friday")
    begun = Practice.objects.filter(starts__lte=monday)
    sent = Sending.objects.filter(week__employee=OuterRef("pk"), week__monday=monday)
    elsewhere = delivered(people.Asked("sunday"))
    there = people.employed(monday).filter(pk__in=people.employed(friday).values("pk"))
    asked = there.exclude(pk__in=people.away_throughout(monday, friday)).exclude(pk__in=elsewhere.values("employee"))
    return asked.filter(Exists(begun), ~Exists(sent))


@people.Prepared
def _everyones() -> QuerySet[Any, Any]:
    return _together(_late(), _returned(), OwedRest.objects.all())


@people.Prepared
def _ones() -> QuerySet[Any, Any]:
    who, team = people.Asked("who"), people.led_by(people.Asked("who"), people.Asked("on"))
    owed = OwedRest.objects.filter(employee__in=team)
    return _together(_late().filter(pk=who), _returned().filter(employee=who), owed)


def _returned() -> QuerySet[Week]:
    """Weeks that are over and of which it was said last that they be looked at again."""
    latest = Sending.objects.filter(week=OuterRef("pk")).order_by("-id").values("answer__approved")
    older = Week.objects.filter(monday__lte=people.Asked("monday")).alias(approved=Subquery(latest[:1]))
    return older.filter(approved=False)


def _together(late: QuerySet[Any], returned: QuerySet[Week], owed: QuerySet[OwedRest]) -> QuerySet[Any, Any]:
    on = people.Asked("on")
    held = Registration.objects.filter(Q(ends__isnull=True) | Q(ends__gt=on), starts__lte=on)
    due = held.filter(self_organiser=True, review_on__lte=on, employee__in=people.employed(on).values("pk"))
    return _as(Waits.UNSENT, late, "pk", Cast(people.Asked("monday"), DateField())).union(
        _as(Waits.RETURNED, returned, "employee", "monday"),
        _as(Waits.REVIEW, due, "employee", "review_on"),
        _as(Waits.SILENCE, Silence.objects.filter(approver__isnull=False), "approver", "since"),
        _as(Waits.NOBODY, Silence.objects.filter(approver__isnull=True), "employee", "since"),
        _as(Waits.AGREEMENT, people.running_out(on, people.Asked("soon")), "profile", "ends"),
        _as(Waits.REST, owed, "employee", "since"),
        all=True,
    )


def _as(what: Waits, rows: QuerySet[Any], who: str, day: str | Cast) -> QuerySet[Any, Any]:
    return rows.order_by().values_list(Value(what.value, output_field=BigIntegerField()), who, day)


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The weeks that wait for one approver, or nobody: how many, and since when the first of them waits."""

    manager: int | None
    weeks: int
    since: datetime


def unanswered(scope: Scope, on: date) -> list[Unanswered]:
    """Whom weeks wait for, in scope; without a manager it is nobody: one query."""
    rows = _all_managers.rows(on=on) if scope.owner is None else _one_manager.rows(on=on, manager=scope.owner)
    return [Unanswered(*row) for row in rows]


def silent(on: date) -> list[Silence]:
    """Whoever hasn't answered weeks for so long that HR is told, and the weeks that nobody is there to answer.

    None of the rows is saved. Two queries that read every week that waits: for the nightly check, not for a page.
    """
    limit = on - timedelta(days=load().on(on).number(RULE, "escalate_after"))
    slow = [
        Silence(approver_id=one.manager, weeks=one.weeks, since=local(one.since).date())
        for one in (Unanswered(*row) for row in _all_managers.rows(on=on))
        if one.manager is not None and local(one.since).date() <= limit
    ]
    alone = [
        Silence(employee_id=employee, weeks=weeks, since=local(since).date())
        for employee, weeks, since in _nobodys.rows(on=on)
    ]
    return slow + alone


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
def _nobodys() -> QuerySet[Any, Any]:
    alone = _waiting().annotate(manager=_approver()).filter(manager__isnull=True).values("week__employee")
    summed = alone.annotate(weeks=Count("pk"), since=Min("at")).order_by("week__employee")
    found: QuerySet[Any, Any] = summed.values_list("week__employee", "weeks", "since")
    return found


@people.Prepared
def _one_manager() -> QuerySet[Any, Any]:
    on, manager = people.Asked("on"), people.Asked("manager")
    deputised = deputising(on).filter(approver=manager).values("employee")
    theirs = Q(week__employee__in=people.led_by(manager, on)) | Q(week__employee__in=deputised)
    return _summed(_waiting().filter(theirs).annotate(manager=_approver()).filter(manager=manager).values("manager"))


def _summed(by_manager: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    summed = by_manager.annotate(weeks=Count("pk"), since=Min("at"))
    found: QuerySet[Any, Any] = summed.values_list("manager", "weeks", "since")
    return found
