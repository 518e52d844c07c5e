"""Answers to applications as facts to count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Min
from django.utils import timezone

from hjemmedag.apps.agreements.models import Decision


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer: to whom, and whether it was yes."""

    employee: int
    granted: bool


def answered(begins: datetime, ends: datetime) -> list[Answered]:
    """The answers given from one moment up to another: one query."""
    rows = Decision.objects.filter(at__gte=begins, at__lt=ends).order_by("id")
    return [
        Answered(who, outcome == Decision.Outcome.APPROVED)
        for who, outcome in rows.values_list("application__employee", "outcome")
    ]


def first_answer() -> date | None:
    """The day of the first answer ever given."""
    first = Decision.objects.aggregate(first=Min("at"))["first"]
    return timezone.localtime(first).date() if first else None
