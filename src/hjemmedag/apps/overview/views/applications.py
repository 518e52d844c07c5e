"""Ansøgninger: those waiting for an answer, one application, its answer, taking it back."""

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
from hjemmedag.apps.overview.forms.days import SecondLookForm
from hjemmedag.apps.overview.forms.decision import DecisionForm
from hjemmedag.apps.overview.queries import applications
from hjemmedag.rulebook.load import load
from hjemmedag.ui.answering import refusals_above, refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


@only(agreements.may_list)
def listing(request: Request) -> HttpResponse:
    """Godkend: waiting first, nearest deadline first; or all, searched."""
    asked = Asked(request, timezone.localdate())
    state = asked.filter("state", _("Show"), applications.states())
    found = applications.listed(request.viewer, q=asked.q, state=state.value, on=asked.today)
    if asked.format:
        cells = applications.cells(found)
        return attachment(export(f"ansoegninger-{asked.today}", asked.format, applications.headings(), cells))
    page = asked.page(found)
    shown = {"asked": asked, "filters": [state], "page": page, "rows": applications.rows(page.object_list)}
    return render(request, "overview/applications.html", shown)


def page(request: Request, pk: int) -> HttpResponse:
    """The application as its writer, the manager and HR read it; with the answer form for who may answer."""
    today = timezone.localdate()
    readable = agreements.readable_applications(request.viewer, today)
    row = get_object_or_404(applications.with_all(readable), pk=pk)
    if row.submitted_at is None:
        return redirect("overview:my_application")
    shown = applications.shown(row, request.viewer, today, load())
    form = DecisionForm(initial={"effective_on": max(today, row.wanted_from or today)})
    return render(request, "overview/application.html", {"shown": shown, "form": form, "again": SecondLookForm()})


@require_POST
def decision(request: Request, pk: int) -> HttpResponse:
    """Approve or refuse."""
    today, now, actor = timezone.localdate(), timezone.now(), request.viewer.employee
    row = get_object_or_404(applications.with_all(agreements.readable_applications(request.viewer, today)), pk=pk)
    if not agreements.may_decide(request.viewer, row):
        raise PermissionDenied
    if (answer := request.POST.get("answer")) not in ("approve", "refuse"):
        raise BadRequest("neither approve nor refuse")
    approving = answer == "approve"
    form = DecisionForm(request.POST, approving=approving)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        with refusals_in(form) as met:
            if approving:
                first = form.cleaned_data["effective_on"]
                actions.approve(
                    application=pk,
                    actor=actor,
                    reason=reason,
                    effective_on=first,
                    now=now,
                    today=today,
                    rulebook=load(),
                )
                messages.success(request, _("Approved. The employee has the paper now."))
            else:
                actions.refuse(application=pk, actor=actor, reason=reason, now=now)
                messages.success(request, _("Refused. The employee can read your reason now."))
            return redirect("overview:application", pk)
        # Someone else's answer takes the form from the page, so what stands in the way is said above it.
        messages.error(request, str(met.refusal))
    shown = applications.shown(row, request.viewer, today, load())
    return render(request, "overview/application.html", {"shown": shown, "form": form})


@require_POST
def withdrawal(request: Request, pk: int) -> HttpResponse:
    """Take one's own application back."""
    row = get_object_or_404(agreements.readable_applications(request.viewer, timezone.localdate()), pk=pk)
    if row.employee_id != request.viewer.employee:
        raise PermissionDenied
    with refusals_above(request):
        actions.withdraw(application=pk, employee=request.viewer.employee, now=timezone.now())
        messages.success(request, _("Your application is taken back."))
    return redirect("overview:application", pk)
