"""Dokumenter: the list, and one document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.adapters.spreadsheets.writing import Cell
from hjemmedag.apps.documents import queries
from hjemmedag.apps.documents.models import Closing, Document
from hjemmedag.apps.documents.queries import Standing
from hjemmedag.apps.documents.views.findings import fingerprint
from hjemmedag.core.duties import Scope
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request

SHOWN = 6
"""Documents that wait for the reader's own signature; the rest are found in the list."""

NARROWED = {
    "waiting": gettext_lazy("Waiting for a signature"),
    "complete": gettext_lazy("Signed by all"),
    "closed": gettext_lazy("Closed unsigned"),
    "taken_in": gettext_lazy("From before"),
}
STANDINGS = {
    Standing.WAITING: gettext_lazy("Waiting for a signature"),
    Standing.COMPLETE: gettext_lazy("Signed by all"),
    Standing.DECLINED: gettext_lazy("Declined"),
    Standing.WITHDRAWN: gettext_lazy("Taken back"),
    Standing.EXPIRED: gettext_lazy("Ran out unsigned"),
    Standing.REPLACED: gettext_lazy("Replaced by a new document"),
    Standing.LAPSED: gettext_lazy("No longer holds"),
    Standing.TAKEN_IN: gettext_lazy("From before"),
}


def listing(request: Request) -> HttpResponse:
    """What waits for one's signature, then the documents one may open, newest first."""
    viewer = request.viewer
    asked = Asked(request, timezone.localdate())
    state = asked.filter("tilstand", _("State"), [("", _("All")), *NARROWED.items()])
    documents = queries.listed(queries.visible(viewer), q=asked.q, standing=state.value)
    if asked.format:
        return attachment(export(_("documents"), asked.format, headings(), cells(documents)))
    to_sign = list(islice(queries.unsigned(Scope(viewer.employee)), SHOWN + 1))
    shown = {
        "asked": asked,
        "filters": [state],
        "page": asked.page(documents),
        "to_sign": to_sign[:SHOWN],
        "together": sum(one.side == "employer" for one in to_sign) > 1,
        "more_to_sign": len(to_sign) > SHOWN,
        "narrowed": bool(asked.q) or state.narrows,
        "others": queries.may_see_all(viewer) or viewer.signs,
    }
    return render(request, "documents/documents.html", shown)


def headings() -> list[str]:
    """The columns of the list as a file."""
    return [
        *(_("Document"), _("Employee"), _("Offered"), _("State")),
        *(_("Waiting for"), _("Signed by all on"), _("Closed on")),
    ]


def cells(documents: QuerySet[Document, Any]) -> Iterator[list[Cell]]:
    """A row a document, in one query."""
    for row in documents.iterator():
        state = queries.state_of(row)
        waits_for = row.waits_for if state.signer else ""
        yield [
            *(row.title, row.about.name, timezone.localdate(row.offered_at), str(STANDINGS[state.standing])),
            *(waits_for, state.completed_on, state.closed_on),
        ]


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
            "may_withdraw": waiting and queries.may_withdraw(viewer, row),
            "may_go_outside": waiting and queries.may_go_outside(viewer, row),
        },
    )


def _closed_by(row: Document) -> str:
    closing = getattr(row, "closing", None)
    if closing is None:
        return ""
    if closing.by is None or closing.kind not in (Closing.Kind.DECLINED, Closing.Kind.WITHDRAWN):
        return str(STANDINGS[Standing(closing.kind)])
    words = _("%(name)s has said no") if closing.kind == Closing.Kind.DECLINED else _("%(name)s has taken it back")
    return words % {"name": closing.by.name}
