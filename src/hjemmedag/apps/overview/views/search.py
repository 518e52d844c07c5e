"""Search: people, arrangements, rules."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from hjemmedag.apps.overview.queries import search
from hjemmedag.ui.requests import Request


def page(request: Request) -> HttpResponse:
    """What was found, by kind; only what the person may open."""
    words = request.GET.get("q", "").strip()[:100]
    found = search.find(words, request.viewer, on=timezone.localdate(), language=get_language() or "da")
    return render(request, "overview/search.html", {"words": words, "found": found})
