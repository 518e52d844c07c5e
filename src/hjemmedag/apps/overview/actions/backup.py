"""Saving everything in one file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage

from hjemmedag.adapters import archive
from hjemmedag.apps.overview.queries import backup as queries
from hjemmedag.apps.overview.queries import health
from hjemmedag.apps.people import queries as people

MANIFEST, ROWS, FILES, KEYS, SECRET = "manifest.json", "rows", "files", "keys", "secret-key"


@dataclass(frozen=True, slots=True)
class Saved:
    """What a backup holds: rows and files, what was wrong in them already, and whether SECRET_KEY is in it."""

    rows: int
    files: int
    findings: int
    with_secret: bool


def save(*, file: Path, now: datetime) -> Saved:
    """Write everything to `file`. May run while people work. Raises `OSError`; then there is no file."""
    kept, counted = queries.kept(), 0
    secret = secret_file()
    with archive.writing(file) as out, queries.snapshot():
        faults = sorted(health.wounds())
        company = people.company()
        manifest = {
            "format": queries.FORMAT,
            "made_at": now.isoformat(),
            "company": company.name if company else "",
            "migrations": queries.migrations(),
            "tables": {model._meta.label: queries.columns(model) for model in kept},
            "faults": faults,
        }
        out.add(MANIFEST, [json.dumps(manifest, ensure_ascii=False, indent=2).encode()])

        def lines(model: type) -> Iterator[bytes]:
            nonlocal counted
            for line in queries.lines(model):
                counted += 1
                yield line

        for model in kept:
            out.add(f"{ROWS}/{model._meta.label}.jsonl", lines(model))
        # A file is stored before the row that names it, so whatever the rows name is there by now.
        names = list(queries.files())
        for name in names:
            with default_storage.open(name) as stored:
                out.add(f"{FILES}/{name}", stored.chunks())
        for key in sorted(Path(settings.SEAL_KEY_DIR).glob("*.pem")):
            out.add(f"{KEYS}/{key.name}", [key.read_bytes()])
        if secret is not None:
            out.add(SECRET, [secret.read_bytes()])
    return Saved(counted, len(names), len(faults), with_secret=secret is not None)


def secret_file() -> Path | None:
    """The file with the SECRET_KEY in use; `None` when it comes from the environment."""
    path = Path(settings.DATA_DIR) / SECRET
    used = path.exists() and path.read_text(encoding="ascii").strip() == settings.SECRET_KEY
    return path if used else None
