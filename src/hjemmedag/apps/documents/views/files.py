"""A document's PDF, and many of them in one ZIP."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.adapters.spreadsheets.writing import Cell
from hjemmedag.apps.documents import actions, queries
from hjemmedag.ui.answering import refusals_above
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request

PLAIN = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})
UNSAFE = re.compile(r'[\x00-\x1f"\\/:*?<>|%]+')
"""What a file name may not hold on some system, or what would end its header early."""


def page(request: Request, pk: int) -> HttpResponse:
    """The newest file, to keep, or with `?vis=1` to read in the browser. A party's first opening is recorded."""
    row = get_object_or_404(queries.visible(request.viewer), pk=pk)
    with refusals_above(request):
        pdf = queries.file_of(pk)
        actions.read(document=pk, reader=request.viewer.employee, now=timezone.now())
        disposition = _disposition("inline" if "vis" in request.GET else "attachment", row.title)
        headers = {"Content-Disposition": disposition, "Cache-Control": "private, no-store"}
        return HttpResponse(pdf, content_type="application/pdf", headers=headers)
    return redirect("documents:document", pk)


@require_safe
def package(request: Request) -> StreamingHttpResponse:
    """Every document that is signed by all, or from before, among those one may open: one ZIP with an index."""
    today = timezone.localdate()
    asked = Asked(request, today)
    state = request.GET.get("tilstand", "")
    documents = queries.listed(queries.visible(request.viewer), q=asked.q, standing=state)
    rows = queries.packed(documents)
    headings = [_("File"), _("Evidence"), _("Document"), _("Employee"), _("Number"), _("Signed by all on"), "SHA-256"]
    cells = (_index(one) for one in rows)
    index = export("index", "csv", headings, cells)
    actions.taken_away(documents=[one.document.pk for one in rows], actor=request.viewer.employee, now=timezone.now())
    headers = {
        "Content-Disposition": f'attachment; filename="hjemmedag-{today}.zip"',
        "Cache-Control": "private, no-store",
    }
    parts = queries.package(rows, (index.name, index.content))
    return StreamingHttpResponse(parts, content_type="application/zip", headers=headers)


def _index(one: queries.Packed) -> list[Cell]:
    row = one.document
    return [
        *(one.name, one.evidence_name if one.evidence else "", row.title, row.about.name, row.about.number or ""),
        *(queries.state_of(row).completed_on, row.newest_sha256),
    ]


def _disposition(kind: str, title: str) -> str:
    """The header with the name twice: plain letters for old readers, all letters for the others."""
    name = " ".join(UNSAFE.sub(" ", title).split())
    plain = unicodedata.normalize("NFKD", name.translate(PLAIN)).encode("ascii", "ignore").decode()
    return f"{kind}; filename=\"{plain}.pdf\"; filename*=UTF-8''{quote(name + '.pdf')}"
