"""What happened to documents, in order."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from hjemmedag.apps.documents.models import Document, Party


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to a document: offered, read, signed, declined or withdrawn."""

    kind: str
    at: datetime
    document: int
    who: int | None = None
    words: str = ""


def events(documents: Collection[int]) -> list[Step]:
    """Everything that happened to these documents, oldest first: two queries for any number of them."""
    rows = Document.objects.filter(pk__in=documents).select_related("closing")
    parties = Party.objects.filter(document__in=documents).select_related("reading", "signature")
    return steps(rows, parties)


def steps(documents: Iterable[Document], parties: Iterable[Party]) -> list[Step]:
    """The same for rows that are at hand, each with what belongs to it."""
    found = []
    for row in documents:
        found.append(Step("offered", row.offered_at, row.pk))
        if closing := getattr(row, "closing", None):
            found.append(Step(closing.kind, closing.at, row.pk, closing.by_id, closing.reason))
    for party in parties:
        if reading := getattr(party, "reading", None):
            found.append(Step("read", reading.at, party.document_id, party.signer_id))
        if signature := getattr(party, "signature", None):
            found.append(Step("signed", signature.signed_at, party.document_id, party.signer_id))
    return sorted(found, key=lambda step: step.at)
