"""Vejen: the nine steps from needs analysis to ending, and what someone says of one by hand."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.apps.overview import access, actions
from hjemmedag.apps.overview.forms.way import STATES, StepForm
from hjemmedag.apps.overview.models import StepRecord
from hjemmedag.apps.overview.queries import way
from hjemmedag.core.overview.way import State, Step
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.requests import Request, only

SIGNS = {
    State.NOT_BEGUN: ("ended", gettext_lazy("Not begun")),
    State.UNDER_WAY: ("waiting", gettext_lazy("Under way")),
    State.LATE: ("late", gettext_lazy("Overdue")),
    State.IN_ORDER: ("good", gettext_lazy("In order")),
}


@only(access.may_see_order)
def page(request: Request) -> HttpResponse:
    """The path, and the step that is next."""
    stretches = way.stretches(timezone.localdate())
    following = next((one for one in stretches if one.state is not State.IN_ORDER), None)
    shown = {
        "stretches": [(one, *SIGNS[one.state]) for one in stretches],
        "following": following,
        "acts": access.may_record_steps(request.viewer),
    }
    return render(request, "overview/way.html", shown)


@only(access.may_record_steps)
def record(request: Request, step: str) -> HttpResponse:
    """Say how far a step has come that the product keeps no records of."""
    if step not in [one for one in Step if way.STEPS[one].begun is None]:
        raise Http404
    today = timezone.localdate()
    said, rows = way.stretch(Step(step))
    number = rows[0].number + 1 if rows else 1
    initial = {"on": today, "number": number, "state": rows[0].state if rows else StepRecord.State.UNDER_WAY}
    form = StepForm(request.POST or None, initial=initial)
    if form.is_valid():
        with refusals_in(form):
            actions.record_step(
                **form.cleaned_data,
                step=Step(step),
                actor=request.viewer.employee,
                today=today,
                now=timezone.now(),
            )
            messages.success(request, _("It is written down."))
            return redirect("overview:way")
    asking = Asking(
        title=str(said.name),
        lead=str(said.about),
        submit=_("Write it down"),
        back=reverse("overview:way"),
        back_words=_("The way"),
    )
    earlier = [(row, STATES[StepRecord.State(row.state)]) for row in rows]
    return form_page(request, form, asking, "overview/step.html", earlier=earlier)
