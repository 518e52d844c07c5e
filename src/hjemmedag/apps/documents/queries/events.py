"""What happened to documents, in order."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from hjemmedag.apps.documents.models import Document, Party


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to a document: offered or taken in, read, signed, or closed in some way."""

    kind: str
    at: datetime
    document: int
    who: int | None = None
    words: str = ""


def events(documents: Collection[int]) -> list[Step]:
    """Everything that happened to these documents, oldest first: one query, with a row for each of their parties."""
    closing = ("closing__kind", "closing__at", "closing__by", "closing__reason")
    party = ("parties__signer", "parties__reading__at", "parties__signature__signed_at")
    rows = Document.objects.filter(pk__in=documents).order_by("pk", "parties__order")
    found: dict[Step, None] = {}
    for pk, kind, offered_at, closed_as, closed_at, by, why, signer, read_at, signed_at in rows.values_list(
        "pk", "kind", "offered_at", *closing, *party
    ):
        found[Step(_came(kind), offered_at, pk)] = None
        if closed_as is not None:
            found[Step(closed_as, closed_at, pk, by, why)] = None
        if read_at is not None:
            found[Step("read", read_at, pk, signer)] = None
        if signed_at is not None:
            found[Step("signed", signed_at, pk, signer)] = None
    return sorted(found, key=lambda step: step.at)


def _came(kind: str) -> str:
    return "taken_in" if kind == Document.Kind.TAKEN_IN else "offered"


def steps(documents: Iterable[Document], parties: Iterable[Party]) -> list[Step]:
    """The same for rows that are at hand, each with what belongs to it."""
    found = []
    for row in documents:
        found.append(Step(_came(row.kind), row.offered_at, row.pk))
        if closing := getattr(row, "closing", None):
            found.append(Step(closing.kind, closing.at, row.pk, closing.by_id, closing.reason))
    for party in parties:
        if reading := getattr(party, "reading", None):
            found.append(Step("read", reading.at, party.document_id, party.signer_id))
        if signature := getattr(party, "signature", None):
            found.append(Step("signed", signature.signed_at, party.document_id, party.signer_id))
    return sorted(found, key=lambda step: step.at)
