"""Ordninger: one's own, the list, and one arrangement on any date with its whole history."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview.queries import arrangements
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
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
    asked = Asked(request, timezone.localdate())
    status, on = asked.filter("status", _("Status"), arrangements.statuses()), asked.on
    found = arrangements.listed(request.viewer, q=asked.q, status=status.value, on=on, today=asked.today)
    if asked.format:
        cells = arrangements.cells(found, on)
        return attachment(export(f"ordninger-{on}", asked.format, arrangements.headings(), cells))
    page = asked.page(found)
    rows = arrangements.rows(page.object_list, on)
    shown = {"asked": asked, "filters": [status], "page": page, "rows": rows}
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
