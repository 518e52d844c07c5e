"""What waits for one person's signature for the employer, ready to be signed on one page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Subquery

from hjemmedag.apps.documents.models import Document, Party, Revision
from hjemmedag.apps.documents.queries.turns import STATEMENTS, in_language
from hjemmedag.apps.people import queries as people

MOST = 25
"""Papers of one page: each gets a seal of its own, and the signer waits for all of them."""


@dataclass(frozen=True, slots=True)
class ToSign:
    """One paper, the fingerprint of the file that the signer has before them, and what is said by signing."""

    document: int
    title: str
    sha256: str
    statement: str


def for_employer(signer: int, on: date) -> list[ToSign]:
    """The first papers whose turn it is at this signer for the employer, oldest first: two queries for any number."""
    if signer not in people.signers(on):
        return []
    earlier = Party.objects.filter(document=OuterRef("document"), order__lt=OuterRef("order"), signature__isnull=True)
    newest = Revision.objects.filter(document=OuterRef("document")).order_by("-number").values("sha256")
    mine = Party.objects.filter(signer=signer, side=Party.Side.EMPLOYER, signature__isnull=True)
    waiting = mine.filter(~Exists(earlier), document__closing__isnull=True).annotate(sha256=Subquery(newest[:1]))
    said = ("document", "document__title", "document__kind", "document__language", "sha256")
    rows = waiting.order_by("document__offered_at", "document").values_list(*said)[:MOST]
    return [
        ToSign(pk, title, sha256, in_language(STATEMENTS[Document.Kind(kind), Party.Side.EMPLOYER], language))
        for pk, title, kind, language, sha256 in rows
    ]
