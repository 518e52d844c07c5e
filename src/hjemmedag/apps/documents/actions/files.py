"""Files go to storage before the rows that name them: a process that dies in between leaves a file nobody names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, default_storage

from hjemmedag.apps.documents.models import Revision
from hjemmedag.apps.documents.queries.files import sha256

FOLDER = "documents"
LONGEST_WORK = timedelta(days=1)
"""A file younger than this may belong to a transaction that is still open."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored file: its name in storage and its fingerprint."""

    name: str
    sha256: str


def keep(pdf: bytes) -> Kept:
    """Store the file, named by its fingerprint; never over another one, which may be half-written."""
    digest = sha256(pdf)
    return Kept(default_storage.save(f"{FOLDER}/{digest[:2]}/{digest}.pdf", ContentFile(pdf)), digest)


def sweep(*, now: datetime) -> int:
    """Delete stored files that no document names, once they are a day old. Returns how many."""
    gone = 0
    for folder in _folders(default_storage):
        stored = {f"{folder}/{name}" for name in default_storage.listdir(folder)[1]}
        named = set(Revision.objects.filter(file__startswith=f"{folder}/").values_list("file", flat=True))
        for name in sorted(stored - named):
            if now - default_storage.get_modified_time(name) > LONGEST_WORK:
                default_storage.delete(name)
                gone += 1
    return gone


def _folders(storage: Storage) -> list[str]:
    try:
        return [f"{FOLDER}/{name}" for name in storage.listdir(FOLDER)[0]]
    except FileNotFoundError:
        return []
