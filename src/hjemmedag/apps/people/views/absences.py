"""Fravær: days away, recorded by HR and the manager, and one's own holiday by oneself."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.apps.people import access, actions
from hjemmedag.apps.people.forms.employments import AbsenceDaysForm, AbsenceForm
from hjemmedag.apps.people.models import Absence
from hjemmedag.apps.people.views.employments import about
from hjemmedag.ui.answering import form_page, refusals_in
from hjemmedag.ui.requests import Request


def new(request: Request, pk: int) -> HttpResponse:
    """Days away for someone; for oneself, a holiday."""
    today = timezone.localdate()
    person = get_object_or_404(access.visible(request.viewer, today), pk=pk)
    own = not access.may_record_absence(request.viewer, pk, keeps=access.keeps(request.viewer, pk, today))
    if own and not access.may_record_holiday(request.viewer, pk):
        raise Http404
    form = AbsenceForm(request.POST or None, own=own, initial={"starts": today})
    if form.is_valid():
        with refusals_in(form):
            actions.record_absence(
                employee=pk,
                kind=Absence.Kind(form.cleaned_data.get("kind", Absence.Kind.ANNUAL_LEAVE)),
                starts=form.cleaned_data["starts"],
                last_day=form.cleaned_data["last_day"],
                leave=form.cleaned_data.get("leave", False),
                actor=request.viewer.employee,
                now=timezone.now(),
            )
            messages.success(request, _("The days are saved. No messages are sent on them."))
            return redirect("people:person", pk)
    lead = _(
        "Both days count. Nothing is sent to people while they are away. "
        "We keep whether it is leave, sickness or something else, never why."
    )
    title = _("My holiday") if own else _("Days away")
    return form_page(request, form, about(person, title=title, submit=_("Save"), lead=lead))


def page(request: Request, pk: int) -> HttpResponse:
    """Correct recorded days."""
    row = _mine_to_change(request, pk)
    own = row.employee_id == request.viewer.employee
    initial = {"starts": row.starts, "last_day": row.period.last, "leave": row.leave}
    form = AbsenceDaysForm(request.POST or None, own=own, initial=initial)
    if form.is_valid():
        with refusals_in(form):
            actions.change_absence(
                absence=pk,
                starts=form.cleaned_data["starts"],
                last_day=form.cleaned_data["last_day"],
                leave=form.cleaned_data.get("leave"),
                actor=request.viewer.employee,
                now=timezone.now(),
            )
            messages.success(request, _("The days are saved."))
            return redirect("people:person", row.employee_id)
    asking = about(row.employee, title=_("Change days away"), submit=_("Save"))
    return form_page(request, form, asking, "people/absence.html", absence=row)


@require_POST
def removal(request: Request, pk: int) -> HttpResponse:
    """Days that were recorded by mistake."""
    row = _mine_to_change(request, pk)
    actions.remove_absence(absence=pk, actor=request.viewer.employee, now=timezone.now())
    messages.success(request, _("The days are removed."))
    return redirect("people:person", row.employee_id)


def _mine_to_change(request: Request, pk: int) -> Absence:
    row = get_object_or_404(Absence.objects.select_related("employee"), pk=pk)
    keeps = access.keeps(request.viewer, row.employee_id, timezone.localdate())
    if not access.may_change_absence(request.viewer, row, keeps=keeps):
        raise Http404
    return row
