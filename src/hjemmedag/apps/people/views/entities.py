"""Juridiske enheder: the employers on paper, and a merger."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hjemmedag.apps.people import access, actions
from hjemmedag.apps.people.forms.organisation import EntityForm, EntityMadeForm, MergerForm
from hjemmedag.apps.people.models import LegalEntity
from hjemmedag.apps.people.views.answering import carried_out, form_page
from hjemmedag.apps.people.views.organisation import answer, asking
from hjemmedag.ui.requests import Request, only


@only(access.may_administer)
def new(request: Request) -> HttpResponse:
    """A new legal entity."""
    form = EntityMadeForm(request.POST or None, initial={"starts": timezone.localdate()})
    return answer(
        request,
        form,
        lambda: actions.add_entity(**form.cleaned_data, actor=request.viewer.employee, now=timezone.now()),
        asking(title=_("New legal entity"), submit=_("Save")),
        _("The legal entity is saved."),
    )


@only(access.may_administer)
def page(request: Request, pk: int) -> HttpResponse:
    """Correct name and CVR number."""
    row = get_object_or_404(LegalEntity, pk=pk)
    form = EntityForm(request.POST or None, initial={"name": row.name, "cvr": row.cvr})
    actor = request.viewer.employee
    return answer(
        request,
        form,
        lambda: actions.correct_entity(entity=pk, **form.cleaned_data, actor=actor, now=timezone.now()),
        asking(title=row.name, submit=_("Save"), lead=_("What is written here stands on every date.")),
        _("The legal entity is saved."),
    )


@only(access.may_administer)
def merger(request: Request, pk: int) -> HttpResponse:
    """Merge an entity into another from a day."""
    row = get_object_or_404(LegalEntity, pk=pk)
    form = MergerForm(request.POST or None, leaving=row, initial={"starts": timezone.localdate()})
    moved: list[int] = []

    def merge() -> None:
        into, on = form.cleaned_data["into"], form.cleaned_data["starts"]
        actor = request.viewer.employee
        moved.append(actions.merge_entities(entity=pk, into=into.pk, on=on, actor=actor, now=timezone.now()))

    if carried_out(form, merge):
        words = ngettext("%(n)s employment goes on there.", "%(n)s employments go on there.", moved[0])
        messages.success(request, words % {"n": moved[0]})
        return redirect("people:organisation")
    asked = asking(
        title=_("Merge %(entity)s into another") % {"entity": row.name},
        submit=_("Merge"),
        lead=_("From that day its employees are employed by the other, on the same terms and with their seniority."),
    )
    return form_page(request, form, asked)
