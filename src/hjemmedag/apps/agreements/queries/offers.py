"""Addenda that wait for someone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from hjemmedag.apps.agreements.models import Addendum
from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.people import queries as people
from hjemmedag.core.duties import Scope


@dataclass(frozen=True, slots=True)
class Offer:
    """An addendum not yet signed by all, with the person who is to sign next, for the "employee" or the "employer".

    `unread`: nothing proves yet that the employee has received it.
    """

    document: int
    arrangement: int
    employee: int
    effective_on: date
    delivered_on: date
    signer: int
    side: str
    unread: bool


def offers(scope: Scope) -> list[Offer]:
    """Open addenda, those that take effect first before others; with an owner, the ones they have yet to sign."""
    rows = _everyones.rows() if scope.owner is None else _ones.rows(who=scope.owner)
    return [Offer(*row) for row in rows]


@people.Prepared
def _everyones() -> QuerySet[Any, Any]:
    return _open(documents.unsigned_by())


@people.Prepared
def _ones() -> QuerySet[Any, Any]:
    return _open(documents.unsigned_by(people.Asked("who")))


def _open(unsigned: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    signer = documents.next_party("document")
    said = ("document", "terms__arrangement", "terms__arrangement__employee", "terms__starts", "delivered_on")
    return (
        Addendum.objects.filter(document__in=unsigned)
        .order_by("terms__starts", "id")
        .values_list(
            *said,
            Subquery(signer.values("signer")[:1]),
            Subquery(signer.values("side")[:1]),
            Exists(documents.unread_by_employee().filter(document=OuterRef("document"))),
        )
    )
