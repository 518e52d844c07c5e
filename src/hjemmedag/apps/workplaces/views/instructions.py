"""Instruktionslog: who was instructed in what, by whom, and who says they have had it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces import access, actions, queries
from hjemmedag.apps.workplaces.forms.measures import InstructionForm
from hjemmedag.apps.workplaces.models import Instruction
from hjemmedag.core.instants import local
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


@only(access.may_follow)
def listing(request: Request) -> HttpResponse:
    """The log of one's team; for HR of everyone."""
    asked = Asked(request, timezone.localdate())
    rows = queries.with_people(access.instructed(request.viewer))
    if asked.q:
        rows = rows.filter(employee__in=people.found(people.employed(asked.today), asked.q).values("pk"))
    if asked.format:
        headings = [_("Name"), _("In what"), _("When"), _("By"), _("Confirmed")]
        cells = [
            (one.employee.name, one.subject, one.on, one.by.name, one.confirmed_at and local(one.confirmed_at).date())
            for one in rows
        ]
        return attachment(export(f"instruktioner-{asked.today}", asked.format, headings, cells))
    shown = {"asked": asked, "page": asked.page(rows), "may_instruct": access.may_instruct(request.viewer)}
    return render(request, "workplaces/instructions.html", shown)


@only(access.may_instruct)
def new(request: Request) -> HttpResponse:
    """Write down that someone was instructed."""
    today = timezone.localdate()
    team = dict(sorted(people.named(request.viewer.team).items(), key=lambda one: one[1]))
    form = InstructionForm(request.POST or None, people=team, initial={"on": today})
    if form.is_valid():
        with refusals_in(form):
            actions.instruct(**form.cleaned_data, actor=request.viewer.employee, today=today, now=timezone.now())
            messages.success(request, _("It is in the log. The person can confirm it."))
            return redirect("workplaces:instructions")
    asking = Asking(
        title=_("Write an instruction down"),
        submit=_("Save"),
        back=reverse("workplaces:instructions"),
        back_words=_("Instructions"),
    )
    return form_page(request, form, asking)


@require_POST
@only(access.may_work_at_home)
def receipt(request: Request, pk: int) -> HttpResponse:
    """The person says that they have had it."""
    try:
        actions.confirm_instruction(instruction=pk, employee=request.viewer.employee, now=timezone.now())
    except Instruction.DoesNotExist:
        raise Http404 from None
    messages.success(request, _("Thank you. It is noted."))
    return redirect("workplaces:home")
