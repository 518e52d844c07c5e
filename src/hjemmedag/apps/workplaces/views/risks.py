"""Risici hjemme: figures for units, deadlines without names, and what people have chosen to share."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.workplaces import access, queries
from hjemmedag.apps.workplaces.models import Finding
from hjemmedag.apps.workplaces.views.evidence import units
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
    counted, groups = queries.risks(request.viewer)
    told = [(units(one.units), one) for one in groups]
    if asked.format:
        headings = [
            *(_("Unit"), _("People who work at home"), _("To assess now"), _("Assessment overdue")),
            *(_("Open, law"), _("Open, recommended"), _("Measures overdue")),
            *(_("Injuries in a year"), _("Near misses in a year")),
        ]
        rows = [
            (
                *(name, one.people, one.to_assess, one.late, one.law, one.recommended, one.overdue),
                *(one.injuries, one.near_misses),
            )
            for name, one in told
        ]
        return attachment(export(f"risici-hjemme-{asked.today}", asked.format, headings, rows))
    first, last = queries.rest_period(asked.today)
    shown = {
        "counted": counted,
        "told": told,
        "topics": [
            (name, [(said(topic.words), number) for topic, number in one.topics]) for name, one in told if one.topics
        ],
        "smallest": worktime.smallest_unit(asked.today),
        "rest": [(units(one.units), one) for one in worktime.rest_counts(request.viewer, first, last)],
        "rest_first": first,
        "shared": asked.page(access.shared(request.viewer).select_related("employee").order_by("-submitted_on", "-pk")),
        "problems": _problems(request),
        "by_name": access.may_choose(request.viewer),
    }
    return render(request, "workplaces/risks.html", shown)


def _problems(request: Request) -> list[queries.Followed]:
    """What was told to safety representatives and isn't closed, for them."""
    told = Finding.objects.filter(told=Finding.Told.SAFETY)
    mine = queries.open_ones(access.readable(request.viewer).filter(pk__in=told.values("pk")))
    return [one for one in queries.followed(mine) if one.stage is not Stage.CLOSED]
