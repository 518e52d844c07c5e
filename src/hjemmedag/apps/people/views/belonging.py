"""Who someone answers to, and which teams they are in: each from a day."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.people import access, actions, queries
from hjemmedag.apps.people.forms.employments import LeaveTeamForm, ManagerForm, TeamForm
from hjemmedag.apps.people.models import TeamMembership
from hjemmedag.apps.people.views.employments import about, kept_or_404
from hjemmedag.core.people.roles import Role
from hjemmedag.ui.answering import form_page, refusals_in
from hjemmedag.ui.requests import Request, only


@only(access.may_keep_people)
def manager(request: Request, pk: int) -> HttpResponse:
    """A new manager from a day."""
    person, today = kept_or_404(request, pk), timezone.localdate()
    now_led_by = queries.managers_of([pk], today).get(pk)
    initial = {"starts": today, "manager": queries.employee(now_led_by) if now_led_by else None}
    form = ManagerForm(request.POST or None, initial=initial)
    if form.is_valid():
        with refusals_in(form):
            chosen = form.cleaned_data["manager"]
            actions.assign_manager(
                employee=pk,
                manager=chosen.pk if chosen else None,
                on=form.cleaned_data["starts"],
                actor=request.viewer.employee,
                now=timezone.now(),
            )
            messages.success(request, _("The manager is saved."))
            return redirect("people:person", pk)
    return form_page(request, form, about(person, title=_("New manager from a date"), submit=_("Save")))


@only(access.may_keep_people)
def team(request: Request, pk: int) -> HttpResponse:
    """Another team from a day, instead of the home team or beside it."""
    person, today = kept_or_404(request, pk), timezone.localdate()
    units = request.viewer.units.get(Role.HR)
    form = TeamForm(request.POST or None, on=today, units=units, initial={"starts": today})
    if form.is_valid():
        with refusals_in(form):
            actions.move(
                employee=pk,
                team=form.cleaned_data["team"],
                on=form.cleaned_data["starts"],
                home=not form.cleaned_data["beside"],
                actor=request.viewer.employee,
                now=timezone.now(),
            )
            messages.success(request, _("The team is saved."))
            return redirect("people:person", pk)
    return form_page(request, form, about(person, title=_("New team from a date"), submit=_("Save")))


@only(access.may_keep_people)
def leave(request: Request, pk: int) -> HttpResponse:
    """The last day in a team beside the home team."""
    today = timezone.localdate()
    beside = TeamMembership.objects.filter(home=False, employee__in=access.kept(request.viewer, today))
    row = get_object_or_404(beside.select_related("employee", "team"), pk=pk)
    form = LeaveTeamForm(request.POST or None, initial={"last_day": today})
    if form.is_valid():
        with refusals_in(form):
            actions.leave_team(
                membership=pk, last_day=form.cleaned_data["last_day"], actor=request.viewer.employee, now=timezone.now()
            )
            messages.success(request, _("The last day is saved."))
            return redirect("people:person", row.employee_id)
    title = _("Last day in %(team)s") % {"team": row.team.name}
    return form_page(request, form, about(row.employee, title=title, submit=_("Save")))
