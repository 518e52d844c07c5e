"""Bringing a backup back: all of it, checked, or nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO, Any

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
from hjemmedag.core.refusals import Refused


@dataclass(slots=True)
class Restored:
    """What was brought back."""

    company: str = ""
    made_at: str = ""
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
    done = Restored(company=manifest["company"], made_at=manifest["made_at"])
    with _undone_on_failure() as placed, _under(secret), transaction.atomic():
        _clear()
        _read(file, placed, done)
        new = health.wounds() - set(manifest["faults"])
        if new:
            raise Refused(_("What came out of the backup is not whole: %(faults)s") % {"faults": "; ".join(sorted(new))})
        _count_on()
    if secret is not None:
        archive.copied(BytesIO(secret.encode("ascii")), Path(settings.DATA_DIR) / SECRET)
        settings.SECRET_KEY = secret
    return done
