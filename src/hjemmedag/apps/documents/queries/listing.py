"""Lists of documents: searched and filtered."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Concat

from hjemmedag.apps.documents.models import Document, Party, Revision
from hjemmedag.apps.documents.queries.states import with_state
from hjemmedag.core.people import names

FILTERS: dict[str, Q] = {
    "waiting": Q(closing__isnull=True, next_signer__isnull=False),
    "complete": Q(closing__isnull=True, next_signer__isnull=True) & ~Q(kind=Document.Kind.TAKEN_IN),
    "closed": Q(closing__isnull=False),
    "taken_in": Q(kind=Document.Kind.TAKEN_IN),
}
"""The states that a list can be narrowed to."""


def listed(documents: QuerySet[Document], *, q: str = "", standing: str = "") -> QuerySet[Document, Any]:
    """Documents newest first, each with its state and the person it is about; evidence stands with what it is about.

    `q` is looked for in the title and in the person's name, number and e-mail; an unknown `standing` narrows nothing.
    """
    rows = _named(documents.exclude(kind=Document.Kind.EVIDENCE)).select_related("about")
    for word in names.sought(q):
        rows = rows.filter(Q(findable__contains=word) | Q(about__findable__contains=word))
    return rows.filter(FILTERS.get(standing, Q())).order_by("-offered_at", "-id")


def detailed(documents: QuerySet[Document]) -> QuerySet[Document, Any]:
    """Documents with all that one's own page says of it: state, person, newest file, and evidence or what it is of."""
    newest = Revision.objects.filter(document=OuterRef("pk")).order_by("-number")
    rows = _named(documents).select_related("about", "closing__by", "evidence", "evidence_of")
    return rows.annotate(newest_sha256=Subquery(newest.values("sha256")[:1]))


def _named(documents: QuerySet[Document]) -> QuerySet[Document, Any]:
    """With their state and, as `waits_for`, the name of who is to sign now."""
    unsigned = Party.objects.filter(document=OuterRef("pk"), signature__isnull=True).order_by("order")
    name = Concat("signer__first_name", Value(" "), "signer__last_name")
    return with_state(documents).annotate(waits_for=Subquery(unsigned.values(name=name)[:1]))
