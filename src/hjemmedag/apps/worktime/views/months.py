"""Måneder: what payroll takes out, month by month, and closes."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.worktime import access, actions, queries
from hjemmedag.ui.answering import refusals_above
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


@only(access.may_pay)
def listing(request: Request) -> HttpResponse:
    """The last year's months; one of them as a file of totals, a row a person."""
    asked = Asked(request, timezone.localdate())
    if asked.format:
        month = asked.on.replace(day=1)
        headings = [_("Number"), _("Name"), _("Month"), _("Hours at home"), _("Hours elsewhere"), _("Hours")]
        return attachment(export(f"arbejdstid-{month:%Y-%m}", asked.format, headings, queries.paid(month)))
    return render(request, "worktime/months.html", {"months": queries.months(asked.today)})


@require_POST
@only(access.may_pay)
def locking(request: Request, year: int, number: int) -> HttpResponse:
    """Close a month."""
    try:
        month = date(year, number, 1)
    except ValueError:
        raise Http404 from None
    with refusals_above(request):
        actions.lock(month=month, actor=request.viewer.employee, today=timezone.localdate(), now=timezone.now())
        messages.success(request, _("The month is closed. Later corrections say why, and show."))
    return redirect("worktime:months")
