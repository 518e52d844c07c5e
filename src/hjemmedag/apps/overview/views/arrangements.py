"""Ordninger: one's own, the list, and one arrangement on any date with its whole history."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from hjemmedag.adapters.spreadsheets.export import WRITERS, export
from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview.queries import arrangements
from hjemmedag.ui.downloads import attachment, links
from hjemmedag.ui.requests import Request, day_asked_for, only


@only(agreements.may_apply)
def mine(request: Request) -> HttpResponse:
    """Min ordning: the arrangement, or the application on its way, or how to begin."""
    on, employee = timezone.localdate(), request.viewer.employee
    latest = agreements.latest_standing(employee, on)
    if latest is not None and not request.GET.get("new"):
        return redirect("overview:arrangement", latest.arrangement.pk)
    shown = {"latest": agreements.latest_of(employee), "draft": agreements.draft_of(employee)}
    return render(request, "overview/no_arrangement.html", shown)


@only(agreements.may_list)
def listing(request: Request) -> HttpResponse:
    """Arrangements with their status, searched and filtered, on a date."""
    wanted = arrangements.Wanted.read(request.GET, day_asked_for(request, timezone.localdate()))
    found = arrangements.listed(request.viewer, wanted, timezone.localdate())
    if (ending := request.GET.get("format")) in WRITERS:
        cells = arrangements.cells(found, wanted.on)
        file = export(f"ordninger-{wanted.on}", ending, arrangements.headings(), cells)
        return attachment(file.content, name=file.name, kind=file.kind)
    page = Paginator(found, 50).get_page(request.GET.get("page"))
    shown = {"page": page, "rows": arrangements.rows(page.object_list, wanted.on), "wanted": wanted, **links(request)}
    return render(request, "overview/arrangements.html", shown)


def page(request: Request, pk: int) -> HttpResponse:
    """One living record: status, pattern, terms, documents, history, as of any date."""
    today = timezone.localdate()
    on = day_asked_for(request, today)
    standing = agreements.opened(agreements.readable_arrangements(request.viewer, today), pk, on)
    if standing is None:
        raise Http404
    shown = {"shown": arrangements.shown(standing, request.viewer, on), "on": on}
    return render(request, "overview/arrangement.html", shown)
