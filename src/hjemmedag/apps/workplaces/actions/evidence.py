"""Noting that evidence of the work environment at home was taken out."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from hjemmedag.apps.audit import actions as audit


@transaction.atomic
def note_evidence(*, by_name: bool, lines: int, actor: int, now: datetime) -> None:
    """Who took it out, with names or in figures, and how much there was."""
    data = {"by_name": by_name, "lines": lines}
    audit.record(action="workplaces.take_evidence", actor=actor, now=now, data=data)
