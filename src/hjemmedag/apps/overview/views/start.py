"""I dag: what must I do, where am I this week, is anything wrong."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from hjemmedag.apps.overview.queries import today as start
from hjemmedag.ui.requests import Request


def page(request: Request) -> HttpResponse:
    """The start page of everyone."""
    today = start.today(request.viewer, on=timezone.localdate())
    return render(request, "overview/start.html", {"start": today, "hour": timezone.localtime().hour})
