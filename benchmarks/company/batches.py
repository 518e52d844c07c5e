"""Addenda that were offered to many at once: a batch for each dozen of people, and one that nobody could be offered."""

from __future__ import annotations

from datetime import date, datetime

from benchmarks.company.staff import HR, Staff, make
from hjemmedag.apps.agreements.models import Arrangement, Batch, BatchItem

A_BATCH = 12


def write(staff: Staff, *, today: date, now: datetime) -> None:
    """The batches, the last one with an item for every arrangement."""
    rows = [
        Batch(effective_on=today, units=[], made_at=now, made_by_id=staff.people[HR])
        for _ in range(len(staff.people) // A_BATCH)
    ]
    last = make(Batch, rows)[-1]
    items = [
        BatchItem(batch=last, arrangement=one, claimed_at=now, done_at=now, why="Ordningen gælder ikke længere.")
        for one in Arrangement.objects.all()
    ]
    make(BatchItem, items)
