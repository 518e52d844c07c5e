"""Applications as they stand, and their patterns as values that core understands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.db.models import QuerySet

from hjemmedag.apps.agreements.models import Application, Ground, Model, Pattern
from hjemmedag.apps.policy import queries as policy
from hjemmedag.core.agreements import pattern
from hjemmedag.core.agreements.pattern import Window
from hjemmedag.core.agreements.rules import flexible_request
from hjemmedag.core.agreements.wish import Wish
from hjemmedag.core.law import Rulebook
from hjemmedag.core.people.homes import Address
from hjemmedag.core.policy.terms import ANSWER_DAYS


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
        ground=row.ground,
        precheck=row.precheck,
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


def count_sent() -> int:
    """Applications sent so far."""
    return Application.objects.filter(submitted_at__isnull=False).count()


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day for a written answer, and whether the employee has a right to a reasoned one."""

    answer_by: date
    by_right: bool


def deadline(ground: str, *, employed_from: date | None, today: date, rulebook: Rulebook) -> Deadline:
    """When what is asked for today is answered: in the company's own time, or sooner by the right to ask.

    That time is what the policy in force promises; where it says nothing, it is that of the rule agreements.answer.
    """
    version = policy.in_force(today)
    promised = version.terms.get(ANSWER_DAYS) if version else None
    days = promised if isinstance(promised, int) else rulebook.on(today).number("agreements.answer", "days")
    latest = today + timedelta(days=days)
    if not ground:
        return Deadline(latest, by_right=False)
    answer = flexible_request.decide(
        flexible_request.Facts(
            requested_on=today,
            parent=ground == Ground.PARENT,
            carer=ground == Ground.CARER,
            employed_from=employed_from,
        ),
        rulebook,
    )
    return Deadline(min(latest, answer.reply_by or latest), by_right=bool(answer.applies))
