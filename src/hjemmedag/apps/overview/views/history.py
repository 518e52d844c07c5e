"""Historik: the audit chain, newest first, for auditor and data protection officer."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.overview import access
from hjemmedag.apps.overview.queries import history
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


@only(access.may_read_history)
def listing(request: Request) -> HttpResponse:
    """Who did what, when; all, or one kind."""
    asked = Asked(request, timezone.localdate())
    kind = asked.filter("action", _("What"), history.kinds())
    page = asked.page(history.entries(kind.value))
    shown = {"filters": [kind], "page": page, "rows": history.rows(page.object_list)}
    return render(request, "overview/history.html", shown)
