"""Historik: the audit chain, newest first, for auditor and data protection officer."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from hjemmedag.apps.overview import access
from hjemmedag.apps.overview.queries import history
from hjemmedag.ui.requests import Request, only


@only(access.may_read_history)
def listing(request: Request) -> HttpResponse:
    """Who did what, when; filtered by action and searched by number."""
    action = request.GET.get("action", "")[:60]
    page = Paginator(history.entries(action), 50).get_page(request.GET.get("page"))
    shown = {"page": page, "rows": history.rows(page.object_list), "filters": history.filters(action)}
    return render(request, "overview/history.html", shown)
