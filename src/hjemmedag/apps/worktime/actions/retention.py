"""Deleting what is past retention, with a log, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from django.db import models, transaction

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.worktime import queries
from hjemmedag.apps.worktime.models import Entry, PayrollFile

BATCH = 200
"""People at a time."""
CHUNK = 500
"""Rows at a time."""


def forget_expired(*, today: date, now: datetime) -> int:
    """Delete every entry past retention, and what belongs to it alone. Returns how many entries went."""
    gone, last = 0, 0
    while people := queries.may_have_expired(today, after=last, most=BATCH):
        gone += _forget(people, today, now)
        last = people[-1]
    return gone


@transaction.atomic
def _forget(people: list[int], today: date, now: datetime) -> int:
    found = queries.expired(people, today)
    rows = [*found.answers, *found.sendings, *found.explanations, *found.entries, *found.weeks]
    if not rows:
        return 0
    counts = {"entries": len(found.entries), "explanations": len(found.explanations), "weeks": len(found.weeks)}
    removed = [type(row)(pk=row.pk) for row in rows]
    turns: tuple[Sequence[models.Model], ...] = (found.answers, found.sendings, found.explanations)
    for some in (*turns, *_latest_first(found.entries), found.weeks):
        _delete(some)
    audit.record(action="worktime.forget", actor=None, now=now, data=counts, removed=removed)
    return len(found.entries)


@transaction.atomic
def forget_payroll_files(*, today: date, now: datetime) -> int:
    """Delete the payroll files that are kept no longer, and nothing else. Returns how many went."""
    files = list(queries.expired_payroll_files(today))
    if files:
        data = {"files": [{"file": one.name, "sha256": one.sha256} for one in files]}
        removed = [PayrollFile(pk=one.pk) for one in files]
        _delete(files)
        audit.record(action="worktime.forget_payroll_files", actor=None, now=now, data=data, removed=removed)
    return len(files)


def _latest_first(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """The entries in turns, those that nothing replaces first: a correction goes before what it corrects."""
    left = list(entries)
    while left:
        replaced = {entry.replaces_id for entry in left}
        yield [entry for entry in left if entry.pk not in replaced]
        left = [entry for entry in left if entry.pk in replaced]


def _delete(rows: Sequence[models.Model]) -> None:
    for start in range(0, len(rows), CHUNK):
        some = rows[start : start + CHUNK]
        type(some[0])._default_manager.filter(pk__in=[row.pk for row in some]).delete()
