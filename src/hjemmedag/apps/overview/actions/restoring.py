"""Bringing a backup back: all of it, checked, or nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.utils.translation import gettext as _

from hjemmedag.adapters import archive
from hjemmedag.apps.overview.actions.backup import FILES, KEYS, MANIFEST, ROWS, SECRET, secret_file
from hjemmedag.apps.overview.queries import backup as queries
from hjemmedag.apps.overview.queries import health
from hjemmedag.apps.people import queries as people
from hjemmedag.core.instants import local
from hjemmedag.core.refusals import Refused

KEY_FILE = re.compile(r"[0-9a-f]{64}\.pem")
"""How the seal's key files are named: a member with another name could lead out of their folder."""


@dataclass(slots=True)
class Restored:
    """What was brought back."""

    company: str
    made_at: datetime
    rows: int = 0
    files: int = 0


def restore(*, file: Path, replace: bool) -> Restored:
    """Bring everything back from `file` into empty tables, or with `replace` in place of what is there.

    Nobody may work meanwhile. Raises `Refused`, `archive.Damaged` or `OSError`; then everything is as it was.
    """
    if people.company() is not None and not replace:
        raise Refused(_("There is a company here already. Choose an empty data folder, or give --replace."))
    archive.verify(file)
    manifest = _manifest(file)
    if manifest.get("format") != queries.FORMAT or manifest.get("migrations") != queries.migrations():
        raise Refused(_("The backup was made by another version. Restore it with that one, then update."))
    secret = _secret(file)
    done = Restored(manifest["company"], local(datetime.fromisoformat(manifest["made_at"])))
    with _taken_away_on_failure() as undo, _under(secret), transaction.atomic():
        _clear()
        _read(file, undo, done)
        new = health.wounds() - set(manifest["faults"])
        if new:
            said = {"faults": "; ".join(sorted(new))}
            raise Refused(_("What came out of the backup is not whole: %(faults)s") % said)
        _count_on()
    if secret is not None:
        archive.copied(BytesIO(secret.encode("ascii")), Path(settings.DATA_DIR) / SECRET)
    return done


def _manifest(file: Path) -> dict[str, Any]:
    """The first member: what the backup is of."""
    with archive.reading(file) as members:
        manifest: dict[str, Any] = next(
            (json.loads(content.read()) for name, content in members if name == MANIFEST), {}
        )
    return manifest


def _secret(file: Path) -> str | None:
    """The SECRET_KEY that the seal's keys are locked with, where the backup holds it."""
    with archive.reading(file) as members:
        secret = next((content.read().decode("ascii").strip() for name, content in members if name == SECRET), None)
    if secret not in (None, settings.SECRET_KEY) and secret_file() is None:
        raise Refused(
            _("SECRET_KEY comes from the environment and isn’t the backup’s. Take it out there and try again.")
        )
    return secret


@contextmanager
def _under(secret: str | None) -> Iterator[None]:
    """Work with the backup's SECRET_KEY; go back to the former one when it comes to nothing."""
    former = settings.SECRET_KEY
    settings.SECRET_KEY = secret or former
    try:
        yield
    except BaseException:
        settings.SECRET_KEY = former
        raise


@contextmanager
def _taken_away_on_failure() -> Iterator[list[Callable[[], object]]]:
    """What is to be done to take away the files that were placed, should it come to nothing."""
    undo: list[Callable[[], object]] = []
    try:
        yield undo
    except BaseException:
        for take_away in undo:
            take_away()
        raise


def _clear() -> None:
    """Empty every table; foreign keys are looked at when all is done."""
    with connection.cursor() as cursor:
        for model in (*queries.passing(), *queries.kept()):
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")  # noqa: S608  # our names


def _read(file: Path, undo: list[Callable[[], object]], done: Restored) -> None:
    """Place every member: rows in their tables, files in storage, keys in their folder."""
    with archive.reading(file) as members:
        for member, content in members:
            room, _slash, name = member.partition("/")
            if room == ROWS:
                done.rows += _insert(apps.get_model(name.removesuffix(".jsonl")), content)
            elif room == FILES:
                done.files += 1
                if not default_storage.exists(name):
                    undo.append(partial(default_storage.delete, default_storage.save(name, File(content, name))))
            elif room == KEYS:
                if KEY_FILE.fullmatch(name) is None:
                    raise archive.Damaged(f"{member} is no key of the seal")
                path = Path(settings.SEAL_KEY_DIR) / name
                if not path.exists():
                    undo.append(partial(path.unlink, missing_ok=True))
                archive.copied(content, path)


def _insert(model: type[models.Model], lines: Iterable[bytes]) -> int:
    """Write rows exactly as they are read: `raw`, so that no column is filled with the day of today."""
    fields, table = list(model._meta.concrete_fields), model._base_manager.all()
    size, number = max(connection.ops.bulk_batch_size(fields, []), 1), 0
    rows = (queries.row_of(model, line) for line in lines)
    while batch := list(islice(rows, size)):
        table._insert(batch, fields=fields, using=connection.alias, raw=True)  # type: ignore[attr-defined]
        number += len(batch)
    return number


def _count_on() -> None:
    """Let new rows be numbered after the ones that were brought."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), queries.kept()):
            cursor.execute(statement)
