"""Ændringer: asking for another pattern, reading and answering it, taking it back."""

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
from hjemmedag.apps.overview.forms.change import ChangeAnswerForm, ChangeForm
from hjemmedag.apps.overview.queries import changes
from hjemmedag.core.agreements.wish import Wish
from hjemmedag.rulebook.load import load
from hjemmedag.ui.answering import refusals_above, refusals_in
from hjemmedag.ui.requests import Request


def asking(request: Request, pk: int) -> HttpResponse:
    """Choose another pattern and a first day; outside the window for changes, also a reason."""
    today = timezone.localdate()
    standing = agreements.opened(agreements.readable_arrangements(request.viewer, today), pk, today)
    if standing is None:
        raise Http404
    if not agreements.may_ask_for_change(request.viewer, standing.arrangement.employee_id):
        raise PermissionDenied
    law, mine = load().on(today), standing.arrangement.employee_id == request.viewer.employee
    window = agreements.change_window(today, load())
    form = ChangeForm(
        request.POST if request.method == "POST" else None,
        today=today,
        window_open=today in window,
        law=law,
        own=mine,
        initial=ChangeForm.initial_of(Wish(pattern=agreements.pattern_of(standing.terms))),
    )
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            change = actions.ask_for_change(
                arrangement=pk,
                wanted=form.wanted(),
                actor=request.viewer.employee,
                now=timezone.now(),
                today=today,
                rulebook=load(),
            )
            messages.success(request, _("Sent. The old pattern holds until a new one is signed."))
            return redirect("overview:change", change.pk)
    shown = {
        "standing": standing,
        "form": form,
        "window": window,
        "window_open": today in window,
        "mine": mine,
    }
    return render(request, "overview/new_change.html", shown)


def page(request: Request, pk: int) -> HttpResponse:
    """The change beside what holds now; a POST by the side that didn't ask answers it."""
    today = timezone.localdate()
    row = get_object_or_404(changes.readable(request.viewer, today), pk=pk)
    first = None if row.asked_by_id == row.arrangement.employee_id else row.wanted_from
    if request.method != "POST":
        form = ChangeAnswerForm(initial={"effective_on": max(today, row.wanted_from)}, first=first)
        return render(
            request, "overview/change.html", {"shown": changes.shown(row, request.viewer, today), "form": form}
        )
    if not agreements.may_answer_change(request.viewer, row):
        raise PermissionDenied
    if (answer := request.POST.get("answer")) not in ("approve", "refuse"):
        raise BadRequest("neither approve nor refuse")
    form = ChangeAnswerForm(request.POST, approving=answer == "approve", first=first)
    if form.is_valid():
        with refusals_in(form) as met:
            _answer(request, pk, form, approving=answer == "approve")
            return redirect("overview:change", pk)
        # Someone else's answer takes the form from the page, so what stands in the way is said above it.
        messages.error(request, str(met.refusal))
    row.refresh_from_db()
    return render(request, "overview/change.html", {"shown": changes.shown(row, request.viewer, today), "form": form})


def _answer(request: Request, pk: int, form: ChangeAnswerForm, *, approving: bool) -> None:
    now, actor, reason = timezone.now(), request.viewer.employee, form.cleaned_data["reason"]
    if approving:
        actions.approve_change(
            amendment=pk,
            actor=actor,
            reason=reason,
            effective_on=form.first_day(),
            now=now,
            today=timezone.localdate(),
            rulebook=load(),
        )
        messages.success(
            request, _("Agreed. The employee has the paper now; until it is signed, the old pattern holds.")
        )
    else:
        actions.refuse_change(amendment=pk, actor=actor, reason=reason, now=now)
        messages.success(request, _("Refused. The other side can read your reason now."))


@require_POST
def withdrawal(request: Request, pk: int) -> HttpResponse:
    """Take back what one asked for."""
    get_object_or_404(changes.readable(request.viewer, timezone.localdate()), pk=pk, asked_by=request.viewer.employee)
    with refusals_above(request):
        actions.withdraw_change(amendment=pk, actor=request.viewer.employee, now=timezone.now())
        messages.success(request, _("Taken back. The arrangement goes on as it is."))
    return redirect("overview:change", pk)
