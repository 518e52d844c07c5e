"""Andre arbejdssteder: asking for a place beside the home, reading and answering it, ending it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.apps.agreements import actions
from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview.forms.places import AnswerForm, EndingForm, OtherPlaceForm
from hjemmedag.apps.overview.queries import places
from hjemmedag.rulebook.load import load
from hjemmedag.ui.answering import refusals_above, refusals_in
from hjemmedag.ui.requests import Request


def asking(request: Request, pk: int) -> HttpResponse:
    """Ask for a place beside the home of one's own arrangement."""
    today = timezone.localdate()
    standing = agreements.opened(agreements.readable_arrangements(request.viewer, today), pk, today)
    if standing is None:
        raise Http404
    if standing.arrangement.employee_id != request.viewer.employee:
        raise PermissionDenied
    form = OtherPlaceForm(request.POST if request.method == "POST" else None, initial={"country": "DK"})
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            row = actions.ask_for_place(
                arrangement=pk,
                wanted=form.wanted(),
                actor=request.viewer.employee,
                now=timezone.now(),
                today=today,
                rulebook=load(),
            )
            messages.success(request, _("Your manager is asked. You get the answer in writing."))
            return redirect("overview:other_place", row.pk)
    return render(request, "overview/new_place.html", {"form": form, "arrangement": pk})


def page(request: Request, pk: int) -> HttpResponse:
    """One place; a POST by whoever decides answers it."""
    today, now, actor = timezone.localdate(), timezone.now(), request.viewer.employee
    row = get_object_or_404(places.readable(request.viewer, today), pk=pk)
    form = AnswerForm()
    if request.method == "POST":
        if not agreements.may_answer_day(request.viewer, row.arrangement.employee_id):
            raise PermissionDenied
        if (answer := request.POST.get("answer")) not in ("approve", "refuse"):
            raise BadRequest("neither approve nor refuse")
        form = AnswerForm(request.POST, approving=answer == "approve")
        if form.is_valid():
            reason = form.cleaned_data["reason"]
            with refusals_in(form) as met:
                if answer == "approve":
                    actions.approve_place(place=pk, actor=actor, reason=reason, now=now, today=today)
                    messages.success(request, _("Agreed. The employee has it in writing now."))
                else:
                    actions.refuse_place(place=pk, actor=actor, reason=reason, now=now)
                    messages.success(request, _("Refused. The employee can read your reason now."))
                return redirect("overview:other_place", pk)
            # Someone else's answer takes the form from the page, so what stands in the way is said above it.
            messages.error(request, str(met.refusal))
        row.refresh_from_db()
    shown = {"shown": places.shown(row, request.viewer, today), "form": form, "ending": EndingForm()}
    return render(request, "overview/other_place.html", shown)


@require_POST
def withdrawal(request: Request, pk: int) -> HttpResponse:
    """Take back what one asked for."""
    employee = request.viewer.employee
    get_object_or_404(places.readable(request.viewer, timezone.localdate()), pk=pk, arrangement__employee=employee)
    with refusals_above(request):
        actions.withdraw_place(place=pk, actor=employee, now=timezone.now())
        messages.success(request, _("Taken back. The arrangement goes on as it is."))
    return redirect("overview:other_place", pk)


@require_POST
def ending(request: Request, pk: int) -> HttpResponse:
    """Let a place end: the employee, or whoever could decide on it."""
    today, actor = timezone.localdate(), request.viewer.employee
    row = get_object_or_404(places.readable(request.viewer, today), pk=pk)
    employee = row.arrangement.employee_id
    if actor != employee and not agreements.may_answer_day(request.viewer, employee):
        raise PermissionDenied
    form = EndingForm(request.POST)
    if not form.is_valid():
        shown = {"shown": places.shown(row, request.viewer, today), "form": AnswerForm(), "ending": form}
        return render(request, "overview/other_place.html", shown)
    with refusals_above(request):
        actions.end_place(place=pk, last=form.cleaned_data["last"], actor=actor, now=timezone.now(), today=today)
        messages.success(request, _("The last day is written down, and the other side is told."))
    return redirect("overview:other_place", pk)
