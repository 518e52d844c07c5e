"""What a backup holds: every table that isn't of the moment, as text by column, and the names of all stored files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.core.files.storage import default_storage
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder

FILLED_BY_MIGRATIONS = frozenset({"contenttypes", "auth"})
OF_THE_MOMENT = frozenset({"sessions", "django_tasks_database"})
"""Apps whose tables are left out: who is signed in now, and tasks, which the worker queues anew."""

CHUNK = 2000
FORMAT = 1


@contextmanager
def snapshot() -> Iterator[None]:
    """One view of the whole database, in which nothing changes; nobody has to wait for it."""
    outermost = not connection.in_atomic_block
    if connection.vendor == "sqlite" and outermost:
        mode, connection.transaction_mode = connection.transaction_mode, "DEFERRED"  # type: ignore[attr-defined]
        try:
            with transaction.atomic():
                yield
        finally:
            connection.transaction_mode = mode  # type: ignore[attr-defined]
        return
    with transaction.atomic():
        if outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def kept() -> list[type[models.Model]]:
    """The kinds of record that a backup holds."""
    found = apps.get_models(include_auto_created=True)
    return [one for one in found if one._meta.app_label not in FILLED_BY_MIGRATIONS | OF_THE_MOMENT]


def passing() -> list[type[models.Model]]:
    """The kinds that it leaves out and that go when another company takes this one's place."""
    return [one for one in apps.get_models() if one._meta.app_label in OF_THE_MOMENT]


def columns(model: type[models.Model]) -> list[str]:
    """The columns in the order in which a row is written."""
    return [field.attname for field in model._meta.concrete_fields]


def lines(model: type[models.Model]) -> Iterator[bytes]:
    """Every row of a kind as a line of JSON: texts that any database reads back exactly, and `null`."""
    fields = model._meta.concrete_fields
    for row in model._base_manager.order_by("pk").iterator(CHUNK):
        yield json.dumps([_written(field, row) for field in fields], ensure_ascii=False).encode() + b"\n"


def _written(field: models.Field[Any, Any], row: models.Model) -> object:
    return None if field.value_from_object(row) is None else field.value_to_string(row)


def row_of(model: type[models.Model], line: bytes) -> models.Model:
    """The row of a line, not saved yet."""
    fields = model._meta.concrete_fields
    values = zip(fields, json.loads(line), strict=True)
    return model(**{field.attname: None if value is None else field.to_python(value) for field, value in values})


def migrations() -> list[str]:
    """The migrations that the tables have had: two companies fit together when they are the same."""
    return sorted(".".join(applied) for applied in MigrationRecorder(connection).applied_migrations())


def files(folder: str = "") -> Iterator[str]:
    """The names of all stored files."""
    try:
        folders, names = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from sorted(f"{folder}{name}" for name in names)
    for name in sorted(folders):
        yield from files(f"{folder}{name}/")
