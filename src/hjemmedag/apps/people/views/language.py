"""Each person reads in their own language; before signing in, the one chosen in this browser, else Danish."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone, translation
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_POST

from hjemmedag.apps.people import actions
from hjemmedag.apps.people.views.proof import safe_next

YEAR = 365 * 24 * 60 * 60
"""Seconds."""


class PersonLanguageMiddleware:
    """Speak the signed-in person's language, else the one chosen in a cookie, else Danish."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            language = request.user.language
        elif settings.LANGUAGE_COOKIE_NAME in request.COOKIES:
            language = get_language_from_request(request)
        else:
            language = settings.LANGUAGE_CODE
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


@login_not_required
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Speak another language from now on: to the person signed in, else to this browser; and back to where one was."""
    answer = HttpResponseRedirect(safe_next(request, request.POST))
    language = request.POST.get("language")
    if language not in dict(settings.LANGUAGES):
        return answer
    if request.user.is_authenticated:
        actions.choose_language(employee=request.user.pk, language=language, now=timezone.now())
    answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, max_age=YEAR, samesite="Lax", httponly=True)
    return answer
