"""Godkend arbejdstid: the weeks that one's team has sent, with findings first."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hjemmedag.apps.worktime import access, actions, queries
from hjemmedag.apps.worktime.forms.week import ReturnForm
from hjemmedag.ui.answering import refusals_above, refusals_in
from hjemmedag.ui.requests import Request, only, whole_number


@only(access.may_approve)
def listing(request: Request) -> HttpResponse:
    """Who waits for an answer; all weeks as agreed are approved in one click."""
    weeks = access.approvable(request.viewer)
    if request.method == "POST":
        seen = {week: revision for week, revision in map(_seen, request.POST.getlist("week")) if week is not None}
        with refusals_above(request):
            me, now = request.viewer.employee, timezone.now()
            approved = actions.approve_all(weeks=weeks, revisions=seen, actor=me, now=now)
            messages.success(
                request, ngettext("%(n)s week is approved.", "%(n)s weeks are approved.", approved) % {"n": approved}
            )
        return redirect("worktime:approvals")
    return render(request, "worktime/approvals.html", {"rows": queries.waiting(weeks)})


def _seen(said: str) -> tuple[int | None, int]:
    """A week and its revision as the page showed it: "17:3"."""
    week, _colon, revision = said.partition(":")
    return whole_number(week), whole_number(revision) or 0


@only(access.may_approve)
def page(request: Request, pk: int) -> HttpResponse:
    """One week: approve it, or return it with a reason."""
    now = timezone.now()
    week = get_object_or_404(access.approvable(request.viewer).select_related("employee"), pk=pk)
    approving = "approve" in request.POST
    form = ReturnForm(request.POST or None, initial={"revision": week.revision})
    if approving:
        form.fields["reason"].required = False
    if form.is_valid():
        with refusals_in(form):
            actions.answer(
                week=pk,
                approved=approving,
                reason="" if approving else form.cleaned_data["reason"],
                revision=form.cleaned_data["revision"],
                actor=request.viewer.employee,
                now=now,
            )
            messages.success(request, _("The week is approved.") if approving else _("The week is sent back."))
            return redirect("worktime:approvals")
    shown = queries.week_shown(week.employee_id, week.monday, now=now)
    changes = queries.history(week.employee_id, shown.days[0].agreed.day, shown.days[-1].agreed.day)
    return render(request, "worktime/approval.html", {"week": week, "shown": shown, "form": form, "changes": changes})
