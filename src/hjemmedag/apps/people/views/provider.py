"""Signing in through the company's own OpenID Connect provider.

It says who somebody is; only people in the staff list get in, found by their e-mail the first time and by the
provider's own id from then on. The provider is the company's, so its word on an address is taken, unless it says itself
that it has not verified it.

Its second factor counts when `HJEMMEDAG_OIDC_MFA` is `trusted` (it lets nobody in without one), or when it is `claim`,
the default, and the ID token says so: `amr` holds `mfa` (RFC 8176), or `acr` is one of `HJEMMEDAG_OIDC_ACR`. Otherwise
whoever comes from there shows a second factor of ours.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.stages import AuthenticateStage
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError, AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect import views as library
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from requests import RequestException

from hjemmedag.apps.people import queries
from hjemmedag.apps.people.models import Employee

log = logging.getLogger(__name__)

UNUSABLE = (RequestException, OAuth2Error, KeyError, TypeError, ValueError, AttributeError)
"""What a provider that is down, or answers something else than the standard says, leads to."""


@login_not_required
def sign_in(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Go to the provider."""
    return _with_patience(library.login, request, provider_id)


@login_not_required
def callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Come back from the provider."""
    return _with_patience(library.callback, request, provider_id)


def _with_patience(page: Callable[..., HttpResponse], request: HttpRequest, provider_id: str) -> HttpResponse:
    try:
        return page(request, provider_id)
    except UNUSABLE as fault:
        return _unavailable(request, fault)


def _unavailable(request: HttpRequest, fault: BaseException | None) -> HttpResponse:
    log.error("The sign-in provider can't be used: %r", fault)
    return _refusal(
        request,
        HTTPStatus.SERVICE_UNAVAILABLE,
        _("We can’t reach %(provider)s right now") % {"provider": settings.OIDC_PROVIDER},
        _("Try again in a few minutes. If you have a password here, sign in with it meanwhile."),
    )


def _refusal(request: HttpRequest, status: HTTPStatus, title: str, text: str) -> HttpResponse:
    return render(request, "people/entry_refused.html", {"refused": title, "text": text}, status=status)


class ProviderAdapter(DefaultSocialAccountAdapter):
    """Who is let in through the provider, and how a refusal is said."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the employee whom the provider names. Raises `ImmediateHttpResponse` when there is none."""
        account = sociallogin.account
        if not agreed(account.extra_data):
            raise ImmediateHttpResponse(_unavailable(request, ValueError("it doesn't say who signed in")))
        if account.provider == settings.OIDC_ID and sociallogin.state.get("process") == AuthProcess.LOGIN:
            if sociallogin.is_existing:
                return
            if (employee := named_by(account.extra_data)) is not None:
                sociallogin.connect(request, employee)
                return
        raise ImmediateHttpResponse(
            _refusal(
                request,
                HTTPStatus.FORBIDDEN,
                _("We don’t know you here"),
                _("The staff list has nobody with the e-mail that %(provider)s gave us. Ask HR to check yours.")
                % {"provider": settings.OIDC_PROVIDER},
            )
        )

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: str | None = None,
        exception: BaseException | None = None,
        extra_context: Any = None,
    ) -> None:
        """Say what went wrong; a sign-in that the person gave up has a page of its own."""
        if exception is not None:
            raise ImmediateHttpResponse(_unavailable(request, exception))
        if error != AuthError.CANCELLED:
            raise ImmediateHttpResponse(
                _refusal(
                    request,
                    HTTPStatus.BAD_REQUEST,
                    _("The sign-in wasn’t finished"),
                    _("It may have taken too long. Start again from the sign-in page."),
                )
            )


def agreed(answer: Mapping[str, Any]) -> bool:
    """Whether all parts of a provider's answer name the same person (OpenID Connect Core, 5.3.2)."""
    subjects = [part.get("sub") for part in answer.values()]
    return isinstance(subjects[0], str) and set(subjects) == {subjects[0]}


def named_by(answer: Mapping[str, Any]) -> Employee | None:
    """The employee whose e-mail the provider gives, unless it says that it has not verified it."""
    claims = answer.get("userinfo") or answer.get("id_token") or {}
    if claims.get("email_verified") in (False, "false") or not isinstance(claims.get("email"), str):
        return None
    return queries.belonging(timezone.localdate()).filter(email=claims["email"].lower()).first()


def vouched(signed_in: Mapping[str, Any] | None) -> bool:
    """Whether a sign-in came from the provider, and its second factor counts."""
    login = (signed_in or {}).get("sociallogin")
    if login is None:
        return False
    claims = login.account.extra_data.get("id_token") or {}
    used = claims.get("amr")
    said = (isinstance(used, list) and "mfa" in used) or claims.get("acr") in settings.OIDC_ACR
    return said or settings.OIDC_MFA == "trusted"


class SecondStep(AuthenticateStage):
    """The step after the first proof; the provider's own second factor stands in for it."""

    def handle(self) -> tuple[HttpResponse | None, bool]:
        if vouched(self.login.signal_kwargs):
            return None, True
        step: tuple[HttpResponse | None, bool] = super().handle()
        return step
