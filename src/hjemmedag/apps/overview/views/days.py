"""Hjemmedage: my week, asking for a single day, moving a fixed one, and taking either back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.apps.agreements import actions
from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview.forms.days import DayForm, MoveForm
from hjemmedag.apps.overview.queries import days
from hjemmedag.rulebook.load import load
from hjemmedag.ui.answering import refusals_above, refusals_in
from hjemmedag.ui.requests import Request, only


@only(agreements.may_apply)
def mine(request: Request) -> HttpResponse:
    """My days at home this week and the next; a POST asks for one."""
    today, employee = timezone.localdate(), request.viewer.employee
    shown = days.my_days(employee, today)
    form = DayForm(request.POST if request.method == "POST" else None, days=shown.days, places=shown.places)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        with refusals_in(form):
            actions.ask_for_day(
                employee=employee,
                day=said["chosen"],
                reason=said["reason"],
                place=said.get("place"),
                now=timezone.now(),
                today=today,
                rulebook=load(),
            )
            messages.success(request, _("Your manager is asked. You see the answer here."))
            return redirect("overview:my_days")
    return render(
        request,
        "overview/my_days.html",
        {"shown": shown, "form": form, "move": MoveForm(moves=shown.moves, places=shown.places)},
    )


@only(agreements.may_apply)
@require_POST
def moving(request: Request) -> HttpResponse:
    """Move a fixed day at home within its week."""
    today, employee = timezone.localdate(), request.viewer.employee
    shown = days.my_days(employee, today)
    form = MoveForm(request.POST, moves=shown.moves, places=shown.places)
    if form.is_valid():
        with refusals_in(form):
            move = form.cleaned_data["move"]
            place = form.cleaned_data.get("place")
            actions.move_day(
                employee=employee, move=move, place=place, now=timezone.now(), today=today, rulebook=load()
            )
            messages.success(request, _("The day is moved, and your manager is told."))
            return redirect("overview:my_days")
        shown = days.my_days(employee, today)
    return render(
        request,
        "overview/my_days.html",
        {"shown": shown, "form": DayForm(days=shown.days, places=shown.places), "move": form},
    )


@only(agreements.may_apply)
@require_POST
def withdrawal(request: Request, pk: int) -> HttpResponse:
    """Take a day back."""
    employee = request.viewer.employee
    get_object_or_404(agreements.days_asked_for(employee), pk=pk)
    with refusals_above(request):
        actions.withdraw_day(ad_hoc_day=pk, employee=employee, now=timezone.now(), today=timezone.localdate())
        messages.success(request, _("The day is taken back."))
    return redirect("overview:my_days")


@only(agreements.may_apply)
@require_POST
def undoing(request: Request, pk: int) -> HttpResponse:
    """Let a moved day be as the pattern says again."""
    today, employee = timezone.localdate(), request.viewer.employee
    get_object_or_404(agreements.moves_of(employee), pk=pk)
    with refusals_above(request):
        actions.undo_move(moved_day=pk, employee=employee, now=timezone.now(), today=today)
        messages.success(request, _("The move is undone, and your manager is told."))
    return redirect("overview:my_days")
