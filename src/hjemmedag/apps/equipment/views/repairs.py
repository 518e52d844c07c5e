"""Reparationer: faults with the time promised for them, and what was done."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.equipment import access, actions, queries
from hjemmedag.apps.equipment.forms.loans import StepForm
from hjemmedag.apps.equipment.queries import Stage
from hjemmedag.apps.equipment.views.own import STAGES
from hjemmedag.core.instants import local
from hjemmedag.ui.answering import refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


@only(access.may_keep)
def listing(request: Request) -> HttpResponse:
    """Faults that are not done, the nearest promise first."""
    asked, now = Asked(request, timezone.localdate()), timezone.now()
    stages = [(stage, words) for stage, (_sign, words) in STAGES.items()]
    which = asked.filter("vis", _("Which"), [("", _("Not done")), *stages])
    found = queries.repairs(Stage(which.value) if which.value else None, asked.q, now)
    if asked.format:
        courses = (queries.course(one, now) for one in found)
        cells = (
            (one.repair.item.number, one.repair.employee.name, one.repair.words, local(one.repair.at),
             local(one.repair.due_at), str(STAGES[one.stage][1]))
            for one in courses
        )  # fmt: skip
        names = [_("Item"), _("Employee"), _("What is the matter"), _("Reported"), _("Promised by"), _("State")]
        return attachment(export(f"reparationer-{asked.today}", asked.format, names, cells))
    page = asked.page(found)
    courses = (queries.course(one, now) for one in page)
    rows = [(one, *STAGES[one.stage]) for one in courses]
    narrowed = which.narrows or bool(asked.q)
    shown = {"asked": asked, "filters": [which], "page": page, "rows": rows, "narrowed": narrowed}
    return render(request, "equipment/repairs.html", shown)


@only(access.may_keep)
def page(request: Request, pk: int) -> HttpResponse:
    """One fault: begin, or say what was done."""
    row = queries.repair(pk)
    if row is None:
        raise Http404
    form = StepForm(request.POST or None)
    if form.is_valid():
        kind = "begun" if "begun" in request.POST else "done"
        with refusals_in(form):
            actions.step(
                repair=pk,
                kind=kind,
                words=form.cleaned_data["words"],
                actor=request.viewer.employee,
                now=timezone.now(),
            )
            messages.success(request, _("It is noted."))
            return redirect("equipment:repair", pk) if kind == "begun" else redirect("equipment:repairs")
    course = queries.course(row, timezone.now())
    steps = {"begun": _("Help begun"), "done": _("Done")}
    events = [{"at": one.at, "words": steps[one.kind], "who": one.by.name, "text": one.words} for one in course.steps]
    shown = {"course": course, "state": STAGES[course.stage], "form": form, "events": events[::-1]}
    shown |= {"begun": course.stage is Stage.BEGUN, "open": course.stage is not Stage.DONE}
    return render(request, "equipment/repair.html", shown | {"back": reverse("equipment:repairs")})
