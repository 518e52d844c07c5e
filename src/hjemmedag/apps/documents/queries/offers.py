"""Documents that wait for someone, as later stages make duties of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from hjemmedag.apps.documents.models import Document, Party, Signature
from hjemmedag.apps.people import queries as people
from hjemmedag.core.duties import Scope


@dataclass(frozen=True, slots=True)
class Unsigned:
    """A document with the one person who is to sign it now."""

    document: int
    title: str
    about: int
    offered_at: datetime
    signer: int
    side: str


def unsigned(scope: Scope) -> Iterator[Unsigned]:
    """Open documents with their next signer, oldest first: one query for one person or ten thousand."""
    earlier = Party.objects.filter(document=OuterRef("document"), order__lt=OuterRef("order"), signature__isnull=True)
    parties = Party.objects.filter(~Exists(earlier), signature__isnull=True, document__closing__isnull=True)
    if scope.owner is not None:
        parties = parties.filter(signer=scope.owner)
    parties = parties.order_by("document__offered_at", "document")
    said = ("document", "document__title", "document__about", "document__offered_at", "signer", "side")
    return (Unsigned(*row) for row in parties.values_list(*said).iterator())


def unsigned_by(signer: people.Asked | None = None) -> QuerySet[Party, Any]:
    """The ids of open documents that somebody, or this signer, has yet to sign: to filter rows of later stages by."""
    parties = Party.objects.filter(signature__isnull=True, document__closing__isnull=True)
    return (parties if signer is None else parties.filter(signer=signer)).values("document")


def employers_turn(documents: Iterable[int]) -> dict[int, int]:
    """Who is to sign for the employer and has not done so, by document: one query."""
    parties = Party.objects.filter(document__in=list(documents), side=Party.Side.EMPLOYER, signature__isnull=True)
    return dict(parties.values_list("document", "signer"))


def untouched() -> QuerySet[Document, Any]:
    """The ids of open documents that nobody has signed."""
    signed = Signature.objects.filter(party__document=OuterRef("pk"))
    waiting = Document.objects.filter(~Exists(signed), parties__isnull=False, closing__isnull=True)
    return waiting.distinct().values("pk")


def next_party(document: str) -> QuerySet[Party]:
    """For annotating rows of later stages: the parties still to sign the document in the column, the next one first."""
    return Party.objects.filter(document=OuterRef(document), signature__isnull=True).order_by("order")


def unread_by_employee() -> QuerySet[Party, Any]:
    """The ids of open documents that the employee has neither opened nor signed: nothing proves their receipt yet."""
    untouched = Party.objects.filter(side=Party.Side.EMPLOYEE, reading__isnull=True, signature__isnull=True)
    return untouched.filter(document__closing__isnull=True).values("document")
