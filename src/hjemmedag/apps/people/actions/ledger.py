"""Rows written a kind at a time, with what stood there before, so that an import can be undone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import models

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people.models import Import, ImportedChange

BATCH = 2000


class Ledger:
    """What an import makes, changes and removes."""

    def __init__(self) -> None:
        self.made: dict[type[models.Model], list[int]] = defaultdict(list)
        self.before: dict[type[models.Model], dict[int, dict[str, str]]] = defaultdict(dict)
        self.removed: list[models.Model] = []

    def make(self, rows: list[Any]) -> None:
        """New rows, of one kind."""
        if rows:
            kind = type(rows[0])
            kind._base_manager.bulk_create(rows, batch_size=BATCH)
            self.made[kind] += [row.pk for row in rows]

    def change(self, rows: list[Any], *fields: str) -> None:
        """These fields of rows of one kind, each row with at least its key and the fields."""
        if rows:
            kind = type(rows[0])
            self._remember(kind, [row.pk for row in rows])
            kind._base_manager.bulk_update(rows, fields, batch_size=BATCH)

    def remove(self, kind: type[models.Model], keys: list[Any]) -> None:
        """Rows of one kind."""
        if keys:
            self._remember(kind, keys)
            kind._base_manager.filter(pk__in=keys).delete()
            self.removed += [kind(pk=key) for key in keys]

    def _remember(self, kind: type[models.Model], keys: list[int]) -> None:
        known = self.before[kind]
        known |= dict(audit.contents_of(kind, [key for key in keys if key not in known]))

    def standing(self) -> list[models.Model]:
        """The rows made and changed that are still there."""
        gone = {(type(row), row.pk) for row in self.removed}
        return [kind(pk=key) for kind, keys in self._touched() for key in keys if (kind, key) not in gone]

    def _touched(self) -> Iterable[tuple[type[models.Model], list[int]]]:
        for kind in dict.fromkeys([*self.made, *self.before]):
            yield kind, [*self.made.get(kind, []), *self.before.get(kind, {})]

    def keep(self, source: Import) -> None:
        """Write down every row as it was and as it now is."""
        changes = []
        for kind, keys in self._touched():
            before, after = self.before.get(kind, {}), dict(audit.contents_of(kind, keys))
            changes += [
                ImportedChange(
                    source=source, table=kind._meta.label, row=key, before=before.get(key), after=after.get(key)
                )
                for key in keys
            ]
        ImportedChange.objects.bulk_create(changes, batch_size=BATCH)
