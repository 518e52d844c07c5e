"""One person: what holds on a day, the history, and correcting who they are."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.people import access, actions, queries
from hjemmedag.apps.people.forms.employees import IdentityForm
from hjemmedag.apps.people.forms.employments import KINDS
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.people.views.history import events
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.requests import Request, day_asked_for, freshly_proved, only


def page(request: Request, pk: int) -> HttpResponse:
    """The record as this viewer may see it, as of a day."""
    today, on = timezone.localdate(), day_asked_for(request, timezone.localdate())
    person = get_object_or_404(access.visible(request.viewer, today), pk=pk)
    keeps = access.keeps(request.viewer, pk, today)
    records_absence = access.may_record_absence(request.viewer, pk, keeps=keeps)
    records_holiday = access.may_record_holiday(request.viewer, pk)
    record = queries.record(person, request.viewer, on, with_absences=records_absence or pk == request.viewer.employee)
    kinds = dict(KINDS) if access.may_see_kind(request.viewer, pk, keeps=keeps) else {}
    shown = {
        "person": person,
        "record": record,
        "on": on,
        **events(record),
        "absences": [
            (row, kinds.get(row.kind, ""), access.may_change_absence(request.viewer, row, keeps=keeps))
            for row in record.absences
        ],
        "sees_absence": records_absence or pk == request.viewer.employee,
        "records_absence": records_absence or records_holiday,
        "keeps": keeps,
        "administers": access.may_administer(request.viewer),
        "lists": access.may_list_people(request.viewer),
        "may_invite": keeps and person.last_login is None,
    }
    return render(request, "people/person.html", shown)


@only(access.may_administer)
@freshly_proved
def details(request: Request, pk: int) -> HttpResponse:
    """Correct name, number, e-mail and language."""
    person = get_object_or_404(Employee, pk=pk)
    initial = {name: getattr(person, name) for name in IdentityForm.base_fields}
    form = IdentityForm(request.POST or None, initial=initial)
    if form.is_valid():
        with refusals_in(form):
            actions.correct(employee=pk, who=form.identity, actor=request.viewer.employee, now=timezone.now())
            messages.success(request, _("Corrected."))
            return redirect("people:person", pk)
    asking = Asking(
        title=_("Correct name, number or e-mail"),
        submit=_("Save"),
        back=reverse("people:person", args=(pk,)),
        back_words=person.name,
        lead=_("What is written here holds for every date. A new address is where the person signs in from now on."),
    )
    return form_page(request, form, asking)
