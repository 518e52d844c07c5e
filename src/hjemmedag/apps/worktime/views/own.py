"""One's own registrations: to read, and to keep as a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.spreadsheets import Cell
from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.worktime import access, queries
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


@only(access.may_register)
def page(request: Request) -> HttpResponse:
    """Everything registered that still stands, newest first."""
    asked = Asked(request, timezone.localdate())
    entries = queries.standing().filter(employee=request.viewer.employee).order_by("-start", "-id")
    if asked.format:
        headings = [_("Day"), _("From"), _("To"), _("Break in minutes"), _("Place"), _("Kind"), _("Minutes worked")]
        return attachment(export(f"arbejdstid-{asked.today}", asked.format, headings, _rows(entries)))
    shown = {"asked": asked, "page": asked.page(entries)}
    return render(request, "worktime/own.html", shown)


def _rows(entries: QuerySet[Any]) -> Iterator[tuple[Cell, ...]]:
    for entry in entries.iterator(2000):
        start, end = timezone.localtime(entry.start), timezone.localtime(entry.end)
        yield (
            entry.day,
            start,
            end,
            entry.break_minutes,
            entry.get_place_display(),
            entry.get_kind_display(),
            entry.minutes,
        )
