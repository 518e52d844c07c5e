"""Prognose: who nears 48 hours a week, which agreements change the rules, and who plans their own time."""

from __future__ import annotations

from decimal import Decimal

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.worktime import access, queries
from hjemmedag.core.worktime.limits import HOURS, NIGHT
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only

STATES = {1: "waiting", 2: "missing", 3: "late"}


@only(access.may_keep)
def page(request: Request) -> HttpResponse:
    """Only those above the company's own warning level stand here by name."""
    asked = Asked(request, timezone.localdate())
    agreed = queries.derogations(asked.today)
    near = queries.forecast()
    if asked.format:
        headings = [_("Number"), _("Name"), _("From"), _("To"), _("Hours a week on average"), _("Passes 48 hours on")]
        rows = [(one.number, one.name, one.first, one.last, _hours(one), one.passes_on) for one in near]
        return attachment(export(f"prognose-{asked.today}", asked.format, headings, rows))
    shown = {
        "near": [(STATES[one.level], one, _hours(one)) for one in near],
        "checked": queries.last_checked(),
        "above": [(one, _hours_a_week(one.finding.measured)) for one in queries.year_findings(HOURS)],
        "nights": queries.year_findings(NIGHT),
        "derogations": agreed,
        "self_organisers": queries.self_organisers(asked.today),
        **queries.warnings(asked.today),
    }
    return render(request, "worktime/forecast.html", shown)


def _hours(one: queries.Nearing) -> Decimal:
    return _hours_a_week(one.average)


def _hours_a_week(minutes: float) -> Decimal:
    return (Decimal(str(minutes)) / 60).quantize(Decimal("0.1"))
