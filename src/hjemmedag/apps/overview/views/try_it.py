"""The demo's guided first page: what to try, as whom. Only in demo mode."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render

from hjemmedag.ui.requests import Request


def page(request: Request) -> HttpResponse:
    """Ten minutes through the product."""
    if not settings.DEMO:
        raise Http404
    return render(request, "overview/try_it.html")
