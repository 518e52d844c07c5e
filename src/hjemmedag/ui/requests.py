"""The request as every page gets it, and the doors in front of pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django_htmx.middleware import HtmxDetails

from hjemmedag.core.people.roles import Viewer

P = ParamSpec("P")


class Request(HttpRequest):
    """A signed-in person's request: `viewer` says who is asking, with which roles, found once a request.

    `authenticated` says how the person proved who they are, in order: `("password", "totp")`; `freshly_proved` whether
    that was within the last minutes. `confined` is set for somebody held back until a second factor is set up.
    """

    viewer: Viewer
    authenticated: tuple[str, ...]
    freshly_proved: bool
    confined: bool
    htmx: HtmxDetails
    if TYPE_CHECKING:
        user: Any


Page = Callable[Concatenate[Request, P], HttpResponse]
"""A view: the request first, then what the address names."""


def only(allowed: Callable[[Viewer], bool]) -> Callable[[Page[P]], Page[P]]:
    """Let in those for whom `allowed` holds; everyone else gets the friendly 403 page."""

    def door(page: Page[P]) -> Page[P]:
        @wraps(page)
        def guarded(request: Request, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not allowed(request.viewer):
                raise PermissionDenied
            return page(request, *args, **kwargs)

        return guarded

    return door


def freshly_proved(page: Page[P]) -> Page[P]:
    """For what binds, such as a signature: whoever's last proof is some minutes old proves once more and comes back.

    They come back with a GET, so this stands before the page with the button and before what the button sends to.
    """

    @wraps(page)
    def guarded(request: Request, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.freshly_proved:
            return redirect_to_login(request.get_full_path(), settings.PROOF_URL)
        return page(request, *args, **kwargs)

    return guarded


FIRST_DAY, LAST_DAY = date(1950, 1, 1), date(2150, 1, 1)
"""The days that can be written, and that a page can be shown on: anything outside is a slip of the hand."""


def day_asked_for(request: HttpRequest, today: date) -> date:
    """The day that the address asks to see the page on; `today` for none, or for one that can't be meant."""
    try:
        day = date.fromisoformat(request.GET.get("as_of", ""))
    except ValueError:
        return today
    return day if FIRST_DAY <= day <= LAST_DAY else today


def whole_number(said: str) -> int | None:
    """The number in an address or a hidden field; `None` for anything else, and for one too long to be a row's."""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 19 else None
