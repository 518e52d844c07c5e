"""Yes and no to applications, in figures for groups."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.overview import access
from hjemmedag.apps.overview.queries import answers
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


@only(access.may_count_answers)
def page(request: Request) -> HttpResponse:
    """A line for each department that is large enough, and one for those that are only told together."""
    asked = Asked(request, timezone.localdate())
    years = answers.years(asked.today)
    year = asked.filter("aar", _("Year"), [(one, str(one)) for one in years or [asked.today.year]])
    told = answers.answers(request.viewer, int(year.value), asked.today)
    rows = [(answers.named(one), one) for one in told]
    if asked.format:
        headings = [_("Department"), _("People with an answer"), _("Approved"), _("Refused")]
        headings += [_("Refused, per cent"), _("Counted through")]
        cells = [(name, one.people, one.granted, one.refused, one.percent, one.through) for name, one in rows]
        return attachment(export(f"svar-{year.value}", asked.format, headings, cells))
    shown = {
        "asked": asked,
        "filters": [year],
        "rows": rows,
        "smallest": answers.smallest(asked.today),
    }
    return render(request, "overview/answers.html", shown)
