"""Dokumenter: the list, and one document."""

from __future__ import annotations

from itertools import islice
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.adapters.spreadsheets.export import WRITERS, export
from hjemmedag.apps.documents import queries
from hjemmedag.apps.documents.models import Closing, Document
from hjemmedag.apps.documents.queries import Standing
from hjemmedag.apps.documents.queries.listing import FILTERS
from hjemmedag.apps.documents.views.findings import fingerprint
from hjemmedag.core.duties import Scope
from hjemmedag.ui import downloads
from hjemmedag.ui.requests import Request

SHOWN = 6
"""Documents that wait for the reader's own signature; the rest are found in the list."""

NARROWED = {
    "waiting": gettext_lazy("Waiting for a signature"),
    "complete": gettext_lazy("Signed by all"),
    "closed": gettext_lazy("Closed unsigned"),
}
STANDINGS = {
    Standing.WAITING: gettext_lazy("Waiting for a signature"),
    Standing.COMPLETE: gettext_lazy("Signed by all"),
    Standing.DECLINED: gettext_lazy("Declined"),
    Standing.WITHDRAWN: gettext_lazy("Taken back"),
}


def listing(request: Request) -> HttpResponse:
    """What waits for one's signature, then the documents one may open, newest first."""
    viewer = request.viewer
    q, standing = request.GET.get("q", "").strip(), request.GET.get("tilstand", "")
    documents = queries.listed(queries.visible(viewer), q=q, standing=standing)
    if (ending := request.GET.get("format")) in WRITERS:
        return _as_file(documents, ending)
    page = Paginator(documents, 50).get_page(request.GET.get("page"))
    to_sign = list(islice(queries.unsigned(Scope(viewer.employee)), SHOWN + 1))
    states = {
        "name": "tilstand",
        "label": _("State"),
        "value": standing,
        "choices": [("", _("All")), *((key, str(NARROWED[key])) for key in FILTERS)],
    }
    return render(
        request,
        "documents/documents.html",
        {
            "page": page,
            "to_sign": to_sign[:SHOWN],
            "more_to_sign": len(to_sign) > SHOWN,
            "q": q,
            "filters": [states],
            "narrowed": bool(q or standing),
            "others": queries.may_see_all(viewer) or viewer.signs,
            **downloads.links(request),
        },
    )


def page(request: Request, pk: int) -> HttpResponse:
    """What the document is, who has signed it and how, and its file."""
    viewer = request.viewer
    row = get_object_or_404(queries.detailed(queries.visible(viewer)), pk=pk)
    state = queries.state_of(row)
    waiting = state.standing is Standing.WAITING
    return render(
        request,
        "documents/document.html",
        {
            "document": row,
            "state": state,
            "story": queries.story(row),
            "facts": [
                (_("About"), row.about.name),
                (_("Language"), row.get_language_display()),
                (_("Fingerprint (SHA-256)"), fingerprint(row.newest_sha256)),
            ],
            "closed_by": _closed_by(row),
            "mine": waiting and state.signer == viewer.employee,
            "may_withdraw": waiting and queries.may_withdraw(viewer),
        },
    )


def _closed_by(row: Document) -> str:
    closing = getattr(row, "closing", None)
    if closing is None:
        return ""
    words = _("%(name)s has said no") if closing.kind == Closing.Kind.DECLINED else _("%(name)s has taken it back")
    return words % {"name": closing.by.name}


def _as_file(documents: QuerySet[Document, Any], ending: str) -> HttpResponse:
    """The list with the same search and filter, in one query."""
    headings = [
        _("Document"),
        _("Employee"),
        _("Offered"),
        _("State"),
        _("Waiting for"),
        _("Signed by all on"),
        _("Closed on"),
    ]
    rows = []
    for row in documents.iterator():
        state = queries.state_of(row)
        waits_for = row.waits_for if state.signer else ""
        offered_on = timezone.localdate(row.offered_at)
        rows.append(
            (
                row.title,
                row.about.name,
                offered_on,
                str(STANDINGS[state.standing]),
                waits_for,
                state.completed_on,
                state.closed_on,
            )
        )
    file = export(_("documents"), ending, headings, rows)
    return downloads.attachment(file.content, name=file.name, kind=file.kind)
