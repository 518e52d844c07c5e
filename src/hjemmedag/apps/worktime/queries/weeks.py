"""Registered weeks: how far they have come, and which wait for an approver."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.models import Answer, Entry, MonthLock, Sending, Week
from hjemmedag.core.worktime.weeks import Way

WAY = ("sent_at", "answered_at", "approved", "returned_because", "ever_approved")
"""What `with_way` adds to a week."""


def with_way(weeks: QuerySet[Week]) -> QuerySet[Any]:
    """The weeks with what `way_of` reads, in the same query."""
    last = Sending.objects.filter(week=OuterRef("pk")).order_by("-id")
    approvals = Answer.objects.filter(sending__week=OuterRef("pk"), approved=True)
    return weeks.annotate(
        sent_at=Subquery(last.values("at")[:1]),
        answered_at=Subquery(last.values("answer__at")[:1]),
        approved=Subquery(last.values("answer__approved")[:1]),
        returned_because=Subquery(last.values("answer__reason")[:1]),
        ever_approved=Exists(approvals),
    )


def way_of(week: Any) -> Way:
    """How far a row of `with_way` has come."""
    return Way(week.sent_at, week.answered_at, bool(week.approved), week.ever_approved)


def week_of(employee: int, monday: date) -> Any:
    """Someone's week with its way; `None` before anything was written in it."""
    for pk, revision, *way in _week.rows(who=employee, monday=monday):
        week: Any = Week(pk=pk, employee_id=employee, monday=monday, revision=revision)
        for name, value in zip(WAY, way, strict=True):
            setattr(week, name, value)
        week.ever_approved = bool(week.ever_approved)
        return week
    return None


@people.Prepared
def _week() -> QuerySet[Any, Any]:
    theirs = with_way(Week.objects.filter(employee=people.Asked("who"), monday=people.Asked("monday")))
    return theirs.values_list("pk", "revision", *WAY)


def to_answer(weeks: QuerySet[Week]) -> QuerySet[Any]:
    """The weeks with their way and their person; `rewritten`: something in them was written anew."""
    return weeks.select_related("employee").annotate(**_answering.columns())


@people.Prepared
def _answering() -> QuerySet[Any]:
    again = Entry.objects.filter(week=OuterRef("pk"), replaces__isnull=False)
    found: QuerySet[Any] = with_way(Week.objects.all()).annotate(rewritten=Exists(again))
    return found


def sent(weeks: QuerySet[Week]) -> QuerySet[Any]:
    """Those that wait for an answer, oldest first; those `ever_approved` were changed since."""
    waiting = with_way(weeks).filter(sent_at__isnull=False, answered_at__isnull=True)
    return waiting.order_by("monday", "employee")


def locked(days: Iterable[date]) -> set[date]:
    """Those of the days whose month is closed."""
    wanted = set(days)
    months = {day.replace(day=1) for day in wanted}
    closed = set(MonthLock.objects.filter(month__in=months).values_list("month", flat=True))
    return {day for day in wanted if day.replace(day=1) in closed}


def closed_from(day: date) -> bool:
    """Whether the month of a day, or any later one, is closed."""
    return MonthLock.objects.filter(month__gte=day.replace(day=1)).exists()


def needs_reason(way: Way, *, any_locked: bool) -> bool:
    """Whether what is changed in the week must say why: once it was approved, and in a closed month."""
    return any_locked or way.ever_approved
