"""Overgange: those who moved to another legal entity, and whether their addenda stand."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import actions
from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview.forms.transfer import TransferForm
from hjemmedag.apps.overview.queries import transfers
from hjemmedag.apps.people import queries as people
from hjemmedag.ui.answering import refusals_in
from hjemmedag.ui.requests import Request, only


@only(agreements.may_check_employers)
def page(request: Request, pk: int) -> HttpResponse:
    """Everyone who moved on the day that this employment began and is not judged yet; a POST judges those chosen."""
    today = timezone.localdate()
    if not people.employment_exists(pk):
        raise Http404
    moved = transfers.moved_with(pk, request.viewer.employee, today)
    form = TransferForm(request.POST or None, movers=[(one.employment, one.words) for one in moved])
    if form.is_valid():
        with refusals_in(form):
            actions.check_employers(
                employments=form.cleaned_data["employments"],
                outcome=form.cleaned_data["outcome"],
                note=form.cleaned_data["note"],
                actor=request.viewer.employee,
                now=timezone.now(),
                today=today,
            )
            messages.success(request, _("It is recorded."))
            return redirect("overview:transfer", pk)
    shown = {"moved": moved, "form": form, "checks": transfers.checks_of(pk)}
    return render(request, "overview/transfer.html", shown)
