"""Arbejdsskader: one's own, those one may know of, and each with what was told and how its deadline stands."""

from __future__ import annotations

from collections.abc import Iterator

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.spreadsheets import Cell
from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces import access, queries
from hjemmedag.apps.workplaces.models import Injury, InjuryDraft, NearMiss
from hjemmedag.core.people.roles import Role
from hjemmedag.core.workplaces.injuries import Clock
from hjemmedag.core.workplaces.rules import injury_report
from hjemmedag.rulebook.load import load
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


@only(access.may_work_at_home)
def mine(request: Request) -> HttpResponse:
    """What one has begun, told and reported; and where to begin."""
    me, today = request.viewer.employee, timezone.localdate()
    mine = InjuryDraft.objects.filter(writer=me, employee__in=access.reportable(request.viewer, today).values("pk"))
    shown = {
        "drafts": mine.select_related("employee"),
        "cases": queries.cases(queries.with_latest(Injury.objects.filter(employee=me)), today),
        "near_misses": queries.with_names(NearMiss.objects.filter(employee=me)),
    }
    return render(request, "workplaces/my_injuries.html", shown)


def listing(request: Request) -> HttpResponse:
    """That there is a report; for the handler and HR how its deadline stands, which says that someone is away."""
    asked = Asked(request, timezone.localdate())
    handles = access.may_handle(request.viewer, asked.today)
    if not handles and not request.viewer.has(Role.MANAGER):
        raise PermissionDenied
    which = asked.filter("vis", _("Show"), [("all", _("All")), ("open", _("To be reported"))])
    rows = queries.with_latest(access.known(request.viewer, asked.today)).select_related("employee")
    if asked.q:
        rows = rows.filter(employee__in=people.found(people.employed(asked.today), asked.q).values("pk"))
    if which.narrows and handles:
        open_now = [one.injury.pk for one in queries.cases(rows, asked.today) if one.deadline is not None]
        rows = rows.filter(pk__in=open_now)
    if asked.format:
        headings = [_("Name"), _("Day of the injury"), *((_("How it stands"), _("Deadline")) if handles else ())]
        cells = [line[: len(headings)] for line in _cells(queries.cases(rows, asked.today))]
        return attachment(export(f"skader-{asked.today}", asked.format, headings, cells))
    page = asked.page(rows)
    shown = {
        "asked": asked,
        "filters": [which] if handles else [],
        "page": page,
        "cases": queries.cases(page.object_list, asked.today),
        "handles": handles,
        "narrowed": which.narrows or bool(asked.q),
    }
    return render(request, "workplaces/injuries.html", shown)


def _cells(cases: list[queries.Case]) -> Iterator[list[Cell]]:
    words = {
        Clock.REPORTED: _("Reported to the authorities"),
        Clock.LOOKED_INTO: _("Looked into, not reported"),
        Clock.DUE: _("To be reported"),
        Clock.CHECK: _("To be looked into"),
        Clock.ASK: _("Absence and claim are not told yet"),
        Clock.NOT_DUE: _("Not to be reported now"),
        Clock.UNKNOWN: _("Not known"),
    }
    for one in cases:
        yield [one.injury.employee.name, one.known.injured_on, words[one.clock], one.deadline]


def page(request: Request, pk: int) -> HttpResponse:
    """What was told, with what it replaces below, and what this reader can do."""
    viewer, today = request.viewer, timezone.localdate()
    mine_or_known = access.known(viewer, today) | Injury.objects.filter(employee=viewer.employee)
    rows = queries.with_latest(mine_or_known.filter(pk=pk)).select_related("employee", "by")
    case = queries.cases([get_object_or_404(rows)], today)[0]
    told = access.told(viewer, today).filter(pk=pk).exists()
    accounts = list(access.accounts(viewer, today).filter(injury=pk).select_related("by").order_by("-id"))
    health = list(access.injury_health(viewer, today).filter(injury=pk).select_related("by").order_by("-id"))
    shown = {
        "case": case,
        "own": case.injury.employee_id == viewer.employee,
        "told": told,
        "reads_hours": told,
        "follows": told or access.may_handle(viewer, today),
        "handles": access.handled(viewer, today).filter(pk=pk).exists(),
        "account": accounts[0] if accounts else None,
        "earlier": accounts[1:],
        "health": health[0] if health else None,
        "earlier_health": health[1:],
        "reads_health": access.reads_health(viewer, case.injury, today),
        "filings": list(case.injury.filings.select_related("by").order_by("-id")),
        "handler": queries.practice().handler,
        "own_report_years": load().on(case.known.injured_on).number(injury_report.KEY, "own_report_years"),
    }
    return render(request, "workplaces/injury.html", shown)
