"""Hvor vi arbejder: how much of the time is worked at home, locked until employees have been told in time."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from hjemmedag.apps.worktime import access
from hjemmedag.apps.worktime.queries.shares import may_be_seen, shares
from hjemmedag.core.periods import add_months
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


@only(access.may_choose)
def page(request: Request) -> HttpResponse:
    """The departments in a month, the last whole one at first."""
    asked = Asked(request, add_months(timezone.localdate().replace(day=1), -1))
    month, seen = asked.on.replace(day=1), may_be_seen(timezone.localdate())
    shown = {"month": month, "seen": seen, "rows": shares(month) if seen else []}
    return render(request, "worktime/shares.html", shown)
