"""Receipt: that a party has opened the document."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.documents.models import Party, Reading


def read(*, document: int, reader: int, now: datetime) -> None:
    """Record the first time a party opens the document; later times, and other readers, leave no trace here."""
    unread = Party.objects.filter(document=document, signer=reader, reading__isnull=True)
    if not unread.exists():
        return
    with transaction.atomic():
        party = unread.select_for_update(of=("self",)).select_related("document").first()
        if party is None:
            return
        reading = Reading.objects.create(party=party, at=now)
        audit.record(
            action="documents.read",
            actor=reader,
            now=now,
            subject=party.document,
            about=party.document.about_id,
            rows=[reading],
        )
