"""Det skal du: all of one's duties, whichever role they come with."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from hjemmedag.apps.overview.queries import duties
from hjemmedag.core.duties import Scope
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request


def page(request: Request) -> HttpResponse:
    """The to-do page."""
    on = timezone.localdate()
    page = Asked(request, on).page(duties.due(Scope(owner=request.viewer.employee), on))
    return render(request, "overview/duties.html", {"page": page, "cards": duties.cards(page.object_list)})
