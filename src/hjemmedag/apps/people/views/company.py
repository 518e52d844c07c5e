"""Virksomhed: the company's choices and contacts."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.people import access, actions, queries
from hjemmedag.apps.people.forms.company import CompanyForm
from hjemmedag.apps.people.views.overtaking import overtaken
from hjemmedag.ui.answering import refusals_in
from hjemmedag.ui.requests import Request, only


@only(access.may_administer)
def page(request: Request) -> HttpResponse:
    """Read and change the settings."""
    company = queries.company()
    if company is None:
        raise Http404
    form = CompanyForm(request.POST or None, initial=CompanyForm.written(company))
    if form.is_valid():
        revision, actor = form.cleaned_data["revision"], request.viewer.employee
        with refusals_in(form) as met:
            actions.change_company(settings=form.settings, revision=revision, actor=actor, now=timezone.now())
            messages.success(request, _("The settings are saved."))
            return redirect("people:company")
        if met.stale:
            return overtaken(request, form, company, what=_("the company's settings"))
    size = queries.company_size(timezone.localdate())
    return render(request, "people/company.html", {"form": form, "size": size})
