"""Answers that a browser keeps as a file."""

from __future__ import annotations

from typing import Protocol

from django.http import HttpResponse
from django.utils.http import content_disposition_header


class File(Protocol):
    """A finished file: its name with the ending, its contents and its media type."""

    @property
    def name(self) -> str: ...
    @property
    def content(self) -> bytes: ...
    @property
    def kind(self) -> str: ...


def attachment(file: File) -> HttpResponse:
    """The file, to keep; never stored by anything between us and the browser."""
    disposition = content_disposition_header(as_attachment=True, filename=file.name)
    headers = {"Content-Disposition": disposition or "attachment", "Cache-Control": "private, no-store"}
    return HttpResponse(file.content, content_type=file.kind, headers=headers)
