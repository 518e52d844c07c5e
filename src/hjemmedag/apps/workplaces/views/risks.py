"""Risici hjemme: figures for units, deadlines without names, and what people have chosen to share."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.workplaces import access, queries
from hjemmedag.apps.workplaces.models import Finding
from hjemmedag.apps.worktime import queries as worktime
from hjemmedag.core.workplaces.findings import Stage
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only
from hjemmedag.ui.words import said


@only(access.may_count)
def page(request: Request) -> HttpResponse:
    """A line for each unit that is large enough, and one for those that are only told together."""
    asked = Asked(request, timezone.localdate())
    told = [
        (", ".join(unit or _("without a department") for unit in one.units), one)
        for one in queries.risks(request.viewer, asked.today)
    ]
    if asked.format:
        headings = [
            *(_("Unit"), _("People who work at home"), _("To assess now")),
            *(_("Open, law"), _("Open, recommended"), _("Measures overdue")),
            *(_("Injuries in a year"), _("Near misses in a year")),
        ]
        rows = [
            (name, one.people, one.to_assess, one.law, one.recommended, one.overdue, one.injuries, one.near_misses)
            for name, one in told
        ]
        return attachment(export(f"risici-hjemme-{asked.today}", asked.format, headings, rows))
    topics = [(name, [(said(topic.words), number) for topic, number in one.topics]) for name, one in told if one.topics]
    shown = {
        "told": told,
        "topics": topics,
        "smallest": worktime.smallest_unit(asked.today),
        "shared": access.shared(request.viewer).select_related("employee").order_by("-submitted_on")[:50],
        "problems": _problems(request),
    }
    return render(request, "workplaces/risks.html", shown)


def _problems(request: Request) -> list[queries.Followed]:
    """What was told to safety representatives and isn't closed, for them."""
    told = Finding.objects.filter(told=Finding.Told.SAFETY)
    mine = queries.open_ones(access.readable(request.viewer).filter(pk__in=told.values("pk")))
    return [one for one in queries.followed(mine) if one.stage is not Stage.CLOSED]
