"""Adding to the chain, and erasing what a person's entries say."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from django.db import models, transaction

from hjemmedag.apps.audit import queries
from hjemmedag.apps.audit.models import Entry, Head, Payload, RowSeal
from hjemmedag.core.audit.chain import GENESIS, Link, salted


@transaction.atomic
def record(
    *,
    action: str,
    actor: int | None,
    now: datetime,
    subject: models.Model | None = None,
    about: int | None = None,
    data: Mapping[str, object] | None = None,
    rows: Iterable[models.Model] = (),
    removed: Iterable[models.Model] = (),
) -> Entry:
    """Add an entry in the transaction of what it tells about, as its last step (it locks the end of the chain).

    `action` is "stage.verb"; `subject` the record it is about and `about` the employee concerned; `data` the details,
    erasable later; `rows` the records as they now stand, read back so that the seal is of what the database holds;
    `removed` records that are gone.
    """
    head = Head.objects.select_for_update().first() or Head(hash=GENESIS)
    salt = secrets.token_hex(16)
    seals = [*_seals(rows), *_gone(removed)]
    link = Link(
        number=head.number + 1,
        at=now,
        actor=actor,
        action=action,
        subject_kind=queries.table_of(subject) if subject is not None else "",
        subject=subject.pk if subject is not None else None,
        about=about,
        digest=salted(salt, dict(data or {})),
        seals=tuple((seal.table, seal.row, seal.digest) for seal in seals),
    )
    entry = Entry.objects.create(
        number=link.number,
        at=now,
        actor=actor,
        action=action,
        subject_kind=link.subject_kind,
        subject=link.subject,
        about=about,
        digest=link.digest,
        previous=head.hash,
        hash=link.hash(head.hash),
    )
    Payload.objects.create(entry=entry, salt=salt, data=dict(data or {}))
    for seal in seals:
        seal.entry = entry
    RowSeal.objects.bulk_create(seals, batch_size=2000)
    head.number, head.hash = entry.number, entry.hash
    head.save()
    return entry


def _seals(rows: Iterable[models.Model]) -> list[RowSeal]:
    """Seals of the rows as the database holds them now: one query for each kind of record."""
    wanted: dict[type[models.Model], set[int]] = {}
    for row in rows:
        wanted.setdefault(type(row), set()).add(row.pk)
    seals = []
    for model, keys in wanted.items():
        for key, contents in queries.contents_of(model, keys):
            salt = secrets.token_hex(16)
            seals.append(RowSeal(table=model._meta.label, row=key, salt=salt, digest=salted(salt, contents)))
    return seals


def _gone(removed: Iterable[models.Model]) -> list[RowSeal]:
    return [RowSeal(table=queries.table_of(row), row=row.pk, salt="", digest="") for row in removed]


@transaction.atomic
def erase(*, about: int, actor: int | None, now: datetime, keep: Collection[str] = ()) -> int:
    """Erase the payloads of the entries about an employee, but those of the actions in `keep`. Returns how many.

    Digests stay, salts go: the chain verifies, and what was said can't be guessed back.
    """
    payloads = Payload.objects.filter(entry__about=about).exclude(entry__action__in=keep)
    count = payloads.delete()[0]
    if count:
        record(action=queries.ERASE, actor=actor, now=now, about=about, data={"payloads": count})
    return count
