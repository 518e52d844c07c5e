"""Organisation: departments with their teams, sites and legal entities on one page."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.people import access, actions, queries
from hjemmedag.apps.people.forms.organisation import NameForm, PlacementForm, TeamMadeForm
from hjemmedag.apps.people.models import Department, Team
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


@only(access.may_administer)
def page(request: Request) -> HttpResponse:
    """What the company is made of today."""
    today = timezone.localdate()
    at_site, at_entity = queries.people_by_site(today), queries.people_by_entity(today)
    teams = [(unit.department, *row) for unit in queries.units(today) for row in unit.teams or [(None, 0)]]
    shown = {
        "page": Asked(request, today).page(teams),
        "sites": [(site, at_site.get(site.pk, 0)) for site in queries.sites()],
        "entities": [(entity, at_entity.get(entity.pk, 0)) for entity in queries.entities()],
    }
    return render(request, "people/organisation.html", shown)


def asking(**words: Any) -> Asking:
    """A page with one form about a part of the company."""
    return Asking(back=reverse("people:organisation"), back_words=_("Organisation"), **words)


def saved(request: Request, words: str) -> HttpResponse:
    """Back to the organisation, where `words` say what was done."""
    messages.success(request, words)
    return redirect("people:organisation")


@only(access.may_administer)
def new_department(request: Request) -> HttpResponse:
    """A new department."""
    form = NameForm(request.POST or None)
    if form.is_valid():
        with refusals_in(form):
            actions.add_department(**form.cleaned_data, actor=request.viewer.employee, now=timezone.now())
            return saved(request, _("The department is saved."))
    return form_page(request, form, asking(title=_("New department"), submit=_("Save")))


@only(access.may_administer)
def department(request: Request, pk: int) -> HttpResponse:
    """Another name for a department."""
    row = get_object_or_404(Department, pk=pk)
    form = NameForm(request.POST or None, initial={"name": row.name})
    if form.is_valid():
        with refusals_in(form):
            actions.rename_department(
                department=pk, **form.cleaned_data, actor=request.viewer.employee, now=timezone.now()
            )
            return saved(request, _("The department is saved."))
    lead = _("The new name stands on every date.")
    return form_page(request, form, asking(title=_("Rename department"), submit=_("Save"), lead=lead))


@only(access.may_administer)
def new_team(request: Request) -> HttpResponse:
    """A new team in a department."""
    form = TeamMadeForm(request.POST or None, initial={"starts": timezone.localdate()})
    if form.is_valid():
        with refusals_in(form):
            actions.add_team(**form.cleaned_data, actor=request.viewer.employee, now=timezone.now())
            return saved(request, _("The team is saved."))
    return form_page(request, form, asking(title=_("New team"), submit=_("Save")))


@only(access.may_administer)
def team(request: Request, pk: int) -> HttpResponse:
    """Another name for a team."""
    row = get_object_or_404(Team, pk=pk)
    form = NameForm(request.POST or None, initial={"name": row.name})
    if form.is_valid():
        with refusals_in(form):
            actions.rename_team(team=pk, **form.cleaned_data, actor=request.viewer.employee, now=timezone.now())
            return saved(request, _("The team is saved."))
    lead = _("The new name stands on every date.")
    return form_page(request, form, asking(title=_("Rename team"), submit=_("Save"), lead=lead))


@only(access.may_administer)
def placement(request: Request, pk: int) -> HttpResponse:
    """Another department for a team, from a day."""
    row = get_object_or_404(Team, pk=pk)
    form = PlacementForm(request.POST or None, initial={"starts": timezone.localdate()})
    if form.is_valid():
        with refusals_in(form):
            actions.place_team(
                team=pk,
                department=form.cleaned_data["department"],
                on=form.cleaned_data["starts"],
                actor=request.viewer.employee,
                now=timezone.now(),
            )
            return saved(request, _("The team is moved from that day."))
    asked = asking(
        title=_("Move %(team)s to another department") % {"team": row.name},
        submit=_("Move the team"),
        lead=_("Until that day the team stays where it is. Its people and their manager do not change."),
    )
    return form_page(request, form, asked)
