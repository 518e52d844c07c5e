"""Telling the parties what became of a document."""

from __future__ import annotations

from datetime import datetime

from hjemmedag.apps.documents.models import Document, Party
from hjemmedag.apps.outbox import actions as outbox


def complete(document: Document, *, now: datetime) -> None:
    """All have signed: each party learns where the document and the evidence can be had."""
    _tell(document, "complete", but=None, now=now)


def closed(document: Document, *, kind: str, actor: int | None, now: datetime) -> None:
    """It will not be signed: the others learn it, and where the reason stands."""
    _tell(document, "closed", but=actor, now=now, closed=kind)


def _tell(document: Document, what: str, *, but: int | None, now: datetime, **more: str) -> None:
    parties = Party.objects.filter(document=document).values_list("signer", flat=True)
    outbox.write(
        [
            outbox.Letter(
                key=f"documents.{what}:{document.pk}:{recipient}",
                recipient=recipient,
                template=f"documents/mail/{what}",
                facts={"document": document.pk, "employee": document.about_id, "kind": document.kind, **more},
            )
            for recipient in parties
            if recipient != but
        ],
        now=now,
    )
