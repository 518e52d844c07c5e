"""Many signed documents as one ZIP, written while it is read: one file at a time is in memory, however many come."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from hjemmedag.apps.documents.models import Document, Revision
from hjemmedag.apps.documents.queries.files import FileDamaged, contents

TOGETHER = 200
MISSING = "missing.txt"


@dataclass(frozen=True, slots=True)
class Packed:
    """One document of the package: its file, that of its evidence, and what the index says of it."""

    name: str
    revision: int
    evidence_name: str
    evidence: int | None
    document: Any


def packed(documents: QuerySet[Document, Any]) -> list[Packed]:
    """The documents, signed by all or from before, with the names that their files get: one query."""
    newest = Revision.objects.order_by("-number").values("pk")
    rows = documents.annotate(
        revision=Subquery(newest.filter(document=OuterRef("pk"))[:1]),
        newest_sha256=Subquery(
            Revision.objects.filter(document=OuterRef("pk")).order_by("-number").values("sha256")[:1]
        ),
        evidence_revision=Subquery(newest.filter(document__evidence_of=OuterRef("pk"))[:1]),
    )
    found = []
    for row in rows.filter(closing__isnull=True, next_signer__isnull=True):
        stem = f"{row.about.number or row.about_id}-{row.pk}"
        found.append(Packed(f"{stem}.pdf", row.revision, f"{stem}-evidence.pdf", row.evidence_revision, row))
    return found


class _Sink(io.RawIOBase):
    """What was written since it was last taken."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.parts.append(bytes(data))
        return len(data)

    def taken(self) -> bytes:
        parts, self.parts = self.parts, []
        return b"".join(parts)


def package(rows: Sequence[Packed], index: tuple[str, bytes]) -> Iterator[bytes]:
    """The ZIP in parts: the index first, then each file; damaged ones are named in a text of their own at the end."""
    sink, missing = _Sink(), []
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(*index)
        yield sink.taken()
        for first in range(0, len(rows), TOGETHER):
            some = rows[first : first + TOGETHER]
            wanted = [one.revision for one in some] + [one.evidence for one in some if one.evidence]
            revisions = Revision.objects.in_bulk(wanted)
            for one in some:
                for name, revision in ((one.name, one.revision), (one.evidence_name, one.evidence)):
                    if revision is None:
                        continue
                    try:
                        archive.writestr(name, contents(revisions[revision]))
                    except FileDamaged as damaged:
                        missing.append(f"{name}: {damaged.message}")
                    yield sink.taken()
        if missing:
            archive.writestr(MISSING, "\n".join(missing) + "\n")
    yield sink.taken()
