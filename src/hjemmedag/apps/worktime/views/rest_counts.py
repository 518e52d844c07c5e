"""Hviletid: how often rest was too short, in figures for units."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.worktime import access, queries
from hjemmedag.apps.worktime.forms.periods import period_asked_for
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


@only(access.may_count)
def page(request: Request) -> HttpResponse:
    """A line for each unit that is large enough, and one for those that are only told together."""
    asked = Asked(request, timezone.localdate())
    chosen, first, last = period_asked_for(asked)
    counts = [(_names(one), one) for one in queries.rest_counts(request.viewer, first, last)]
    if asked.format:
        headings = [
            *(_("Unit"), _("People who registered"), _("Daily rest too short")),
            *(_("Day off too late"), _("Compensatory rest still to give")),
        ]
        rows = [(name, one.people, one.daily, one.weekly, one.owed) for name, one in counts]
        return attachment(export(f"hviletid-{chosen.value}", asked.format, headings, rows))
    shown = {
        "filters": [chosen],
        "counts": counts,
        "smallest": queries.smallest_unit(last),
        "counted_on": queries.counted_on(last.replace(day=1), asked.today),
        "first": first,
        "last": last,
    }
    return render(request, "worktime/rest_counts.html", shown)


def _names(one: queries.RestCounts) -> str:
    return ", ".join(unit or _("without a department") for unit in one.units)
