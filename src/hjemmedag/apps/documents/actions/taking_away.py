"""Taking signed documents out of the archive as one file: who did it stands in the history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from hjemmedag.apps.audit import actions as audit


@transaction.atomic
def taken_away(*, documents: Sequence[int], actor: int, now: datetime) -> None:
    """Record that someone has fetched the files of these documents."""
    data = {"number": len(documents), "documents": list(documents)}
    audit.record(action="documents.take_away", actor=actor, now=now, data=data)
