"""How somebody in a session has proved who they are, how lately, and proving it once more.

Each page gets `request.authenticated`, the proofs in order, as the evidence of a signature has them:
`("password", "totp")`, `("passkey",)`, `("password", "security_key")`, `("password", "recovery_codes")`, `("oidc",)`;
`("demo",)` for the demo's one-click entry. And it gets `request.freshly_proved`, which `ui.requests.freshly_proved`
asks for.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from hjemmedag.ui.requests import Request


def methods(request: HttpRequest) -> tuple[str, ...]:
    """The proofs of this session, each once, in the order they were given."""
    records = get_authentication_records(request, request.user)
    noted = request.session.get("second_factor")
    return tuple(dict.fromkeys(map(_method, records))) or ((noted,) if noted else ())


def _method(record: Mapping[str, Any]) -> str:
    if record["method"] == "mfa":
        kind = str(record["type"])
        return {"webauthn": "passkey" if record.get("passwordless") else "security_key"}.get(kind, kind)
    return {"socialaccount": "oidc"}.get(record["method"], str(record["method"]))


def lately(request: HttpRequest) -> bool:
    """Whether the last proof is younger than `ACCOUNT_REAUTHENTICATION_TIMEOUT` seconds.

    The demo's entry asks for no proof, so there is none to ask for again.
    """
    records = get_authentication_records(request, request.user)
    if not records:
        return "second_factor" in request.session
    return time.time() - float(records[-1]["at"]) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def again(request: Request) -> HttpResponse:
    """Ask once more who it is, in the way this person can answer, and go on to `next`."""
    onward = safe_next(request, request.GET)
    if request.freshly_proved:
        return HttpResponseRedirect(onward)
    if ways := get_adapter().get_reauthentication_methods(request.user):
        return HttpResponseRedirect(with_next(ways[0]["url"], onward))
    provider = reverse("openid_connect_login", args=[settings.OIDC_ID])
    return HttpResponseRedirect(with_next(provider, onward, auth_params="prompt=login"))


def with_next(url: str, onward: str, **more: str) -> str:
    """The address, with where to go on to from there."""
    return f"{url}?{urlencode({REDIRECT_FIELD_NAME: onward, **more})}"


def safe_next(request: HttpRequest, sent: Mapping[str, Any]) -> str:
    """Where to go on to: the page asked for if it is one of ours, else the start page."""
    onward = str(sent.get(REDIRECT_FIELD_NAME, ""))
    ours = url_has_allowed_host_and_scheme(onward, {request.get_host()}, require_https=request.is_secure())
    return onward if ours else "/"
