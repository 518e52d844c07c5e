"""Stedfortræder: who answers in a manager's place, named by HR and ended by HR."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.apps.people import access, actions, queries
from hjemmedag.apps.people.forms.stand_ins import StandInForm
from hjemmedag.apps.people.models import StandIn
from hjemmedag.apps.people.views.employments import about, kept_or_404
from hjemmedag.ui.answering import form_page, refusals_in
from hjemmedag.ui.requests import Request, only


@only(access.may_keep_people)
def new(request: Request, pk: int) -> HttpResponse:
    """Name who answers for someone, from a day to another."""
    person, today = kept_or_404(request, pk), timezone.localdate()
    now_named = queries.stand_in_of(pk, today)
    initial = {"starts": today, "seen": now_named.pk if now_named else 0, "by": now_named.by if now_named else None}
    form = StandInForm(request.POST or None, initial=initial)
    if form.is_valid():
        with refusals_in(form):
            actions.name_stand_in(
                employee=pk,
                by=form.cleaned_data["by"].pk,
                starts=form.cleaned_data["starts"],
                last_day=form.cleaned_data["last_day"],
                seen=form.cleaned_data["seen"],
                actor=request.viewer.employee,
                now=timezone.now(),
                today=today,
            )
            messages.success(request, _("The stand-in is saved, and answers from that day."))
            return redirect("people:person", pk)
    asking = about(
        person,
        title=_("Who answers for %(name)s?") % {"name": person.name},
        submit=_("Save"),
        lead=_(
            "The stand-in answers applications, changes and single days in the manager’s place, and sees nothing else. "
            "Is the person under 18? Choose someone in HR, until the day before the 18th birthday: no age is kept."
        ),
    )
    return form_page(request, form, asking)


@require_POST
@only(access.may_keep_people)
def ending(request: Request, pk: int) -> HttpResponse:
    """From today the manager answers again."""
    kept = access.kept(request.viewer, timezone.localdate())
    row = get_object_or_404(StandIn.objects.filter(employee__in=kept), pk=pk)
    actions.end_stand_in(stand_in=pk, actor=request.viewer.employee, now=timezone.now(), today=timezone.localdate())
    messages.success(request, _("The stand-in no longer answers."))
    return redirect("people:person", row.employee_id)
