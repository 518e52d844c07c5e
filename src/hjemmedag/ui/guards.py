"""What no page has to think of: requests that can't be meant."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class PlainTextMiddleware:
    """Refuse an address with a NUL character in it: no person types one, and not every database can compare with it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path or any("\0" in value for values in request.GET.lists() for value in values[1]):
            raise BadRequest("a NUL character in the address")
        return self.get_response(request)


class WayBackMiddleware:
    """Whoever comes with a GET to an address that only takes forms is shown the way back to the form."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and request.method == "GET":
            back = request.path.rstrip("/").rpartition("/")[0] + "/"
            page = render(request, "405.html", {"back": back}, status=HTTPStatus.METHOD_NOT_ALLOWED)
            page.headers["Allow"] = response.headers.get("Allow", "POST")
            return page
        return response
