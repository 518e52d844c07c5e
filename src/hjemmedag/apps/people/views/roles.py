"""Roller: who holds which role, and who signs for the employer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.people import access, actions, queries
from hjemmedag.apps.people.forms.employees import OutsiderForm
from hjemmedag.apps.people.forms.roles import ROLES, EndForm, RoleForm, SigningForm
from hjemmedag.apps.people.models import Employee, RoleGrant, SigningRight
from hjemmedag.core.people.roles import Role
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.requests import Request, only, whole_number


@only(access.may_administer)
def page(request: Request) -> HttpResponse:
    """Each role with those who hold it or will, and the signing rights."""
    today = timezone.localdate()
    grants = list(queries.grants(today))
    held = [
        {"role": words, "grants": [grant for grant in grants if grant.role == role]} for role, words in ROLES.items()
    ]
    shown = {"held": held, "signing": queries.signing_rights(today), "signers": queries.named(queries.signers(today))}
    return render(request, "people/roles.html", shown)


def asking(**words: Any) -> Asking:
    """A page with one form about a role."""
    return Asking(back=reverse("people:roles"), back_words=_("Roles"), **words)


@only(access.may_administer)
def new(request: Request) -> HttpResponse:
    """Give someone a role."""
    known = whole_number(request.GET.get("person", ""))
    person = Employee.objects.filter(pk=known).first() if known else None
    form = RoleForm(request.POST or None, initial={"starts": timezone.localdate(), "employee": person})
    if form.is_valid():
        with refusals_in(form):
            given = form.cleaned_data
            actions.grant_role(
                employee=given["employee"].pk,
                role=given["role"],
                department=given["department"],
                starts=given["starts"],
                last_day=given["last_day"],
                actor=request.viewer.employee,
                now=timezone.now(),
            )
            messages.success(request, _("The role is given."))
            return redirect("people:roles")
    lead = _("One person can hold several roles. Employee and manager follow by themselves.")
    return form_page(request, form, asking(title=_("Give a role"), submit=_("Give the role"), lead=lead))


@only(access.may_administer)
def new_outsider(request: Request) -> HttpResponse:
    """Someone from outside, whom a role is given to next."""
    form = OutsiderForm(request.POST or None)
    if form.is_valid():
        with refusals_in(form):
            outsider = actions.welcome(who=form.identity, actor=request.viewer.employee, now=timezone.now())
            return redirect(f"{reverse('people:new_role')}?person={outsider.pk}")
    lead = _("An auditor or a consultant, for example. They can sign in as long as they hold a role.")
    return form_page(request, form, asking(title=_("Someone from outside"), submit=_("Continue"), lead=lead))


@only(access.may_administer)
def ending(request: Request, pk: int) -> HttpResponse:
    """The last day with a role."""
    row, today = get_object_or_404(RoleGrant.objects.select_related("employee"), pk=pk), timezone.localdate()
    form = EndForm(request.POST or None, initial={"last_day": today})
    if form.is_valid():
        with refusals_in(form):
            last_day = form.cleaned_data["last_day"]
            actions.end_role(
                grant=pk, last_day=last_day, actor=request.viewer.employee, now=timezone.now(), today=today
            )
            messages.success(request, _("The last day is saved."))
            return redirect("people:roles")
    title = _("Last day as %(role)s: %(name)s") % {"role": ROLES[Role(row.role)], "name": row.employee.name}
    return form_page(request, form, asking(title=title, submit=_("Save")))


@only(access.may_administer)
def new_signer(request: Request) -> HttpResponse:
    """Let someone sign for the employer."""
    form = SigningForm(request.POST or None, initial={"starts": timezone.localdate()})
    if form.is_valid():
        with refusals_in(form):
            given = form.cleaned_data
            actions.give_signing_right(
                employee=given["employee"].pk,
                starts=given["starts"],
                last_day=given["last_day"],
                actor=request.viewer.employee,
                now=timezone.now(),
            )
            messages.success(request, _("The signing right is given."))
            return redirect("people:roles")
    lead = _("As long as nobody has this right, HR signs for the employer. Once someone has, only they do.")
    return form_page(request, form, asking(title=_("Give signing right"), submit=_("Give the right"), lead=lead))


@only(access.may_administer)
def signer_ending(request: Request, pk: int) -> HttpResponse:
    """The last day on which someone signs for the employer."""
    row, today = get_object_or_404(SigningRight.objects.select_related("employee"), pk=pk), timezone.localdate()
    form = EndForm(request.POST or None, initial={"last_day": today})
    if form.is_valid():
        with refusals_in(form):
            last_day, actor = form.cleaned_data["last_day"], request.viewer.employee
            actions.end_signing_right(right=pk, last_day=last_day, actor=actor, now=timezone.now(), today=today)
            messages.success(request, _("The last day is saved."))
            return redirect("people:roles")
    title = _("Last day as signer: %(name)s") % {"name": row.employee.name}
    return form_page(request, form, asking(title=title, submit=_("Save")))
