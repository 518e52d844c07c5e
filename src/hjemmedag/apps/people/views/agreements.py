"""Overenskomster: what each name in the staff list stands for."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.people import access, actions, queries
from hjemmedag.apps.people.forms.agreements import LimitsForm, NewAgreementForm
from hjemmedag.apps.people.models import AgreementProfile
from hjemmedag.core.people.frames import Area
from hjemmedag.rulebook.frames import load
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.requests import Request, only


@only(access.may_administer)
def listing(request: Request) -> HttpResponse:
    """All agreements, those that wait for an answer first."""
    today = timezone.localdate()
    number = queries.covered(today)
    rows = [(profile, number.get(profile.pk, 0)) for profile in queries.agreements(today)]
    waiting = [row for row in rows if row[0].confirmed_at is None]
    shown = {"waiting": waiting, "known": rows[len(waiting) :]}
    return render(request, "people/agreements.html", shown)


@only(access.may_administer)
def new(request: Request) -> HttpResponse:
    """The name of one more agreement."""
    form = NewAgreementForm(request.POST or None)
    if form.is_valid():
        with refusals_in(form):
            made = actions.add_agreement(**form.cleaned_data, actor=request.viewer.employee, now=timezone.now())
            return redirect("people:agreement", made.pk)
    asking = Asking(
        title=_("New agreement"), submit=_("Continue"), back=reverse("people:agreements"), back_words=_("Agreements")
    )
    return form_page(request, form, asking)


@only(access.may_administer)
def page(request: Request, pk: int) -> HttpResponse:
    """Say what an agreement stands for, the first time or from a later day; above it what it has said so far."""
    profile, today = get_object_or_404(AgreementProfile, pk=pk), timezone.localdate()
    said = list(profile.limits.order_by("-starts"))
    law = queries.ceilings(today)
    initial: dict[str, Any] = {"starts": today}
    if said:
        initial |= {name: getattr(said[0], name) for name in actions.Limits.__dataclass_fields__}
        initial["last"] = said[0].period.last
    form = LimitsForm(request.POST or None, law=law, initial=initial)
    if form.is_valid():
        with refusals_in(form):
            days = {name: form.cleaned_data[name] for name in ("starts", "last")}
            actor = request.viewer.employee
            actions.set_limits(profile=pk, limits=form.limits, **days, actor=actor, now=timezone.now())
            messages.success(request, _("Thank you. The limits hold from that day."))
            return redirect("people:agreements")
    shown = {"profile": profile, "form": form, "said": said, "law": law, "number": queries.covered(today).get(pk, 0)}
    shown |= {"frames": [frame for area, frame in load().items() if area is not Area.NONE]}
    return render(request, "people/agreement.html", shown)
