"""Anmeld en skade: begun, kept at each word, and sent. It takes five minutes, on a phone too."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces import access, actions, queries
from hjemmedag.apps.workplaces.forms.injuries import OwnInjuryForm, PersonForm, report_form
from hjemmedag.apps.workplaces.models import InjuryDraft
from hjemmedag.core.people.roles import Role, Viewer
from hjemmedag.ui.answering import Asking, form_page, refusals_above, refusals_in
from hjemmedag.ui.requests import Request, only


@require_POST
@only(access.may_work_at_home)
def beginning(request: Request) -> HttpResponse:
    """Begin on one's own report, or go on where one left."""
    me, now = request.viewer.employee, timezone.now()
    draft = actions.begin_injury(employee=me, writer=me, today=timezone.localdate(), now=now)
    return redirect("workplaces:injury_draft", draft.pk)


def for_someone(request: Request) -> HttpResponse:
    """Begin on a report for someone who can't: one's team, and for the handler and HR anyone."""
    today = timezone.localdate()
    who = _may_report_for(request.viewer, today)
    if not who:
        raise PermissionDenied
    form = PersonForm(request.POST or None, people=who)
    if form.is_valid():
        me, employee = request.viewer.employee, form.cleaned_data["employee"]
        draft = actions.begin_injury(employee=employee, writer=me, today=today, now=timezone.now())
        return redirect("workplaces:injury_draft", draft.pk)
    asking = Asking(
        title=_("Report an injury for someone"),
        submit=_("Begin"),
        back=reverse("workplaces:injuries"),
        back_words=_("Injuries"),
        lead=_("When they can’t do it themselves. They are told that you did, and can correct it."),
    )
    return form_page(request, form, asking)


def _may_report_for(viewer: Viewer, today: date) -> dict[int, str]:
    ids = set(access.reportable(viewer, today).values_list("pk", flat=True))
    names = people.named(ids - {viewer.employee})
    return dict(sorted(names.items(), key=lambda one: one[1]))


def page(request: Request, pk: int) -> HttpResponse:
    """Write it and send it; what is written is kept whichever button is pressed."""
    draft = _own(request, pk)
    own = draft.employee_id == draft.writer_id
    form = report_form(own=own, data=request.POST or None, said=draft.said)
    if request.method == "POST":
        with refusals_above(request):
            _keep(request, draft)
        if "later" in request.POST:
            messages.success(request, _("It is kept as it is. Go on whenever you like."))
            return redirect("workplaces:my_injuries")
        if form.is_valid():
            with refusals_in(form) as met:
                hurt = form.hurt if isinstance(form, OwnInjuryForm) else None
                me, now = request.viewer.employee, timezone.now()
                injury = actions.tell_injury(draft=pk, writer=me, told=form.told, hurt=hurt, now=now)
                messages.success(request, _("Thank you. It is sent to whoever sees to it."))
                return redirect("workplaces:injury_absence" if own else "workplaces:injury", injury.pk)
            if met.stale:
                return redirect("workplaces:my_injuries")
    handler = queries.practice().handler
    shown = {"draft": draft, "form": form, "own": own, "handler": handler, "hours": _hours(draft)}
    return render(request, "workplaces/injury_draft.html", shown)


@require_POST
def saving(request: Request, pk: int) -> HttpResponse:
    """Each word as it is written: back come the hours registered on the day."""
    draft = _own(request, pk)
    with refusals_above(request):
        _keep(request, draft)
    shown = {"own": draft.employee_id == draft.writer_id, "hours": _hours(draft), "kept_at": timezone.now()}
    return render(request, "workplaces/injury_hours.html", shown)


@require_POST
def dropping(request: Request, pk: int) -> HttpResponse:
    """Throw it away."""
    actions.drop_injury(draft=_own(request, pk).pk, writer=request.viewer.employee)
    messages.success(request, _("It is thrown away."))
    return redirect("workplaces:my_injuries")


def _own(request: Request, pk: int) -> InjuryDraft:
    draft = queries.draft_of(request.viewer.employee, pk)
    if draft is None or not request.viewer.has(Role.EMPLOYEE):
        raise Http404
    if not access.reportable(request.viewer, timezone.localdate()).filter(pk=draft.employee_id).exists():
        raise Http404
    return draft


def _keep(request: Request, draft: InjuryDraft) -> None:
    """Keep the fields of the form, and nothing else that was sent."""
    own = draft.employee_id == draft.writer_id
    fields = report_form(own=own, data=None, said={}).fields
    said = {name: request.POST.get(name, "") for name in fields}
    draft.said = said
    draft.said = actions.keep_injury(draft=draft.pk, writer=draft.writer_id, said=said, now=timezone.now()).said


def _hours(draft: InjuryDraft) -> list[list[str]] | None:
    """The hours of the day that is written, to the person alone; `None` while it isn't one."""
    if draft.employee_id != draft.writer_id:
        return None
    try:
        return queries.registered_hours(draft.employee_id, date.fromisoformat(draft.said.get("on", "")))
    except ValueError:
        return None
