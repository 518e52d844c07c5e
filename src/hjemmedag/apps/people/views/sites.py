"""Arbejdssteder: the sites and their desks."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.people import access, actions
from hjemmedag.apps.people.forms.organisation import SiteForm
from hjemmedag.apps.people.models import Site
from hjemmedag.apps.people.views.organisation import asking, saved
from hjemmedag.apps.people.views.overtaking import overtaken
from hjemmedag.ui.answering import form_page, refusals_in
from hjemmedag.ui.requests import Request, only


@only(access.may_administer)
def new(request: Request) -> HttpResponse:
    """A new site."""
    form = SiteForm(request.POST or None)
    if form.is_valid():
        with refusals_in(form):
            actions.add_site(**form.said, actor=request.viewer.employee, now=timezone.now())
            return saved(request, _("The site is saved."))
    return form_page(request, form, asking(title=_("New site"), submit=_("Save"), lead=lead()))


@only(access.may_administer)
def page(request: Request, pk: int) -> HttpResponse:
    """Name, address and desks of a site."""
    row = get_object_or_404(Site, pk=pk)
    form = SiteForm(request.POST or None, initial=SiteForm.written(row))
    if form.is_valid():
        revision, actor = form.cleaned_data["revision"], request.viewer.employee
        with refusals_in(form) as met:
            actions.change_site(site=pk, **form.said, revision=revision, actor=actor, now=timezone.now())
            return saved(request, _("The site is saved."))
        if met.stale:
            return overtaken(request, form, row, what=_("the site"))
    return form_page(request, form, asking(title=row.name, submit=_("Save"), lead=lead()))


def lead() -> str:
    """Why the numbers are asked for."""
    return _("How many desks are there on each weekday? Leave all five empty until you have counted.")
