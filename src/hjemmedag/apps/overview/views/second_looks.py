"""Fornyet vurdering: the employee asks HR to look at a refusal again, HR answers."""

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
from hjemmedag.apps.overview.forms.days import SecondLookForm
from hjemmedag.apps.overview.forms.decision import DecisionForm
from hjemmedag.apps.overview.queries import applications
from hjemmedag.rulebook.load import load
from hjemmedag.ui.answering import refusals_above, refusals_in
from hjemmedag.ui.requests import Request


def _own(request: Request, pk: int) -> Any:
    row = get_object_or_404(agreements.readable_applications(request.viewer, timezone.localdate()), pk=pk)
    if row.employee_id != request.viewer.employee:
        raise PermissionDenied
    return row


@require_POST
def asking(request: Request, pk: int) -> HttpResponse:
    """Ask HR for a second look."""
    row = _own(request, pk)
    form = SecondLookForm(request.POST)
    with refusals_above(request):
        if not form.is_valid():
            messages.error(request, _("That is too long. Write it in 2,000 characters."))
            return redirect("overview:application", pk)
        actions.ask_again(
            application=row.pk,
            employee=row.employee_id,
            words=form.cleaned_data["words"],
            now=timezone.now(),
            today=timezone.localdate(),
            rulebook=load(),
        )
        messages.success(request, _("HR is asked. You get an answer with a reason."))
    return redirect("overview:application", pk)


@require_POST
def withdrawal(request: Request, pk: int) -> HttpResponse:
    """Take it back while HR hasn't answered."""
    row = _own(request, pk)
    with refusals_above(request):
        actions.withdraw_second_look(application=pk, employee=row.employee_id, now=timezone.now())
        messages.success(request, _("It is taken back. The refusal stands."))
    return redirect("overview:application", pk)


@require_POST
def answer(request: Request, pk: int) -> HttpResponse:
    """HR's answer: the refusal stands, or an arrangement is offered after all."""
    today, now, actor = timezone.localdate(), timezone.now(), request.viewer.employee
    row = get_object_or_404(applications.with_all(agreements.readable_applications(request.viewer, today)), pk=pk)
    if not agreements.may_look_again(request.viewer, row):
        raise PermissionDenied
    if (said := request.POST.get("answer")) not in ("approve", "refuse"):
        raise BadRequest("neither approve nor refuse")
    approving = said == "approve"
    form = DecisionForm(request.POST, approving=approving)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        with refusals_in(form) as met:
            if approving:
                first = form.cleaned_data["effective_on"]
                actions.overturn(
                    application=pk,
                    actor=actor,
                    reason=reason,
                    effective_on=first,
                    now=now,
                    today=today,
                    rulebook=load(),
                )
                messages.success(request, _("The arrangement is offered. The employee has the paper now."))
            else:
                actions.uphold(application=pk, actor=actor, reason=reason, now=now)
                messages.success(request, _("The refusal stands. The employee can read your reason now."))
            return redirect("overview:application", pk)
        messages.error(request, str(met.refusal))
    shown = applications.shown(row, request.viewer, today, load())
    return render(request, "overview/application.html", {"shown": shown, "form": form})
