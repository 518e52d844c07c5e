"""Applications as they stand, and their patterns as values that core understands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from django.db.models import QuerySet

from hjemmedag.apps.agreements.models import Application, Model, Pattern
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements import pattern
from hjemmedag.core.agreements.pattern import Window
from hjemmedag.core.agreements.rules import flexible_request
from hjemmedag.core.agreements.wish import Wish
from hjemmedag.core.duties import Scope
from hjemmedag.core.law import Rulebook
from hjemmedag.core.people.homes import Address


def pattern_of(row: Pattern) -> pattern.Pattern:
    """The row's pattern as a value."""
    return pattern.Pattern(
        remote=row.model == Model.REMOTE,
        cycle_weeks=row.cycle_weeks,
        home_days=frozenset(row.home_days),
        hours=restored_hours(row.hours),
    )


def restored_hours(written: Mapping[str, list[str]]) -> dict[int, Window]:
    """Windows by weekday, from the way they are stored."""
    return {
        int(day): Window(time.fromisoformat(start), time.fromisoformat(end)) for day, (start, end) in written.items()
    }


def wish_of(row: Application) -> Wish:
    """The application's contents as a value."""
    return Wish(
        pattern=pattern_of(row),
        wanted_from=row.wanted_from,
        address=Address(**row.home) if row.home else None,
        room=row.room,
        words=row.wish,
        language=row.document_language,
        child_born=row.child_born,
        carer=row.carer,
    )


def written_hours(hours: Mapping[int, Window]) -> dict[str, list[str]]:
    """Windows by weekday, the way they are stored."""
    return {str(day): [f"{window.start:%H:%M}", f"{window.end:%H:%M}"] for day, window in sorted(hours.items())}


def draft_of(employee: int) -> Application | None:
    """The application this person has begun and not sent."""
    return Application.objects.filter(employee=employee, submitted_at__isnull=True).first()


def latest_of(employee: int) -> Application | None:
    """The last application this person sent, with its answer."""
    sent = Application.objects.filter(employee=employee, submitted_at__isnull=False)
    return sent.select_related("decision", "withdrawal").order_by("-submitted_at", "-id").first()


def waiting_of(employee: int) -> Application | None:
    """The application that this person waits for an answer to."""
    return undecided().filter(employee=employee).first()


def undecided() -> QuerySet[Application]:
    """Applications sent and neither answered nor taken back."""
    return Application.objects.filter(submitted_at__isnull=False, decision__isnull=True, withdrawal__isnull=True)


@dataclass(frozen=True, slots=True)
class Undecided:
    """An application that waits for its answer; `manager` is the applicant's on the day asked about."""

    application: int
    employee: int
    answer_by: date
    by_right: bool
    manager: int | None


def to_decide(scope: Scope, on: date) -> list[Undecided]:
    """Applications that wait for an answer, nearest deadline first: one query for one manager or for all."""
    rows = _everyones.rows(on=on) if scope.owner is None else _ones.rows(on=on, manager=scope.owner)
    return [Undecided(*row) for row in rows]


@people.Prepared
def _everyones() -> QuerySet[Any, Any]:
    said = ("pk", "employee", "answer_by", "by_right", people.manager_on(people.Asked("on"), "employee"))
    return undecided().order_by("answer_by", "id").values_list(*said)


@people.Prepared
def _ones() -> QuerySet[Any, Any]:
    on, manager = people.Asked("on"), people.Asked("manager")
    said = ("pk", "employee", "answer_by", "by_right", people.manager_on(on, "employee"))
    theirs = undecided().filter(employee__in=people.led_by(manager, on))
    return theirs.order_by("answer_by", "id").values_list(*said)


def count_sent() -> int:
    """Applications sent so far."""
    return Application.objects.filter(submitted_at__isnull=False).count()


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day for a written answer, and whether the employee has a right to a reasoned one."""

    answer_by: date
    by_right: bool


def deadline(application: Application, *, employed_from: date | None, today: date, rulebook: Rulebook) -> Deadline:
    """When an application sent today is answered: in the company's own time, or sooner by the right to ask."""
    latest = today + timedelta(days=rulebook.on(today).number("agreements.answer", "days"))
    if application.child_born is None and not application.carer:
        return Deadline(latest, by_right=False)
    answer = flexible_request.decide(
        flexible_request.Facts(
            requested_on=today,
            child_born=application.child_born,
            carer=application.carer,
            employed_from=employed_from,
        ),
        rulebook,
    )
    return Deadline(min(latest, answer.reply_by or latest), by_right=bool(answer.applies))
