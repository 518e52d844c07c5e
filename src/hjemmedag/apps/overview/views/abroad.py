"""Arbejde fra udlandet: asking for a period, reading and answering it, telling of it, taking it back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.apps.agreements import actions
from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview.forms.abroad import StayAnswerForm, StayForm, ToldForm
from hjemmedag.apps.overview.queries import abroad
from hjemmedag.core.agreements.abroad import Side
from hjemmedag.rulebook.load import load
from hjemmedag.ui.answering import refusals_above, refusals_in
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


@only(agreements.may_see_stays)
def listing(request: Request) -> HttpResponse:
    """One's own periods, with a form to ask for one; and those of others whom one answers for."""
    asked, me = Asked(request, timezone.localdate()), request.viewer.employee
    form = StayForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if not agreements.may_apply(request.viewer):
            raise PermissionDenied
        if form.is_valid():
            with refusals_in(form):
                row = actions.ask_for_stay(
                    employee=me, wanted=form.wanted(), now=timezone.now(), today=asked.today, rulebook=load()
                )
                messages.success(request, _("Your manager and IT security are asked."))
                return redirect("overview:stay", row.pk)
    shown: dict[str, Any] = {
        "form": form if agreements.may_apply(request.viewer) else None,
        "mine": abroad.rows(agreements.stays_of(me)),
        "reads_others": abroad.reads_others(request.viewer),
    }
    if shown["reads_others"]:
        page = asked.page(abroad.others(request.viewer, asked.today))
        shown |= {"page": page, "others": abroad.rows(page.object_list)}
    return render(request, "overview/stays.html", shown)


def page(request: Request, pk: int) -> HttpResponse:
    """One period; a POST gives the answer of a side that the viewer may answer for."""
    today = timezone.localdate()
    get_object_or_404(agreements.readable_stays(request.viewer, today), pk=pk)
    form = StayAnswerForm(approving=True)
    if request.method == "POST":
        row = agreements.stays().get(pk=pk)
        side = next((one for one in Side if one == request.POST.get("side")), None)
        if side is None or (answer := request.POST.get("answer")) not in ("approve", "refuse"):
            raise BadRequest("no side, or neither approve nor refuse")
        may = agreements.may_secure if side is Side.IT else agreements.may_answer_day
        if not may(request.viewer, row.employee_id):
            raise PermissionDenied
        form = StayAnswerForm(request.POST, approving=answer == "approve")
        if form.is_valid():
            with refusals_in(form) as met:
                actions.answer_stay(
                    stay=pk,
                    side=side,
                    actor=request.viewer.employee,
                    approved=answer == "approve",
                    words=form.cleaned_data["words"],
                    now=timezone.now(),
                    today=today,
                )
                messages.success(request, _("Your answer is written down."))
                return redirect("overview:stay", pk)
            # Someone else's answer takes the form from the page, so what stands in the way is said above it.
            messages.error(request, str(met.refusal))
    row = agreements.stays().get(pk=pk)
    shown = {"shown": abroad.shown(row, request.viewer, today), "form": form, "told": ToldForm(initial={"on": today})}
    return render(request, "overview/stay.html", shown)


@require_POST
def information(request: Request, pk: int) -> HttpResponse:
    """Write down when the employee was told what a longer period asks for."""
    today = timezone.localdate()
    row = get_object_or_404(agreements.readable_stays(request.viewer, today), pk=pk)
    if not agreements.may_inform(request.viewer, row.employee_id):
        raise PermissionDenied
    form = ToldForm(request.POST)
    if form.is_valid():
        with refusals_above(request):
            actions.inform_of_stay(
                stay=pk, actor=request.viewer.employee, on=form.cleaned_data["on"], now=timezone.now(), today=today
            )
            messages.success(request, _("It is written down that the employee was told."))
        return redirect("overview:stay", pk)
    shown = {"shown": abroad.shown(agreements.stays().get(pk=pk), request.viewer, today), "told": form}
    return render(request, "overview/stay.html", shown | {"form": StayAnswerForm(approving=True)})


@require_POST
def withdrawal(request: Request, pk: int) -> HttpResponse:
    """Take one's own period back."""
    today, me = timezone.localdate(), request.viewer.employee
    get_object_or_404(agreements.readable_stays(request.viewer, today), pk=pk, employee=me)
    with refusals_above(request):
        actions.withdraw_stay(stay=pk, employee=me, now=timezone.now(), today=today)
        messages.success(request, _("Taken back."))
    return redirect("overview:stay", pk)
