"""Signing in with e-mail and password: who is let in, who no longer is, and how it is said.

Nobody makes an account here: people come from the staff list. Their address stands in `Employee.email` alone, so the
sign-in library's own table of addresses stays empty.
"""

from __future__ import annotations

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.views import LoginView, PasswordResetView
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.apps.people import queries
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.people.views import demo_entry, proof, provider, second_factor
from hjemmedag.ui import words

log = logging.getLogger(__name__)

SAID = {
    "account/messages/password_changed.txt": gettext_lazy("Your password is changed."),
    "account/messages/password_set.txt": gettext_lazy("Your password is chosen."),
    "mfa/messages/totp_activated.txt": gettext_lazy("Your authenticator app is connected."),
    "mfa/messages/totp_deactivated.txt": gettext_lazy("Your authenticator app is no longer connected."),
    "mfa/messages/webauthn_added.txt": gettext_lazy("Your passkey is added."),
    "mfa/messages/webauthn_removed.txt": gettext_lazy("The passkey is removed."),
}
"""What the library says, in our words. What isn't here needs no words."""


WAYS = {
    "reauthenticate": gettext_lazy("Use your password"),
    "mfa_reauthenticate": gettext_lazy("Use your app or a recovery code"),
    "mfa_reauthenticate:webauthn": gettext_lazy("Use a passkey"),
}
"""How somebody may prove once more who they are."""


class Backend(AuthenticationBackend):
    """Signed in stay only those who belong to the company today: a former employee's sessions end by themselves."""

    def get_user(self, user_id: int) -> Employee | None:
        return queries.member(user_id, timezone.localdate())


class AccountAdapter(DefaultAccountAdapter):
    """How the sign-in library behaves here."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": gettext_lazy(
            "E-mail and password don’t match. Try again, or choose a new password."
        ),
        "too_many_login_attempts": gettext_lazy("Too many tries. Wait five minutes and try again."),
        "rate_limited": gettext_lazy("Too many tries. Wait five minutes and try again."),
        "incorrect_password": gettext_lazy("That is not your password. Try again."),
        "enter_current_password": gettext_lazy("That is not your password. Try again."),
        "invalid_password_reset": gettext_lazy("The link is no longer valid."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_login(self, request: HttpRequest, user: Employee, **login: Any) -> HttpResponse | None:
        """Refuse, after the proof, whoever no longer belongs: before it, the answer would tell who has an account."""
        user.is_active = queries.belongs(user.pk, timezone.localdate())
        answer: HttpResponse | None = super().pre_login(request, user, **login)
        return answer

    def post_login(self, request: HttpRequest, user: Employee, **login: Any) -> HttpResponse:
        """Note the provider's second factor, or say by when one must be set up."""
        if provider.vouched(login["signal_kwargs"]):
            request.session["second_factor"] = "oidc"
        if (until := second_factor.grace(request)) and not settings.DEMO:
            with translation.override(user.language):
                said = {"moment": words.moment(until, timezone.localdate())}
                messages.info(request, _("Protect your account with a second step before %(moment)s.") % said)
        response: HttpResponse = super().post_login(request, user, **login)
        return response

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("people:me")

    def get_login_stages(self) -> list[str]:
        ours = f"{provider.__name__}.{provider.SecondStep.__name__}"
        return [ours if stage.startswith("allauth.mfa.") else stage for stage in super().get_login_stages()]

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Signing in is a proof too: who has just done so is not asked twice."""
        return not proof.lately(self.request)

    def get_reauthentication_methods(self, user: Employee) -> list[dict[str, Any]]:
        return [way | {"description": WAYS[way["id"]]} for way in super().get_reauthentication_methods(user)]

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        if said := message or SAID.get(message_template or ""):
            super().add_message(request, level, extra_tags=extra_tags, message=str(said))


class SignIn(LoginView):
    """The sign-in page; the demo's has its doors on it."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        return shown | ({"doors": demo_entry.doors()} if settings.DEMO else {})


class ForgottenPassword(PasswordResetView):
    """Asks for a link by mail. The answer is the same, and takes as long, whether or not somebody has the address."""

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "today": timezone.localdate()}

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            answer: HttpResponse = super().form_valid(form)
        except OSError:
            log.exception("No mail server takes our mail")
            form.add_error(None, _("We can’t send mail right now. Try again in a few minutes, or ask HR."))
            answer = self.form_invalid(form)
        return answer
