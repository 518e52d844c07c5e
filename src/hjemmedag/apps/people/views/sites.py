"""Arbejdssteder: the sites and their desks."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.people import access, actions
from hjemmedag.apps.people.forms.organisation import SiteForm
from hjemmedag.apps.people.models import Site
from hjemmedag.apps.people.views.answering import someone_was_first
from hjemmedag.apps.people.views.organisation import answer, asking
from hjemmedag.core.refusals import Stale
from hjemmedag.ui.requests import Request, only


@only(access.may_administer)
def new(request: Request) -> HttpResponse:
    """A new site."""
    form = SiteForm(request.POST or None)
    return answer(
        request,
        form,
        lambda: actions.add_site(**form.said, actor=request.viewer.employee, now=timezone.now()),
        asking(title=_("New site"), submit=_("Save"), lead=lead()),
        _("The site is saved."),
    )


@only(access.may_administer)
def page(request: Request, pk: int) -> HttpResponse:
    """Name, address and desks of a site."""
    row = get_object_or_404(Site, pk=pk)
    form = SiteForm(request.POST or None, initial=SiteForm.written(row))
    actor = request.viewer.employee
    try:
        return answer(
            request,
            form,
            lambda: actions.change_site(
                site=pk, **form.said, revision=form.cleaned_data["revision"], actor=actor, now=timezone.now()
            ),
            asking(title=row.name, submit=_("Save"), lead=lead()),
            _("The site is saved."),
        )
    except Stale:
        url = reverse("people:site", args=(pk,))
        return someone_was_first(request, form, row, what=_("the site"), url=url)


def lead() -> str:
    """Why the numbers are asked for."""
    return _("How many desks are there on each weekday? Leave all five empty until you have counted.")
