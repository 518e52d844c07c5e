"""Faults, what was promised about them, and how far they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from hjemmedag.apps.equipment.models import Repair, RepairStep
from hjemmedag.apps.equipment.queries.practice import practice
from hjemmedag.apps.people import queries as people
from hjemmedag.core.equipment.promise import Opening
from hjemmedag.core.people import names
from hjemmedag.core.people.holidays import public_holidays
from hjemmedag.rulebook.load import load

SATURDAY = 5


class Stage(StrEnum):
    """How far a repair is."""

    WAITING = "waiting"
    LATE = "late"
    BEGUN = "begun"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Course:
    """A repair and how far it is; `steps` in the order they were taken."""

    repair: Any
    stage: Stage
    steps: tuple[RepairStep, ...]


def promised(way: str, asked: datetime) -> datetime:
    """When the company has promised to have begun, by its choices and its hours for messages."""
    company, chosen = people.company(), practice()
    assert company is not None, "nobody asks before there is a company"
    opening = Opening(company.messages_from, company.messages_until, _works)
    if way == Repair.Way.REMOTE:
        return opening.within_hours(asked, chosen.remote_hours)
    return opening.within_days(asked, chosen.onsite_days)


def _works(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in public_holidays(day.year, load())


def repairs(stage: Stage | None, words: str, now: datetime) -> QuerySet[Any]:
    """Repairs, what waits longest first; without `stage` all that are not done."""
    step = RepairStep.objects.filter(repair=OuterRef("pk"))
    begun, done = Exists(step.filter(kind="begun")), Exists(step.filter(kind="done"))
    narrowed = {
        None: Q(is_done=False),
        Stage.WAITING: Q(is_done=False, is_begun=False),
        Stage.LATE: Q(is_done=False, is_begun=False, due_at__lt=now),
        Stage.BEGUN: Q(is_done=False, is_begun=True),
        Stage.DONE: Q(is_done=True),
    }
    rows: QuerySet[Any] = Repair.objects.annotate(is_begun=begun, is_done=done).filter(narrowed[stage])
    for word in names.sought(words):
        rows = rows.filter(Q(item__findable__contains=word) | Q(employee__findable__contains=word))
    rows = rows.select_related("item__kind", "employee").prefetch_related("steps__by")
    return rows.order_by("-at" if stage is Stage.DONE else "due_at", "id")


def course(repair: Any, now: datetime) -> Course:
    """How far a repair with its steps at hand is."""
    steps = tuple(repair.steps.all())
    kinds = {step.kind for step in steps}
    if RepairStep.Kind.DONE in kinds:
        return Course(repair, Stage.DONE, steps)
    if RepairStep.Kind.BEGUN in kinds:
        return Course(repair, Stage.BEGUN, steps)
    return Course(repair, Stage.LATE if repair.due_at < now else Stage.WAITING, steps)


def repairs_of(employee: int, now: datetime) -> list[Course]:
    """What somebody has reported, latest first: two queries."""
    rows = Repair.objects.filter(employee=employee).select_related("item__kind").prefetch_related("steps__by")
    return [course(row, now) for row in rows.order_by("-id")[:20]]


def repair(pk: int) -> Any:
    """One repair; `None` when there is none."""
    return Repair.objects.filter(pk=pk).select_related("item__kind", "employee").prefetch_related("steps__by").first()
