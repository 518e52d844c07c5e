"""The second factor: everyone has one, and each session notes which was shown.

`request.session["second_factor"]` names it: an authenticator app (`totp`), a passkey or security key (`webauthn`), a
recovery code (`recovery_codes`), the company's own provider (`oidc`), or the demo's one-click entry (`demo`).
Without it a person reaches only the pages where it is set up, from `SECOND_FACTOR_GRACE_DAYS` after the account was
made. The time runs from there, not from the first sign-in: an account nobody has used yet is never left with a
password alone.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_htmx.http import HttpResponseClientRedirect

from hjemmedag.adapters.encryption import decrypted, encrypted
from hjemmedag.apps.people.views import proof
from hjemmedag.ui.requests import Request

SECOND = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
SETTING_UP = frozenset(
    {
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_view_recovery_codes",
        "mfa_download_recovery_codes",
        "account_reauthenticate",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "account_logout",
    }
)
"""The pages open to somebody signed in who has no second factor yet."""

SHOWING = frozenset({"mfa_reauthenticate", "mfa_reauthenticate_webauthn", "account_logout"})
"""The pages open to somebody who has one and hasn't shown it in this session: its settings are not among them."""


class SecondFactorMiddleware:
    """Let nobody past without a second factor, and say on each request how the person proved who they are."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: Request, view: Callable[..., HttpResponse], *arguments: Any) -> HttpResponse | None:
        """Hold back a session that has shown no second factor, but from the pages open to everyone."""
        if not request.user.is_authenticated:
            return None
        request.authenticated = proof.methods(request)
        request.freshly_proved = proof.lately(request)
        if not getattr(view, "login_required", True) or shown(request):
            return None
        return hold_back(request)


def hold_back(request: Request) -> HttpResponse | None:
    """Show the second factor there is; or, when the grace is over, set one up."""
    asked = request.resolver_match.view_name if request.resolver_match is not None else ""
    if is_mfa_enabled(request.user, SECOND):
        showing = proof.with_next(_asking_for(request), request.get_full_path())
        return None if asked in SHOWING else _send(request, showing)
    if grace(request):
        return None
    request.confined = True
    return None if asked in SETTING_UP else _send(request, reverse("mfa_index"))


def _asking_for(request: Request) -> str:
    app = is_mfa_enabled(request.user, [Authenticator.Type.TOTP])
    return reverse("mfa_reauthenticate" if app else "mfa_reauthenticate_webauthn")


def _send(request: Request, url: str) -> HttpResponse:
    return HttpResponseClientRedirect(url) if request.htmx else HttpResponseRedirect(url)


def shown(request: HttpRequest) -> bool:
    """Whether this session has shown a second factor; noted in it from then on."""
    if "second_factor" not in request.session:
        for record in get_authentication_records(request, request.user):
            if record["method"] == "mfa":
                request.session["second_factor"] = record["type"]
    return "second_factor" in request.session


def grace(request: Any) -> datetime | None:
    """Until when this session may do without; `None` when it need not or may not."""
    until: datetime = request.user.created_at + timedelta(days=settings.SECOND_FACTOR_GRACE_DAYS)
    return None if shown(request) or until <= timezone.now() or is_mfa_enabled(request.user, SECOND) else until


class ConnectApp(ActivateTOTPView):
    """Connecting an authenticator app shows it, too."""

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        self.request.session["second_factor"] = "totp"
        return response


class AddPasskey(AddWebAuthnView):
    """Adding a passkey shows it, too."""

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        self.request.session["second_factor"] = "webauthn"
        return response


class SecondFactorAdapter(DefaultMFAAdapter):
    """How the library's second factors behave here."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy("The code doesn’t fit. Wait for the next one and try again."),
    }

    def encrypt(self, text: str) -> str:
        return encrypted(text, key=_key())

    def decrypt(self, encrypted_text: str) -> str:
        return decrypted(encrypted_text, key=_key())

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return _("Passkey %(number)s") % {"number": number}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        ours: dict[str, str] = super().get_public_key_credential_rp_entity() | {"name": "hjemmedag"}
        return ours


def _key() -> bytes:
    """What the secrets behind codes are encrypted with. It follows from SECRET_KEY, so no database holds it."""
    return salted_hmac("hjemmedag.people.second_factor", "key", algorithm="sha256").digest()
