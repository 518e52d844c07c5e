"""The files behind documents, read from storage and compared with their recorded hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from hjemmedag.apps.documents.models import Revision
from hjemmedag.core.refusals import Refused


class FileDamaged(Refused):
    """The stored file is gone, or is not the one that was recorded."""


def sha256(pdf: bytes) -> str:
    """The file's fingerprint, 64 hexadecimal digits."""
    return hashlib.sha256(pdf).hexdigest()


def latest(document: int) -> Revision:
    """The document's newest revision. Raises `Revision.DoesNotExist`."""
    return Revision.objects.filter(document=document).order_by("number").reverse()[:1].get()


def contents(revision: Revision) -> bytes:
    """The revision's file. Raises `FileDamaged` unless it is exactly the file that was recorded."""
    try:
        with default_storage.open(revision.file) as file:
            pdf: bytes = file.read()
    except OSError:
        pdf = b""
    if sha256(pdf) != revision.sha256:
        raise FileDamaged(
            _("The file in the archive is missing or not the one we recorded. Nothing was done. HR must restore it.")
        )
    return pdf


def file_of(document: int) -> bytes:
    """The document's newest file: as offered, with every seal so far. Raises `FileDamaged`."""
    return contents(latest(document))


def damaged() -> Iterator[Revision]:
    """Every revision whose stored file is gone or changed, for `doctor`."""
    for revision in Revision.objects.order_by("id").iterator():
        try:
            contents(revision)
        except FileDamaged:
            yield revision
