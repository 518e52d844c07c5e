"""Handlingsplan: what is wrong at the homes of a team, what is done about it, by whom and by when."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.spreadsheets import Cell
from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces import access, queries
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only
from hjemmedag.ui.words import said


@only(access.may_follow)
def listing(request: Request) -> HttpResponse:
    """The open findings by name, but for those about body and well-being; all of them on request."""
    asked = Asked(request, timezone.localdate())
    which = asked.filter("vis", _("Show"), [("open", _("Open")), ("all", _("All"))])
    rows = access.followed(request.viewer)
    if which.value == "open":
        rows = queries.open_ones(rows)
    if asked.q:
        rows = rows.filter(employee__in=people.found(people.employed(asked.today), asked.q).values("pk"))
    found = queries.with_measures(rows)
    if asked.format:
        cells = _cells(queries.paired(list(found)))
        return attachment(export(f"handlingsplan-{asked.today}", asked.format, _headings(), cells))
    page = asked.page(found)
    shown = {
        "asked": asked,
        "filters": [which],
        "page": page,
        "rows": queries.paired(list(page.object_list)),
        "narrowed": which.narrows or bool(asked.q),
    }
    return render(request, "workplaces/action_plan.html", shown)


def _headings() -> list[str]:
    return [
        *(_("Name"), _("What is wrong"), _("Law or recommended"), _("Found"), _("The cause")),
        *(_("What will be done"), _("Who sees to it"), _("By"), _("Carried out"), _("How far")),
    ]


def _cells(followed: list[queries.Followed]) -> Iterator[list[Cell]]:
    words = {
        "open": _("No measure yet"),
        "planned": _("Planned"),
        "carried_out": _("Carried out"),
        "closed": _("In order"),
    }
    for one in followed:
        finding, measure = one.finding, one.measure
        yield [
            finding.employee.name,
            said(one.wrong) if one.wrong else finding.words,
            (_("Law") if finding.is_law else _("Recommended")) if finding.question else "",
            finding.on,
            *((measure.cause, measure.what, measure.owner.name, measure.due) if measure else ("", "", "", None)),
            measure.carried_out_on if measure else None,
            words[one.stage],
        ]
