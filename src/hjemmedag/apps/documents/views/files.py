"""A document's PDF."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from hjemmedag.apps.documents import actions, queries
from hjemmedag.ui.answering import refusals_above
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


def _disposition(kind: str, title: str) -> str:
    """The header with the name twice: plain letters for old readers, all letters for the others."""
    name = " ".join(UNSAFE.sub(" ", title).split())
    plain = unicodedata.normalize("NFKD", name.translate(PLAIN)).encode("ascii", "ignore").decode()
    return f"{kind}; filename=\"{plain}.pdf\"; filename*=UTF-8''{quote(name + '.pdf')}"
