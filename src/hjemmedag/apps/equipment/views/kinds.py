"""Udstyrstyper: what kinds there are, how many of each, and the package of each job function."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.equipment import access, actions, queries
from hjemmedag.apps.equipment.forms.stock import KindForm, PackageForm
from hjemmedag.apps.equipment.models import Kind
from hjemmedag.apps.policy import queries as policy
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


@only(access.may_keep)
def listing(request: Request) -> HttpResponse:
    """The kinds, and a field for a new one."""
    form = KindForm(request.POST or None)
    if form.is_valid():
        with refusals_in(form, "name"):
            actions.add_kind(kind=form.facts, actor=request.viewer.employee, now=timezone.now())
            return redirect("equipment:kinds")
    return render(request, "equipment/kinds.html", {"form": form, "rows": queries.counted()})


@only(access.may_keep)
def page(request: Request, pk: int) -> HttpResponse:
    """Change a kind."""
    kind = get_object_or_404(Kind, pk=pk)
    form = KindForm(request.POST or None, initial=KindForm.written(kind))
    if form.is_valid():
        with refusals_in(form):
            actions.change_kind(
                pk=pk,
                kind=form.facts,
                revision=form.cleaned_data["revision"] or 0,
                actor=request.viewer.employee,
                now=timezone.now(),
            )
            messages.success(request, _("The kind is saved. Dates that items have already stay as they are."))
            return redirect("equipment:kinds")
    asking = Asking(title=kind.name, submit=_("Save"), back=reverse("equipment:kinds"), back_words=_("Kinds"))
    return form_page(request, form, asking)


@only(access.may_keep)
def packages(request: Request) -> HttpResponse:
    """The job functions with their packages."""
    asked = Asked(request, timezone.localdate())
    found = queries.packages(asked.q, asked.today)
    if asked.format:
        cells = ((one.name, line.kind.name, line.count, line.starts) for one in found for line in one.lines)
        names = [_("Job function"), _("Type"), _("Number"), _("From")]
        return attachment(export("pakker", asked.format, names, cells))
    return render(request, "equipment/packages.html", {"asked": asked, "page": asked.page(found)})


@only(access.may_keep)
def package(request: Request, pk: int) -> HttpResponse:
    """What belongs to a job function, from a day on."""
    function = policy.function(pk)
    if function is None:
        raise Http404
    lines = queries.lines_of(pk)
    form = PackageForm(request.POST or None, lines=lines, today=timezone.localdate())
    if form.is_valid():
        with refusals_in(form):
            actions.set_package(
                function=pk,
                counts=form.counts,
                starts=form.cleaned_data["starts"],
                seen=form.cleaned_data["seen"],
                actor=request.viewer.employee,
                now=timezone.now(),
            )
            messages.success(request, _("The package is saved, and holds from that day."))
            return redirect("equipment:packages")
    asking = Asking(
        title=function.name,
        submit=_("Save the package"),
        back=reverse("equipment:packages"),
        back_words=_("Packages"),
        lead=_("Write how many of each. Empty means none."),
    )
    return form_page(request, form, asking, "equipment/package.html", lines=lines)
