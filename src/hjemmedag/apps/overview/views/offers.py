"""Tilbud: one that nobody signed is made again; how long they stand; addenda for many at once."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import actions
from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview.forms.offers import BatchForm, FirstDayForm, PracticeForm
from hjemmedag.apps.people import queries as people
from hjemmedag.rulebook.load import load
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


def again(request: Request, pk: int) -> HttpResponse:
    """Offer the addendum of an arrangement that nobody signed once more."""
    today = timezone.localdate()
    standing = agreements.opened(agreements.readable_arrangements(request.viewer, today), pk, today)
    if standing is None:
        raise Http404
    if not agreements.may_offer_again(request.viewer, standing.arrangement.employee_id):
        raise PermissionDenied
    asking = Asking(
        title=_("Offer the addendum again to %(name)s") % {"name": standing.arrangement.employee.name},
        submit=_("Offer it again"),
        back=reverse("overview:arrangement", args=(pk,)),
        back_words=_("The arrangement"),
        lead=_("The same days, hours and room, on the policy in force and the home address of the first day."),
    )
    initial = {"effective_on": max(today, standing.terms.starts)}
    form = FirstDayForm(request.POST if request.method == "POST" else None, today=today, initial=initial)
    if form.is_valid():
        with refusals_in(form):
            actions.offer_again(
                arrangement=pk,
                actor=request.viewer.employee,
                effective_on=form.cleaned_data["effective_on"],
                now=timezone.now(),
                today=today,
                rulebook=load(),
            )
            messages.success(request, _("Offered again. It waits for the employee’s signature."))
            return redirect("overview:arrangement", pk)
    return form_page(request, form, asking)


@only(agreements.may_send)
def time(request: Request) -> HttpResponse:
    """How arrangements are agreed and changed; a POST chooses it."""
    practice, law = agreements.offer_practice(), load().on(timezone.localdate())
    standard, window = law.number("agreements.offer", "days"), law.number("agreements.change_window", "days")
    initial = {
        "particulars": "particulars" if practice and practice.particulars else "addendum",
        "days": practice.days if practice else standard,
        "window_days": practice.window_days if practice and practice.window_days else window,
        "revision": practice.revision if practice else 0,
    }
    form = PracticeForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        with refusals_in(form):
            actions.choose_practice(actor=request.viewer.employee, now=timezone.now(), **form.cleaned_data)
            messages.success(request, _("The choices are saved."))
            return redirect("overview:offer_time")
    return render(request, "overview/offer_time.html", {"form": form, "standard": standard, "window": window})


@only(agreements.may_send)
def batches(request: Request) -> HttpResponse:
    """What was sent to many so far; a POST sends to those who work under an older version of the policy."""
    asked = Asked(request, timezone.localdate())
    departments = [(str(one.pk), one.name) for one in people.departments()]
    form = BatchForm(
        request.POST if request.method == "POST" else None,
        today=asked.today,
        departments=departments,
        initial={"effective_on": asked.today},
    )
    if form.is_valid():
        with refusals_in(form):
            batch = actions.send_batch(
                effective_on=form.cleaned_data["effective_on"],
                units=form.chosen,
                actor=request.viewer.employee,
                now=timezone.now(),
                today=asked.today,
            )
            return redirect("overview:batch", batch.pk)
    page = asked.page(agreements.batches())
    return render(request, "overview/batches.html", {"form": form, "page": page})


@only(agreements.may_send)
def batch(request: Request, pk: int) -> HttpResponse:
    """How far one is, and who got none and why."""
    row = get_object_or_404(agreements.batches(), pk=pk)
    page = Asked(request, timezone.localdate()).page(agreements.refused_items(pk))
    names = {one.pk: one.name for one in people.departments()}
    shown = {"row": row, "page": page, "units": [names[unit] for unit in row.units if unit in names]}
    return render(request, "overview/batch.html", shown)
