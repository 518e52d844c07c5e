"""Who has what: one's own, what is to come back, what waits for a signature or a confirmation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet

from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.equipment.models import Handover, Loan
from hjemmedag.apps.equipment.queries.stock import open_repairs
from hjemmedag.apps.people import queries as people
from hjemmedag.core.people import names


class Way(StrEnum):
    """What is the matter with a loan: the first of these that is so."""

    MISSING = "missing"
    BROUGHT = "brought"
    UNSIGNED = "unsigned"
    DECLINED = "declined"
    REPAIR = "repair"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Held:
    """A loan that runs, what is the matter with it, and the document it was signed for with."""

    loan: Any
    way: Way


class Which(StrEnum):
    """Which running loans a list is of."""

    AWAITED = "awaited"
    BROUGHT = "brought"
    OVERDUE = "overdue"
    MISSING = "missing"
    LEFT = "left"
    ALL = "all"


def running() -> QuerySet[Loan]:
    """Loans that have not ended, with all that a list says of them."""
    rows = Loan.objects.filter(ends__isnull=True)
    return rows.select_related("item__kind", "item__site", "employee", "handover", "statement", "loss")


def held(loans: Iterable[Any]) -> list[Held]:
    """What is the matter with each of these loans: two queries more, whatever their number."""
    rows = list(loans)
    states = documents.states({row.handover.document_id for row in rows}) if rows else {}
    broken = set(open_repairs().filter(item__in=[row.item_id for row in rows]).values_list("item", flat=True))
    return [Held(row, _way(row, states[row.handover.document_id].standing, row.item_id in broken)) for row in rows]


def _way(row: Any, standing: documents.Standing, broken: bool) -> Way:
    if getattr(row, "loss", None) is not None:
        return Way.MISSING
    if getattr(row, "statement", None) is not None:
        return Way.BROUGHT
    if standing is documents.Standing.WAITING:
        return Way.UNSIGNED
    if standing is not documents.Standing.COMPLETE:
        return Way.DECLINED
    return Way.REPAIR if broken else Way.HELD


def mine(employee: int) -> list[Held]:
    """What somebody has now, by kind: three queries."""
    return held(running().filter(employee__id=employee).order_by("item__kind__name", "item__number"))


def returned(employee: int, since: date) -> list[Any]:
    """What somebody has brought back since a day, latest first, with both sides of each receipt: one query."""
    rows = Loan.objects.filter(employee=employee, returned__isnull=False, ends__gte=since)
    return list(rows.select_related("item__kind", "statement", "returned__by").order_by("-ends", "-id"))


def own_loan(employee: int, pk: int) -> Any:
    """A running loan of this person's; `None` when there is none."""
    return running().filter(employee=employee, pk=pk).first()


def returns(which: Which, words: str, on: date) -> QuerySet[Any]:
    """Running loans for the keeper, those to come back first before others."""
    narrowed = {
        Which.AWAITED: Q(return_on__isnull=False, statement__isnull=True, loss__isnull=True),
        Which.BROUGHT: Q(statement__isnull=False),
        Which.OVERDUE: Q(return_on__lt=on, statement__isnull=True, loss__isnull=True),
        Which.MISSING: Q(loss__isnull=False),
        Which.LEFT: ~Q(employee__in=people.employed(on).values("pk")),
        Which.ALL: Q(),
    }
    rows = running().filter(narrowed[which])
    for word in names.sought(words):
        rows = rows.filter(Q(item__findable__contains=word) | Q(employee__findable__contains=word))
    return rows.order_by("return_on", "starts", "id")


def handovers(words: str) -> QuerySet[Handover]:
    """Hand-overs, latest first, searched by the person."""
    rows = Handover.objects.select_related("employee", "by").prefetch_related("loans__item__kind")
    for word in names.sought(words):
        rows = rows.filter(employee__findable__contains=word)
    return rows.order_by("-id")


def signed(rows: Iterable[Handover]) -> list[tuple[Handover, documents.Standing]]:
    """Each with how its receipt stands: one query more."""
    listed = list(rows)
    states = documents.states({row.document_id for row in listed}) if listed else {}
    return [(row, states[row.document_id].standing) for row in listed]
