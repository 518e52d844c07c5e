"""Virksomhed: the company's choices and contacts."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.people import access, actions, queries
from hjemmedag.apps.people.forms.company import CompanyForm
from hjemmedag.apps.people.views.answering import carried_out, someone_was_first
from hjemmedag.core.refusals import Stale
from hjemmedag.ui.requests import Request, only


@only(access.may_administer)
def page(request: Request) -> HttpResponse:
    """Read and change the settings."""
    company = queries.company()
    if company is None:
        raise Http404
    form = CompanyForm(request.POST or None, initial=CompanyForm.written(company))

    def change() -> None:
        revision, actor = form.cleaned_data["revision"], request.viewer.employee
        actions.change_company(settings=form.settings, revision=revision, actor=actor, now=timezone.now())

    try:
        if carried_out(form, change):
            messages.success(request, _("The settings are saved."))
            return redirect("people:company")
    except Stale:
        url = reverse("people:company")
        return someone_was_first(request, form, company, what=_("the company's settings"), url=url)
    size = queries.company_size(timezone.localdate())
    return render(request, "people/company.html", {"form": form, "size": size})
