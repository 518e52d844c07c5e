"""One's own registrations: to read, and to keep as a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hjemmedag.adapters.spreadsheets import Cell
from hjemmedag.adapters.spreadsheets.export import File, export
from hjemmedag.apps.worktime import access, queries
from hjemmedag.apps.worktime.models import Draft, Entry
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only

PLACES = {
    Entry.Place.HOME: gettext_noop("at home"),
    Entry.Place.OFFICE: gettext_noop("at the office"),
    Entry.Place.OTHER: gettext_noop("elsewhere"),
}
KINDS = {
    Entry.Kind.WORK: gettext_noop("work"),
    Entry.Kind.ON_CALL: gettext_noop("on call"),
    Entry.Kind.CALL_OUT: gettext_noop("called out"),
}
"""As the list and the week say them."""


@only(access.may_register)
def page(request: Request) -> HttpResponse:
    """Everything registered that still stands, newest first."""
    asked = Asked(request, timezone.localdate())
    entries = queries.standing().filter(employee=request.viewer.employee).order_by("-start", "-id")
    if asked.word("format") == "json":
        return attachment(_document(request.viewer.employee, asked.today))
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
            start if entry.timed else None,
            end if entry.timed else None,
            entry.break_minutes,
            _(PLACES[entry.place]),
            _(KINDS[entry.kind]),
            entry.minutes,
        )


def _document(employee: int, today: date) -> File:
    """All that was ever written about the person, with what it replaced and why, for another program to read.

    Suggestions that wait stand apart: they are nobody's hours.
    """
    told = {
        "on": today.isoformat(),
        "entries": [_told(entry) for entry in queries.everything(employee).iterator(2000)],
        "suggestions": [_suggested(draft) for draft in queries.own_drafts(employee)],
    }
    content = json.dumps(told, ensure_ascii=False, indent=1).encode()
    return File(f"arbejdstid-{today}.json", content, "application/json")


def _told(entry: Any) -> dict[str, Any]:
    return {
        "id": entry.pk,
        "day": entry.day.isoformat(),
        "start": timezone.localtime(entry.start).isoformat(),
        "end": timezone.localtime(entry.end).isoformat(),
        "break": entry.break_minutes,
        "place": entry.place,
        "kind": entry.kind,
        "minutes": entry.minutes,
        "timed": entry.timed,
        "method": entry.method,
        "written_at": timezone.localtime(entry.at).isoformat(timespec="seconds"),
        "written_by": entry.by.name if entry.by else None,
        "replaces": entry.replaces_id,
        "removed": entry.removed,
        "reason": entry.reason,
        "stands": entry.stands,
    }


def _suggested(draft: Draft) -> dict[str, Any]:
    return {
        "start": timezone.localtime(draft.start).isoformat(),
        "end": timezone.localtime(draft.end).isoformat(),
        "place": draft.place or None,
        "source": draft.source,
        "title": draft.title,
        "taken_in_at": timezone.localtime(draft.at).isoformat(timespec="seconds"),
    }
