"""Reading the chain: a record's history, and whether everything still stands as it was written."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import connection, models
from django.db.models import Exists, Max, OuterRef

from hjemmedag.apps.audit.models import Entry, Head, RowSeal
from hjemmedag.core.audit.chain import GENESIS, Break, Link, first_break, salted

CHUNK = 5000
ERASE = "audit.erase"
KINDS = """
WITH RECURSIVE kinds(action) AS (
    SELECT min(action) FROM audit_entry
    UNION ALL
    SELECT (SELECT min(action) FROM audit_entry WHERE action > kinds.action) FROM kinds WHERE action IS NOT NULL
)
SELECT action FROM kinds WHERE action IS NOT NULL
"""
"""`SELECT DISTINCT action`, which reads every entry there is."""


def table_of(row: models.Model) -> str:
    """The name under which the chain knows a record's kind: "people.Employment"."""
    return str(row._meta.label)


def contents_of(model: type[models.Model], keys: Collection[int]) -> Iterator[tuple[int, dict[str, str]]]:
    """For each key found: the row's contents as text by column, as the database holds them."""
    fields = [
        field for field in model._meta.concrete_fields if field.attname not in VOLATILE.get(model._meta.label, ())
    ]
    ordered = sorted(keys)
    for first in range(0, len(ordered), CHUNK):
        for row in model._base_manager.filter(pk__in=ordered[first : first + CHUNK]):
            yield row.pk, {field.attname: _written(field, row) for field in fields}


VOLATILE = {"people.Employee": ("last_login", "password")}
"""Columns that the sign-in itself changes: not part of what was decided, so not sealed."""


def _written(field: models.Field[object, object], row: models.Model) -> str:
    value = field.value_from_object(row)
    return "" if value is None else field.value_to_string(row)


def history(*, kind: str, subject: int) -> models.QuerySet[Entry]:
    """The entries about one record, newest first, with what they say (`payload` may have been erased)."""
    return Entry.objects.filter(subject_kind=kind, subject=subject).select_related("payload").order_by("-number")


def broken_link() -> Break | None:
    """The first broken link of the chain, a cut-off end included."""
    seals: dict[int, list[tuple[str, int, str]]] = {}
    for entry, table, row, digest in RowSeal.objects.values_list("entry_id", "table", "row", "digest").iterator(CHUNK):
        seals.setdefault(entry, []).append((table, row, digest))
    end = (0, GENESIS)

    def links() -> Iterator[tuple[Link, str, str]]:
        nonlocal end
        for entry in Entry.objects.order_by("number").iterator(CHUNK):
            link = Link(
                number=entry.number,
                at=entry.at,
                actor=entry.actor,
                action=entry.action,
                subject_kind=entry.subject_kind,
                subject=entry.subject,
                about=entry.about,
                digest=entry.digest,
                seals=tuple(seals.get(entry.number, ())),
            )
            end = (entry.number, entry.hash)
            yield link, entry.previous, entry.hash

    found = first_break(links())
    said = Head.objects.values_list("number", "hash").first() or (0, GENESIS)
    return Break(end[0] + 1, "missing") if found is None and said != end else found


def changed_payloads() -> list[int]:
    """The entries whose details no longer match their digest; erased ones are not among them."""
    entries = Entry.objects.filter(payload__isnull=False).select_related("payload").order_by("number")
    return [
        entry.number
        for entry in entries.iterator(CHUNK)
        if salted(entry.payload.salt, entry.payload.data) != entry.digest
    ]


def missing_payloads() -> list[int]:
    """The entries whose details are gone though nobody erased what was said about the person."""
    erasures = Entry.objects.filter(action=ERASE, about=OuterRef("about"), number__gt=OuterRef("number"))
    gone = Entry.objects.filter(~Exists(erasures), payload__isnull=True).order_by("number")
    return list(gone.values_list("number", flat=True))


def unsealed(table: str, among: models.Q) -> list[int]:
    """Rows of a kind that no entry has ever sealed, `among` those that always are when the product writes them."""
    sealed = RowSeal.objects.filter(table=table, row=OuterRef("pk"))
    rows = apps.get_model(table)._base_manager.filter(among, ~Exists(sealed)).order_by("pk")
    return list(rows.values_list("pk", flat=True))


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A business row that is not as the product last wrote it: `changed`, `removed` or `returned`."""

    table: str
    row: int
    entry: int
    how: str


def changed_rows() -> Iterator[ChangedRow]:
    """Every sealed row that was changed, removed or brought back behind the product's back."""
    latest = RowSeal.objects.values("table", "row").annotate(last=Max("entry_id")).values_list("table", "row", "last")
    by_table: dict[str, dict[int, int]] = {}
    for table, row, last in latest:
        by_table.setdefault(table, {})[row] = last
    for table, rows in sorted(by_table.items()):
        seals = {
            (row, entry): (salt, digest)
            for row, entry, salt, digest in RowSeal.objects.filter(table=table)
            .values_list("row", "entry_id", "salt", "digest")
            .iterator(CHUNK)
        }
        found = dict(contents_of(apps.get_model(table), rows))
        for row, entry in sorted(rows.items()):
            salt, digest = seals[row, entry]
            if not digest and row in found:
                yield ChangedRow(table, row, entry, "returned")
            elif digest and row not in found:
                yield ChangedRow(table, row, entry, "removed")
            elif digest and salted(salt, found[row]) != digest:
                yield ChangedRow(table, row, entry, "changed")


def entries(action: str = "") -> models.QuerySet[Entry]:
    """All entries, newest first; with `action`, those of one kind."""
    found = Entry.objects.filter(action=action) if action else Entry.objects.all()
    return found.order_by("-number")


def kinds() -> list[str]:
    """The actions that have been recorded, by name: as many steps along the index as there are kinds of them."""
    with connection.cursor() as cursor:
        cursor.execute(KINDS)
        return [action for (action,) in cursor.fetchall()]
