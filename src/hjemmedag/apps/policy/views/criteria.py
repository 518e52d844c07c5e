"""The criteria for a fixed arrangement: for everyone to read with their own result, for HR to choose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import access, actions, queries
from hjemmedag.apps.policy.forms.criteria import CriteriaForm
from hjemmedag.apps.policy.models import CriteriaSet
from hjemmedag.apps.policy.queries.criteria import WEIGHTS
from hjemmedag.core.people.roles import Role
from hjemmedag.ui.answering import refusals_in
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only
from hjemmedag.ui.words import said


def current(request: Request) -> HttpResponse:
    """The criteria on a day, and one's own result by them."""
    asked = Asked(request, timezone.localdate())
    viewer = request.viewer
    own = queries.explained(viewer.employee, asked.on) if viewer.has(Role.EMPLOYEE) else None
    held = own.by if own else queries.criteria_on(asked.on)
    more: dict[str, Any] = {"own": own, "on": asked.on}
    if access.may_look_up(viewer):
        others = people.found(access.judged(viewer, asked.today), asked.q).exclude(pk=viewer.employee)
        more |= {"asked": asked, "page": asked.page(others.order_by("alphabetical", "id"))}
    return _show(request, held, **more)


def page(request: Request, number: int) -> HttpResponse:
    """One set, whether it holds or not."""
    one = next((one for one in queries.criteria_sets() if one.number == number), None)
    if one is None:
        raise Http404
    return _show(request, one)


def result(request: Request, pk: int) -> HttpResponse:
    """One person's result on a day, criterion by criterion."""
    asked = Asked(request, timezone.localdate())
    person = get_object_or_404(access.judged(request.viewer, asked.today), pk=pk)
    shown = {"person": person, "on": asked.on, "explained": queries.explained(pk, asked.on)}
    return render(request, "policy/criteria_of.html", shown)


@only(access.may_write)
def new(request: Request) -> HttpResponse:
    """Choose a new set, beginning from the latest one."""
    today, kinds, latest = timezone.localdate(), queries.kinds(), _latest()
    was = latest.number if latest else 0
    if request.method == "POST":
        form, overtaken = CriteriaForm(request.POST, kinds=kinds), False
        if form.is_valid():
            with refusals_in(form) as met:
                _choose(request, form, today)
                return redirect("policy:criteria")
            # Told that someone else was first, they may send their text once more on top of it.
            overtaken, latest = met.stale, _latest()
        was = latest.number if latest and overtaken else form["was"].value()
    else:
        chosen = queries.criteria_of(latest) if latest else ()
        form = CriteriaForm.begun(was=was, starts=today, criteria=chosen, kinds=kinds)
    return render(request, "policy/new_criteria.html", {"form": form, "was": was})


def _latest() -> CriteriaSet | None:
    return next(iter(queries.criteria_sets()), None)


def _choose(request: Request, form: CriteriaForm, today: date) -> None:
    actions.choose_criteria(
        was=form.cleaned_data["was"],
        criteria=form.criteria(),
        starts=form.cleaned_data["starts"],
        why=form.cleaned_data["why"],
        actor=request.viewer.employee,
        today=today,
        now=timezone.now(),
    )
    messages.success(request, _("The criteria are saved. Everyone can read them."))
    policy = queries.in_force(form.cleaned_data["starts"])
    for clash in queries.clashing(policy.terms, form.cleaned_data["starts"]) if policy else ():
        messages.warning(request, said(clash.said))


def _show(request: Request, held: CriteriaSet | None, **more: Any) -> HttpResponse:
    shown = {
        "held": held,
        "lines": list(_lines(held)) if held else [],
        "history": queries.criteria_sets(),
        "may_write": access.may_write(request.viewer),
    }
    return render(request, "policy/criteria.html", shown | more)


def _lines(held: CriteriaSet) -> Iterator[dict[str, Any]]:
    kinds = queries.kinds()
    for one in queries.criteria_of(held):
        if kind := kinds.get(one.key):
            use = _("required") if one.weight is None else WEIGHTS[one.weight]
            yield {"kind": kind, "use": use, "threshold": one.threshold, "reason": one.reason}
