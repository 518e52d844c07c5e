"""Documents that wait for someone, as later stages make duties of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from hjemmedag.apps.documents.models import Document, Party
from hjemmedag.apps.documents.queries.states import waiting, with_state
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

    @property
    def employer_side(self) -> bool:
        """Whether the signature is the employer's."""
        return self.side == Party.Side.EMPLOYER


def unsigned(scope: Scope) -> Iterator[Unsigned]:
    """Open documents with their next signer, oldest first: one query for one person or ten thousand."""
    rows = with_state(waiting()).order_by("offered_at", "id")
    if scope.owner is not None:
        rows = rows.filter(parties__signer=scope.owner, next_signer=scope.owner)
    for row in rows.values_list("pk", "title", "about", "offered_at", "next_signer", "next_side"):
        yield Unsigned(*row)


def unread_by_employee() -> QuerySet[Document, Any]:
    """The ids of open documents that the employee has neither opened nor signed: their receipt isn't proved yet."""
    unread = Party.objects.filter(
        document=OuterRef("pk"), side=Party.Side.EMPLOYEE, reading__isnull=True, signature__isnull=True
    )
    return waiting().filter(Exists(unread)).values("pk")
