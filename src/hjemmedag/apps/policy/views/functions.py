"""The list of job functions."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.apps.policy import access, actions, queries
from hjemmedag.apps.policy.forms import FunctionForm
from hjemmedag.apps.policy.models import JobFunction
from hjemmedag.apps.policy.views.files import file_asked_for
from hjemmedag.core.refusals import Refused
from hjemmedag.ui.requests import Request, only

PAGE = 50


@only(access.may_write)
def listing(request: Request) -> HttpResponse:
    """The job functions, a field for a new one, and titles that could be one."""
    form = FunctionForm(request.POST or None)
    if form.is_valid():
        try:
            actions.add_function(name=form.cleaned_data["name"], actor=request.viewer.employee, now=timezone.now())
        except Refused as refusal:
            form.add_error("name", refusal.message)
        else:
            return redirect("policy:job_functions")
    words, use = request.GET.get("q", "").strip(), request.GET.get("brug", "")
    functions = queries.functions(words, in_use={"i": True, "ude": False}.get(use))
    cells = ((one.name, one.retired_on) for one in functions)
    if file := file_asked_for(request, "jobfunktioner", [_("Job function"), _("Out of use since")], cells):
        return file
    page = Paginator(functions, PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "policy/job_functions.html",
        {
            "form": form,
            "page": page,
            "q": words,
            "suggested": queries.suggested_functions(timezone.localdate()),
            "filters": [
                {
                    "name": "brug",
                    "label": _("Use"),
                    "choices": [("", _("All")), ("i", _("In use")), ("ude", _("Out of use"))],
                    "value": use,
                }
            ],
        },
    )


@only(access.may_write)
def page(request: Request, pk: int) -> HttpResponse:
    """Rename a job function."""
    function = _function(pk)
    form = FunctionForm(request.POST or None, initial={"name": function.name, "was": function.name})
    if form.is_valid():
        try:
            actions.rename_function(function=pk, **form.cleaned_data, actor=request.viewer.employee, now=timezone.now())
        except Refused as refusal:
            form.add_error("name", refusal.message)
        else:
            return redirect("policy:job_functions")
    return render(request, "policy/job_function.html", {"form": form, "function": function})


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
