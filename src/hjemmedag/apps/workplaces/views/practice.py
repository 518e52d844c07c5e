"""Virksomhedens valg: who reads what people say of body and well-being, and the desks at the office."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces import access, actions, queries
from hjemmedag.apps.workplaces.forms.measures import PracticeForm
from hjemmedag.core.people.roles import Role
from hjemmedag.ui.answering import refusals_in
from hjemmedag.ui.requests import Request, only


@only(access.may_choose)
def page(request: Request) -> HttpResponse:
    """Read and change the choices."""
    today, row = timezone.localdate(), queries.practice()
    ids = {*people.holders(Role.HR, today), *people.holders(Role.SAFETY, today)}
    names = people.named(ids | ({row.handler_id} if row.handler_id else set()))
    written = {"handler": row.handler_id, "compliant_desks": row.compliant_desks, "revision": row.revision}
    form = PracticeForm(request.POST or None, people=names, initial=written)
    if form.is_valid():
        with refusals_in(form):
            actions.choose(**form.cleaned_data, actor=request.viewer.employee, today=today, now=timezone.now())
            messages.success(request, _("The choices are saved."))
            return redirect("workplaces:practice")
    return render(request, "workplaces/practice.html", {"form": form})
