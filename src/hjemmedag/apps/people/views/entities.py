"""Juridiske enheder: the employers on paper, and a merger."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hjemmedag.apps.people import access, actions
from hjemmedag.apps.people.forms.organisation import EntityForm, EntityMadeForm, MergerForm
from hjemmedag.apps.people.models import LegalEntity
from hjemmedag.apps.people.views.organisation import asking, saved
from hjemmedag.ui.answering import form_page, refusals_in
from hjemmedag.ui.requests import Request, only


@only(access.may_administer)
def new(request: Request) -> HttpResponse:
    """A new legal entity."""
    form = EntityMadeForm(request.POST or None, initial={"starts": timezone.localdate()})
    if form.is_valid():
        with refusals_in(form):
            actions.add_entity(**form.cleaned_data, actor=request.viewer.employee, now=timezone.now())
            return saved(request, _("The legal entity is saved."))
    return form_page(request, form, asking(title=_("New legal entity"), submit=_("Save")))


@only(access.may_administer)
def page(request: Request, pk: int) -> HttpResponse:
    """Correct name and CVR number."""
    row = get_object_or_404(LegalEntity, pk=pk)
    form = EntityForm(request.POST or None, initial={"name": row.name, "cvr": row.cvr})
    if form.is_valid():
        with refusals_in(form):
            actions.correct_entity(entity=pk, **form.cleaned_data, actor=request.viewer.employee, now=timezone.now())
            return saved(request, _("The legal entity is saved."))
    lead = _("What is written here stands on every date.")
    return form_page(request, form, asking(title=row.name, submit=_("Save"), lead=lead))


@only(access.may_administer)
def merger(request: Request, pk: int) -> HttpResponse:
    """Merge an entity into another from a day."""
    row = get_object_or_404(LegalEntity, pk=pk)
    form = MergerForm(request.POST or None, leaving=row, initial={"starts": timezone.localdate()})
    if form.is_valid():
        with refusals_in(form):
            moved = actions.merge_entities(
                entity=pk,
                into=form.cleaned_data["into"].pk,
                on=form.cleaned_data["starts"],
                actor=request.viewer.employee,
                now=timezone.now(),
            )
            words = ngettext("%(n)s employment goes on there.", "%(n)s employments go on there.", moved)
            return saved(request, words % {"n": moved})
    asked = asking(
        title=_("Merge %(entity)s into another") % {"entity": row.name},
        submit=_("Merge"),
        lead=_("From that day its employees are employed by the other, on the same terms and with their seniority."),
    )
    return form_page(request, form, asked)
