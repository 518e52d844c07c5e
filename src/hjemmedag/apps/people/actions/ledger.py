"""Rows written a kind at a time, with what stood there before, so that an import can be undone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import models

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people.models import Import, ImportedChange

BATCH = 2000
Kind = type[models.Model]


def batches(keys: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """The keys in parts that fit in one query."""
    for first in range(0, len(keys), BATCH):
        yield keys[first : first + BATCH]


class Ledger:
    """What an import makes, changes and removes."""

    def __init__(self) -> None:
        self._before: dict[Kind, dict[int, dict[str, str]]] = defaultdict(dict)
        self._touched: dict[Kind, dict[int, models.Model]] = defaultdict(dict)
        self._removed: dict[Kind, dict[int, models.Model]] = defaultdict(dict)

    def make(self, rows: list[Any]) -> None:
        """New rows, of one kind."""
        if rows:
            kind = type(rows[0])
            kind._base_manager.bulk_create(rows, batch_size=BATCH)
            self._touched[kind] |= {row.pk: row for row in rows}

    def change(self, rows: list[Any], *fields: str) -> None:
        """These fields of rows of one kind, each row with at least its key and the fields."""
        if rows:
            kind = type(rows[0])
            self._touched[kind] |= {row.pk: row for row in rows}
            self._remember(kind, [row.pk for row in rows])
            kind._base_manager.bulk_update(rows, fields, batch_size=BATCH)

    def remove(self, kind: Kind, keys: list[Any]) -> None:
        """Rows of one kind."""
        if keys:
            self._remember(kind, keys)
            for some in batches(keys):
                kind._base_manager.filter(pk__in=some).delete()
            self._removed[kind] |= {key: kind(pk=key) for key in keys}

    def _remember(self, kind: Kind, keys: list[int]) -> None:
        before = self._before[kind]
        before |= dict(audit.contents_of(kind, [key for key in keys if key not in before]))

    @property
    def standing(self) -> list[models.Model]:
        """The rows made and changed that are still there."""
        return [
            row for kind, rows in self._touched.items() for row in rows.values() if row.pk not in self._removed[kind]
        ]

    @property
    def removed(self) -> list[models.Model]:
        """The rows that are gone."""
        return [row for rows in self._removed.values() for row in rows.values()]

    def keep(self, source: Import) -> None:
        """Write down every row as it was and as it now is, each kind in the order of its making."""
        changes = []
        for kind in dict.fromkeys([*self._touched, *self._removed]):
            keys = dict.fromkeys([*self._touched[kind], *self._removed[kind]])
            before, after = self._before[kind], dict(audit.contents_of(kind, keys))
            changes += [
                ImportedChange(
                    source=source, table=kind._meta.label, row=key, before=before.get(key), after=after.get(key)
                )
                for key in keys
            ]
        ImportedChange.objects.bulk_create(changes, batch_size=BATCH)
