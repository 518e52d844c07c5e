"""Udstyr fra et regneark: taken in whole, or not at all."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.equipment import access, actions, queries
from hjemmedag.apps.equipment.forms.stock import ItemFileForm
from hjemmedag.apps.equipment.views.stock import headings
from hjemmedag.core.equipment.item_list import ENGLISH, Column
from hjemmedag.ui.answering import refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import FORMATS
from hjemmedag.ui.requests import Request, only

MOST_FAULTS = 200


@only(access.may_keep)
def upload(request: Request) -> HttpResponse:
    """Choose a file. What is wrong with it is said row by row, and then nothing is taken in."""
    form = ItemFileForm(request.POST, request.FILES) if request.method == "POST" else ItemFileForm()
    plan = queries.Plan()
    if form.is_valid():
        plan = queries.item_plan(form.cleaned_data["file"].read())
        if not plan.faults:
            with refusals_in(form):
                made = actions.take_in(plan=plan, actor=request.viewer.employee, now=timezone.now())
                said = ngettext("%(n)s item is taken in.", "%(n)s items are taken in.", len(made)) % {"n": len(made)}
                messages.success(request, said)
                return redirect("equipment:stock")
    columns = [(column, ENGLISH[column]) for column in Column]
    shown = {"form": form, "faults": plan.faults[:MOST_FAULTS], "all": len(plan.faults), "columns": columns}
    return render(request, "equipment/item_file.html", shown)


@only(access.may_keep)
@require_GET
def template(request: Request, ending: str) -> HttpResponse:
    """An empty file with the headings."""
    if ending not in FORMATS:
        raise Http404
    return attachment(export(_("equipment-template"), ending, headings(), ()))
