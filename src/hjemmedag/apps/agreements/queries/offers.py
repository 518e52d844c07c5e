"""Addenda that wait for someone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from hjemmedag.apps.agreements.models import Addendum
from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.people import queries as people
from hjemmedag.core.duties import Scope


@dataclass(frozen=True, slots=True)
class Offer:
    """An addendum not yet signed by all, with the person who is to sign next, for the "employee" or the "employer".

    `open_until`: the last day for the employee's signature. `unread`: nothing proves yet that the employee has received
    it; `informer` sees to it that they do. `by_receipt`: individual particulars to confirm, not an addendum to sign.
    """

    document: int
    arrangement: int
    employee: int
    effective_on: date
    delivered_on: date
    signer: int
    side: str
    unread: bool
    informer: int | None
    open_until: date | None
    by_receipt: bool


def offers(scope: Scope, on: date) -> list[Offer]:
    """Open addenda, those that take effect first before others.

    With an owner, the ones they have yet to sign; all of them for whoever sees that they are received.
    """
    rows = _everyones.rows(on=on) if scope.owner is None else _ones.rows(on=on, who=scope.owner)
    return [Offer(*row) for row in rows]


@people.Prepared
def _everyones() -> QuerySet[Any, Any]:
    return _open()


@people.Prepared
def _ones() -> QuerySet[Any, Any]:
    who = people.Asked("who")
    return _open().filter(Q(document__in=documents.unsigned_by(who)) | Q(informer=who))


def _open() -> QuerySet[Any, Any]:
    signer = documents.next_party("document")
    said = ("document", "terms__arrangement", "terms__arrangement__employee", "terms__starts", "delivered_on")
    return (
        Addendum.objects.filter(document__in=documents.unsigned_by())
        .annotate(informer=people.first_signer(people.Asked("on")))
        .order_by("terms__starts", "id")
        .values_list(
            *said,
            Subquery(signer.values("signer")[:1]),
            Subquery(signer.values("side")[:1]),
            Exists(documents.unread_by_employee().filter(document=OuterRef("document"))),
            "informer",
            "open_until",
            "by_receipt",
        )
    )
