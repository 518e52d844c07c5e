"""Answers that a browser keeps as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header


def attachment(content: bytes, *, name: str, kind: str) -> HttpResponse:
    """A file to keep, `kind` its media type; never stored by anything between us and the browser."""
    disposition = content_disposition_header(as_attachment=True, filename=name)
    headers = {"Content-Disposition": disposition or "attachment", "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type=kind, headers=headers)


def links(request: HttpRequest) -> dict[str, str]:
    """The addresses of this list as a file, with the same search and filters, for the list's toolbar."""
    asked = request.GET.copy()
    asked.pop("page", None)
    found = {}
    for ending in ("csv", "xlsx"):
        asked["format"] = ending
        found[f"{ending}_url"] = f"?{asked.urlencode()}"
    return found
