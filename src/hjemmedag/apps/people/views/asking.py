"""Who is asking: the signed-in person with the roles held today, found when first needed."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.functional import SimpleLazyObject

from hjemmedag.apps.people import queries
from hjemmedag.apps.people.models import Employee


class ViewerMiddleware:
    """Give each request its `viewer`, at no cost for pages that never ask; and let no browser keep what it shows.

    Once somebody has signed out, on a machine that others use too, the back button shows nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not isinstance(person := request.user, Employee):
            return self.get_response(request)
        viewer = SimpleLazyObject(lambda: queries.viewer(person, timezone.localdate()))
        setattr(request, "viewer", viewer)  # noqa: B010 - the attribute is ours, on a request that is Django's
        response = self.get_response(request)
        patch_cache_control(response, private=True, no_store=True)
        return response
