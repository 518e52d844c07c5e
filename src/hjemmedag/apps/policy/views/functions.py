"""The list of job functions."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.policy import access, actions, queries
from hjemmedag.apps.policy.forms.functions import FunctionForm
from hjemmedag.apps.policy.models import JobFunction
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


@only(access.may_write)
def listing(request: Request) -> HttpResponse:
    """The job functions, a field for a new one, and titles that could be one."""
    form = FunctionForm(request.POST or None)
    if form.is_valid():
        with refusals_in(form, "name"):
            actions.add_function(name=form.cleaned_data["name"], actor=request.viewer.employee, now=timezone.now())
            return redirect("policy:job_functions")
    asked = Asked(request, timezone.localdate())
    use = asked.filter("brug", _("Use"), [("", _("All")), ("i", _("In use")), ("ude", _("Out of use"))])
    functions = queries.functions(asked.q, in_use={"i": True, "ude": False}.get(use.value))
    if asked.format:
        cells = ((one.name, one.retired_on) for one in functions)
        return attachment(export("jobfunktioner", asked.format, [_("Job function"), _("Out of use since")], cells))
    shown = {
        "form": form,
        "asked": asked,
        "filters": [use],
        "page": asked.page(functions),
        "suggested": queries.suggested_functions(asked.today),
    }
    return render(request, "policy/job_functions.html", shown)


@only(access.may_write)
def page(request: Request, pk: int) -> HttpResponse:
    """Rename a job function."""
    function = _function(pk)
    form = FunctionForm(request.POST or None, initial={"name": function.name, "was": function.name})
    if form.is_valid():
        with refusals_in(form, "name"):
            actions.rename_function(function=pk, **form.cleaned_data, actor=request.viewer.employee, now=timezone.now())
            return redirect("policy:job_functions")
    asking = Asking(
        title=function.name,
        submit=_("Save the name"),
        back=reverse("policy:job_functions"),
        back_words=_("Job functions"),
    )
    return form_page(request, form, asking)


@only(access.may_write)
@require_POST
def use(request: Request, pk: int) -> HttpResponse:
    """Take a job function out of use, or into use again (`i`)."""
    _function(pk)
    now = timezone.now()
    if request.POST.get("brug") == "i":
        actions.restore_function(function=pk, actor=request.viewer.employee, now=now)
    else:
        actions.retire_function(function=pk, today=timezone.localdate(), actor=request.viewer.employee, now=now)
    return redirect("policy:job_functions")


def _function(pk: int) -> JobFunction:
    function = queries.function(pk)
    if function is None:
        raise Http404
    return function
