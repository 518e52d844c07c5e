"""Teamets hjemmedage: single days that wait for an answer, habits to settle, and days that were moved."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.agreements import actions
from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview.forms.days import DayAnswerForm
from hjemmedag.apps.overview.queries import days
from hjemmedag.rulebook.load import load
from hjemmedag.ui.answering import refusals_above
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only

OUTCOMES = ("fixed", "stop")
MOVES = 50


@only(agreements.may_list)
def listing(request: Request) -> HttpResponse:
    """What waits first; with it, habits to settle and the moves of the days to come."""
    asked, viewer = Asked(request, timezone.localdate()), request.viewer
    state = asked.filter("state", _("Show"), days.choices())
    found = days.listed(viewer, q=asked.q, state=state.value, on=asked.today)
    if asked.format:
        cells = days.cells(found, viewer, asked.today)
        return attachment(export(f"hjemmedage-{asked.today}", asked.format, days.headings(), cells))
    page = asked.page(found)
    shown = {
        "asked": asked,
        "filters": [state],
        "page": page,
        "rows": days.rows(page.object_list, viewer, asked.today),
        "habits": days.habits(viewer, asked.today),
        "moves": agreements.readable_moves(viewer, asked.today)[:MOVES],
    }
    return render(request, "overview/home_days.html", shown)


@require_POST
def answer(request: Request, pk: int) -> HttpResponse:
    """Yes in one click; no with a reason."""
    today, actor = timezone.localdate(), request.viewer.employee
    row = get_object_or_404(agreements.readable_days(request.viewer, today), pk=pk)
    if not agreements.may_answer_day(request.viewer, row.employee_id):
        raise PermissionDenied
    if (said := request.POST.get("answer")) not in ("approve", "refuse"):
        raise BadRequest("neither approve nor refuse")
    form = DayAnswerForm(request.POST)
    with refusals_above(request):
        if not form.is_valid():
            messages.error(request, _("The reason is too long. Write it in 400 characters."))
            return redirect("overview:home_days")
        actions.answer_day(
            ad_hoc_day=pk,
            actor=actor,
            approved=said == "approve",
            reason=form.cleaned_data["reason"],
            now=timezone.now(),
            today=today,
        )
        messages.success(request, _("It is answered."))
    return redirect("overview:home_days")


@require_POST
def habit(request: Request, pk: int) -> HttpResponse:
    """Make single days that have become a habit a fixed arrangement, or stop them."""
    if pk not in request.viewer.decides:
        raise PermissionDenied
    if (outcome := request.POST.get("outcome")) not in OUTCOMES:
        raise BadRequest("neither fixed nor stop")
    with refusals_above(request):
        actions.settle_habit(
            employee=pk,
            actor=request.viewer.employee,
            outcome=outcome,
            now=timezone.now(),
            today=timezone.localdate(),
            rulebook=load(),
        )
        messages.success(request, _("It is settled, and the employee is told."))
    return redirect("overview:home_days")
