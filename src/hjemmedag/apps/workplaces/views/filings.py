"""Anmeldelse: the data that the public form asks for, to copy, print or take; and the word that it was done."""

from __future__ import annotations

import json
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces import access, actions, queries
from hjemmedag.apps.workplaces.forms.injuries import FilingForm
from hjemmedag.apps.workplaces.models import InjuryHealth
from hjemmedag.apps.workplaces.views.injury_words import report_data
from hjemmedag.core.workplaces.injuries import Clock
from hjemmedag.ui.answering import refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.requests import Request


@dataclass(frozen=True, slots=True)
class Taken:
    """The data as a file."""

    name: str
    content: bytes
    kind: str


def page(request: Request, pk: int) -> HttpResponse:
    """For whoever sees to it alone. The product sends nothing anywhere."""
    today = timezone.localdate()
    rows = queries.with_latest(access.handled(request.viewer, today)).select_related("employee")
    case = queries.cases([get_object_or_404(rows, pk=pk)], today)[0]
    health = access.injury_health(request.viewer, today).filter(injury=pk).last()
    data = _data(case, health)
    name = f"arbejdsskade-{pk}"
    if request.GET.get("format") in ("csv", "json"):
        actions.note_report(injury=pk, health=health is not None, actor=request.viewer.employee, now=timezone.now())
    if request.GET.get("format") == "csv":
        return attachment(export(name, "csv", [_("Field"), _("Value")], [list(pair) for pair in data]))
    if request.GET.get("format") == "json":
        content = json.dumps(dict(data), ensure_ascii=False, indent=2).encode()
        return attachment(Taken(f"{name}.json", content, "application/json"))
    form = FilingForm(
        request.POST or None,
        may_leave=case.clock in (Clock.CHECK, Clock.LOOKED_INTO),
        initial={"on": today, "reported": "yes", "revision": case.injury.revision},
    )
    if form.is_valid():
        said = {field: form.cleaned_data[field] for field in ("reported", "on", "reference", "reason", "revision")}
        with refusals_in(form):
            actions.file_injury(injury=pk, **said, actor=request.viewer.employee, today=today, now=timezone.now())
            messages.success(request, _("It is written down."))
            return redirect("workplaces:injury", pk)
    return render(request, "workplaces/filing.html", {"case": case, "data": data, "form": form})


def _data(case: queries.Case, health: InjuryHealth | None) -> list[tuple[str, str]]:
    injury = case.injury
    account = injury.accounts.latest("id")
    contract = people.contract_of(injury.employee_id, account.on)
    return report_data(injury, account, health, case.known, contract)
