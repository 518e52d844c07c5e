"""Search: people, arrangements, rules."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from hjemmedag.apps.overview.queries import search
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request
from hjemmedag.ui.words import language


def page(request: Request) -> HttpResponse:
    """What was found, by kind; only what the person may open."""
    asked = Asked(request, timezone.localdate())
    found = search.find(asked.q, request.viewer, on=asked.today, language=language())
    return render(request, "overview/search.html", {"words": asked.q, "found": found})
