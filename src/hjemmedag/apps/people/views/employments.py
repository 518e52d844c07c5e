"""Someone's employments: new terms from a day, the last day, one more employment."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.people import access, actions
from hjemmedag.apps.people.forms.employments import EmploymentForm, LastDayForm, TermsForm
from hjemmedag.apps.people.models import Employee, Employment
from hjemmedag.apps.people.views.history import conditions_text
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.requests import Request, only


def kept_or_404(request: Request, pk: int) -> Employee:
    """The person, where this viewer keeps the record."""
    return get_object_or_404(access.kept(request.viewer, timezone.localdate()), pk=pk)


def _kept_employment(request: Request, pk: int) -> Employment:
    kept = access.kept(request.viewer, timezone.localdate())
    rows = Employment.objects.select_related("employee", "legal_entity").filter(employee__in=kept)
    return get_object_or_404(rows, pk=pk)


def about(person: Employee, **words: Any) -> Asking:
    """A page with one form about someone, who stands above it."""
    return Asking(back=reverse("people:person", args=(person.pk,)), back_words=person.name, **words)


@only(access.may_keep_people)
def terms(request: Request, pk: int) -> HttpResponse:
    """New title, hours, site or agreement from a day."""
    employment, today = _kept_employment(request, pk), timezone.localdate()
    rows = employment.terms.select_related("site", "agreement").order_by("starts")
    latest = rows.on(today).first() or rows.last()
    initial: dict[str, Any] = {"starts": today}
    if latest is not None:
        initial |= {name: getattr(latest, name) for name in ("title", "weekly_hours", "site", "agreement")}
    form = TermsForm(request.POST or None, initial=initial)
    if form.is_valid():
        with refusals_in(form):
            actions.change_terms(
                employment=pk,
                on=form.cleaned_data["starts"],
                conditions=form.conditions,
                actor=request.viewer.employee,
                now=timezone.now(),
            )
            messages.success(request, _("The new terms are saved."))
            return redirect("people:person", employment.employee_id)
    lead = f"{employment.legal_entity.name}: {conditions_text(latest)}" if latest else employment.legal_entity.name
    return form_page(
        request, form, about(employment.employee, title=_("New terms from a date"), submit=_("Save"), lead=lead)
    )


@only(access.may_keep_people)
def last_day(request: Request, pk: int) -> HttpResponse:
    """End an employment, move its end, or let it go on."""
    employment, today = _kept_employment(request, pk), timezone.localdate()
    form = LastDayForm(request.POST or None, initial={"last_day": employment.period.last})
    if form.is_valid():
        with refusals_in(form):
            successor = form.cleaned_data["successor"]
            actions.set_last_day(
                employment=pk,
                last_day=form.cleaned_data["last_day"],
                successor=successor.pk if successor else None,
                actor=request.viewer.employee,
                now=timezone.now(),
                today=today,
            )
            messages.success(request, _("The last day is saved."))
            return redirect("people:person", employment.employee_id)
    asking = about(
        employment.employee,
        title=_("Last day at %(entity)s") % {"entity": employment.legal_entity.name},
        submit=_("Save"),
        lead=_("Teams, manager, roles and sign-in end with the last employment. Nothing is deleted."),
    )
    return form_page(request, form, asking)


@only(access.may_keep_people)
def new(request: Request, pk: int) -> HttpResponse:
    """One more employment, beside others or after them."""
    person = kept_or_404(request, pk)
    form = EmploymentForm(request.POST or None, initial={"starts": timezone.localdate()})
    if form.is_valid():
        with refusals_in(form):
            actions.employ(
                employee=pk,
                legal_entity=form.cleaned_data["legal_entity"],
                conditions=form.conditions,
                starts=form.cleaned_data["starts"],
                last_day=form.cleaned_data["last_day"],
                actor=request.viewer.employee,
                now=timezone.now(),
            )
            messages.success(request, _("The employment is saved."))
            return redirect("people:person", pk)
    lead = _("Hours of several employments are added up.")
    return form_page(request, form, about(person, title=_("New employment"), submit=_("Save"), lead=lead))
