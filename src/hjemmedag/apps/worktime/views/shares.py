"""Hvor vi arbejder: how much of the time is worked at home, locked until employees have been told in time."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from hjemmedag.apps.worktime import access
from hjemmedag.apps.worktime.queries.shares import seen_from, shares
from hjemmedag.core.periods import add_months
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


@only(access.may_choose)
def page(request: Request) -> HttpResponse:
    """The departments in a whole month, the last one at first; none that began before the notice had run."""
    today = timezone.localdate()
    last = add_months(today.replace(day=1), -1)
    month, begun = min(Asked(request, last).on.replace(day=1), last), seen_from(today)
    open_now = begun is not None and month >= begun
    shown = {"month": month, "seen": begun is not None, "rows": shares(month) if open_now else []}
    return render(request, "worktime/shares.html", shown)
