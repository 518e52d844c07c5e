"""Who is asking: the signed-in person with the roles held today, found when first needed."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from hjemmedag.apps.people import queries


class ViewerMiddleware:
    """Give each request its `viewer`, at no cost for pages that never ask."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            setattr(request, "viewer", SimpleLazyObject(lambda: queries.viewer(request.user, timezone.localdate())))
        return self.get_response(request)
