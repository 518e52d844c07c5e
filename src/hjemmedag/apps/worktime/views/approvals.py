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

approving = only(lambda viewer: access.may_approve(viewer, timezone.localdate()))
"""The door for managers, and for whoever stands in a manager’s place today."""


@approving
def listing(request: Request) -> HttpResponse:
    """Who waits for an answer, what is to be read first; all other weeks are approved in one click."""
    weeks = access.approvable(request.viewer, timezone.localdate())
    if request.method == "POST":
        plain = {row.pk for row in queries.waiting(weeks) if row.plain}
        seen = {week: revision for week, revision in map(_seen, request.POST.getlist("week")) if week in plain}
        with refusals_above(request):
            me, now = request.viewer.employee, timezone.now()
            approved = actions.approve_all(weeks=weeks, revisions=seen, actor=me, now=now)
            messages.success(
                request, ngettext("%(n)s week is approved.", "%(n)s weeks are approved.", approved) % {"n": approved}
            )
        return redirect("worktime:approvals")
    rows = queries.waiting(weeks)
    return render(request, "worktime/approvals.html", {"rows": rows, "plain": [row for row in rows if row.plain]})


def _seen(said: str) -> tuple[int | None, int]:
    """A week and its revision as the page showed it: "17:3"."""
    week, _colon, revision = said.partition(":")
    return whole_number(week), whole_number(revision) or 0


@approving
def page(request: Request, pk: int) -> HttpResponse:
    """One week: approve it, or return it with a reason."""
    now = timezone.now()
    weeks = access.approvable(request.viewer, timezone.localdate())
    week = get_object_or_404(queries.to_answer(weeks), pk=pk)
    approved = "approve" in request.POST
    form = ReturnForm(request.POST or None, initial={"revision": week.revision})
    if approved:
        form.fields["reason"].required = False
    if form.is_valid():
        with refusals_in(form):
            actions.answer(
                week=pk,
                approved=approved,
                reason="" if approved else form.cleaned_data["reason"],
                revision=form.cleaned_data["revision"],
                actor=request.viewer.employee,
                now=now,
            )
            messages.success(request, _("The week is approved.") if approved else _("The week is sent back."))
            return redirect("worktime:approvals")
    shown = queries.week_shown(week.employee_id, week.monday, now=now, week=week)
    days = [day.agreed.day for day in shown.days]
    changes = queries.history(week.employee_id, days[0], days[-1]) if week.rewritten else ()
    excusable = any(one.excusable for one in shown.found)
    known = {"week": week, "shown": shown, "form": form, "changes": changes, "excusable": excusable}
    return render(request, "worktime/approval.html", known)
