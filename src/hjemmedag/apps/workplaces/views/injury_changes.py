"""What is added to an injury: a correction, what was hurt, what came of it, a death."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.forms.models import model_to_dict
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.workplaces import access, actions
from hjemmedag.apps.workplaces.forms.injuries import AftermathForm, CorrectionForm, DeathForm, HurtCorrectionForm
from hjemmedag.apps.workplaces.models import Injury
from hjemmedag.core.instants import local
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.requests import Request


def correction(request: Request, pk: int) -> HttpResponse:
    """Tell it anew."""
    row = _told(request, pk)
    written = model_to_dict(row.accounts.latest("id"))
    form = CorrectionForm(request.POST or None, initial=written | {"revision": row.revision})
    if form.is_valid():
        with refusals_in(form):
            actions.correct_injury(injury=pk, told=form.told, **_by(request, form))
            return _saved(request, pk)
    lead = _("What stood before stays below it.")
    return _page(request, form, pk, _("Correct the report"), lead)


def health(request: Request, pk: int) -> HttpResponse:
    """What was hurt, for the person and the named handler."""
    today = timezone.localdate()
    row = get_object_or_404(Injury, pk=pk)
    if not access.reads_health(request.viewer, row, today):
        raise Http404
    last = access.injury_health(request.viewer, today).filter(injury=pk).last()
    written = model_to_dict(last) if last else {}
    form = HurtCorrectionForm(request.POST or None, initial=written | {"revision": row.revision})
    if form.is_valid():
        with refusals_in(form):
            actions.write_hurt(injury=pk, hurt=form.hurt, **_by(request, form))
            return _saved(request, pk)
    lead = _("Only the injured person and the named handler read this.")
    return _page(request, form, pk, _("What was hurt"), lead)


def absence(request: Request, pk: int) -> HttpResponse:
    """The days away, and whether compensation may be claimed: what the deadline hangs on."""
    row = _told(request, pk)
    last = row.aftermaths.last()
    form = AftermathForm(
        request.POST or None, initial=(model_to_dict(last) if last else {}) | {"revision": row.revision}
    )
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("first_away", "last_away", "claim_expected")}
        with refusals_in(form):
            actions.note_aftermath(injury=pk, **said, today=timezone.localdate(), **_by(request, form))
            return _saved(request, pk)
    lead = _(
        "The deadline for the report to the authorities hangs on it. Is there no absence and no claim, save it empty. "
        "If you don’t know yet, go back and write it later."
    )
    return _page(request, form, pk, _("Absence and claim"), lead)


def death(request: Request, pk: int) -> HttpResponse:
    """That the injury was fatal: for whoever sees to it."""
    row = get_object_or_404(access.handled(request.viewer, timezone.localdate()), pk=pk)
    last = row.deaths.last()
    at = local(last.died_at) if last is not None and last.died_at is not None else None
    written = {"day": at.date(), "clock": at.time()} if at else {}
    form = DeathForm(request.POST or None, initial=written | {"revision": row.revision})
    if form.is_valid():
        with refusals_in(form):
            actions.note_death(injury=pk, died_at=form.died_at, **_by(request, form))
            return _saved(request, pk)
    lead = _("A death has a deadline of its own, counted in hours. If it was written by mistake, leave both empty.")
    return _page(request, form, pk, _("The injury was fatal"), lead)


def _told(request: Request, pk: int) -> Injury:
    return get_object_or_404(access.told(request.viewer, timezone.localdate()), pk=pk)


def _by(request: Request, form: Any) -> dict[str, Any]:
    return {"revision": form.cleaned_data["revision"], "actor": request.viewer.employee, "now": timezone.now()}


def _saved(request: Request, pk: int) -> HttpResponse:
    messages.success(request, _("It is saved."))
    return redirect("workplaces:injury", pk)


def _page(request: Request, form: BaseForm, pk: int, title: str, lead: str) -> HttpResponse:
    back = reverse("workplaces:injury", args=(pk,))
    asking = Asking(title=title, submit=_("Save"), back=back, back_words=_("The injury"), lead=lead)
    return form_page(request, form, asking)
