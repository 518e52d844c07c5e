"""Uforudset hændelse: why a rest had to be too short, written down by whoever approves the week."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.worktime import access, actions, queries
from hjemmedag.apps.worktime.forms.unforeseen import UnforeseenForm
from hjemmedag.apps.worktime.views.approvals import approving
from hjemmedag.ui.answering import refusals_in
from hjemmedag.ui.requests import Request


@approving
def page(request: Request, pk: int) -> HttpResponse:
    """Choose the rest, write what happened."""
    weeks = access.approvable(request.viewer, timezone.localdate())
    week = get_object_or_404(weeks.select_related("employee"), pk=pk)
    short = queries.short_rests(week.employee_id, week.monday)
    form = UnforeseenForm(request.POST or None, short=short, initial={"revision": week.revision})
    if form.is_valid():
        with refusals_in(form):
            actions.record_unforeseen(
                weeks=weeks,
                week=pk,
                start=form.chosen.start,
                account=form.cleaned_data["account"],
                revision=form.cleaned_data["revision"],
                actor=request.viewer.employee,
                now=timezone.now(),
            )
            messages.success(request, _("The event is on record. The missing rest must be given right after the work."))
            return redirect("worktime:approval", pk)
    return render(request, "worktime/unforeseen.html", {"week": week, "form": form, "short": short})
