"""Årlig arbejdsmiljødrøftelse: what was discussed and agreed each year, with home work on the agenda."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces import access, actions, queries
from hjemmedag.apps.workplaces.forms.discussions import ROLES, DiscussionForm, Seat
from hjemmedag.apps.workplaces.models import Discussion
from hjemmedag.core.people.roles import Role
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


@only(access.may_discuss)
def listing(request: Request) -> HttpResponse:
    """Year by year, and when the next one is due."""
    asked = Asked(request, timezone.localdate())
    latest, due = queries.discussion_due(asked.today)
    shown = {
        "page": asked.page(queries.discussions()),
        "latest": latest,
        "due": due,
        "asked_now": queries.asked_now(due, asked.today),
        "may_write": access.may_choose(request.viewer),
    }
    return render(request, "workplaces/discussions.html", shown)


@only(access.may_discuss)
def page(request: Request, pk: int) -> HttpResponse:
    """One discussion in full, with what it replaced and what replaced it."""
    rows = Discussion.objects.select_related("by", "replaces", "replaced_by")
    row = get_object_or_404(rows.prefetch_related("participants__employee"), pk=pk)
    shown = {
        "discussion": row,
        "present": [(one.employee.name, ROLES[Role(one.role)]) for one in row.participants.all()],
        "newer": getattr(row, "replaced_by", None),
        "may_write": access.may_choose(request.viewer),
    }
    return render(request, "workplaces/discussion.html", shown)


@only(access.may_choose)
def new(request: Request) -> HttpResponse:
    """Write one down: the points are prefilled from the figures."""
    today = timezone.localdate()
    initial = {"on": today, "agenda": "\n".join(queries.agenda(request.viewer, today))}
    previous = queries.latest_discussion()
    form = DiscussionForm(request.POST or None, seats=_seats(), initial=initial)
    if form.is_valid():
        with refusals_in(form):
            now = timezone.now()
            row = actions.discuss(discussed=form.discussed, actor=request.viewer.employee, today=today, now=now)
            messages.success(request, _("The discussion is written down."))
            return redirect("workplaces:discussion", row.pk)
    asking = _asking(_("Write the safety discussion down"), reverse("workplaces:discussions"))
    return form_page(request, form, asking, "workplaces/discussing.html", previous=previous)


@only(access.may_choose)
def correction(request: Request, pk: int) -> HttpResponse:
    """Write it anew: the old record stays and says that it was replaced."""
    row = get_object_or_404(Discussion.objects.prefetch_related("participants__employee"), pk=pk)
    present: dict[Seat, str] = {(one.employee_id, Role(one.role)): one.employee.name for one in row.participants.all()}
    written: dict[str, Any] = {name: getattr(row, name) for name in ("on", "others", "agenda", "goals", "cooperation")}
    written["present"] = [f"{role}-{who}" for who, role in present]
    form = DiscussionForm(request.POST or None, seats=present | _seats(), correcting=True, initial=written)
    if form.is_valid():
        with refusals_in(form):
            newer = actions.discuss(
                discussed=form.discussed,
                replaces=pk,
                reason=form.cleaned_data["reason"],
                actor=request.viewer.employee,
                today=timezone.localdate(),
                now=timezone.now(),
            )
            messages.success(request, _("The discussion is corrected. The old record stays in its history."))
            return redirect("workplaces:discussion", newer.pk)
    asking = _asking(_("Correct the safety discussion"), reverse("workplaces:discussion", args=(pk,)))
    return form_page(request, form, asking)


def _asking(title: str, back: str) -> Asking:
    lead = _("Write what you talked of and agreed, so that it can be shown.")
    return Asking(title=title, submit=_("Save"), back=back, back_words=_("Safety discussions"), lead=lead)


def _seats() -> dict[Seat, str]:
    """Whoever holds one of the roles for the whole company today, by role."""
    today = timezone.localdate()
    held = [(who, role) for role in ROLES for who in people.holders(role, today)]
    names = people.named({who for who, _role in held})
    return {(who, role): names[who] for who, role in held}
