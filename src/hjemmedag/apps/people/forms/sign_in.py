"""The sign-in library's forms in our words."""

from __future__ import annotations

from datetime import date
from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.people import actions

EMAIL = _("E-mail")
PASSWORD = _("Password")
NEW = _("New password")
AGAIN = _("The same password again")
LENGTH = _("At least 12 characters. A few words together are easy to remember and hard to guess.")
CODE = _("Code from your app")


class Worded(forms.Form):
    """Labels and hints of our own, no placeholders; one-time codes bring up the digits on a phone."""

    words: dict[str, Any] = {}
    hints: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.help_text = self.hints.get(name, "")
            if name in self.words:
                field.label = self.words[name]
            if name == "code":
                field.widget.attrs["inputmode"] = "numeric"


class SignIn(Worded, account.LoginForm):
    """E-mail and password."""

    words = {"login": EMAIL, "password": PASSWORD}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"
        self.fields["password"].help_text = format_html(
            '<a href="{}">{}</a>', reverse("account_reset_password"), _("Forgotten your password?")
        )


class ForgottenPassword(Worded, account.ResetPasswordForm):
    """The e-mail to send a link to."""

    words = {"email": EMAIL}

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"])

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        email = str(self.cleaned_data["email"])
        actions.send_password_link(email=email, language=get_language() or "da", today=self.today)
        return email


class NewPassword(Worded, account.ResetPasswordKeyForm):
    """A password chosen by way of a link."""

    words = {"password1": NEW, "password2": AGAIN}
    hints = {"password1": LENGTH}


class FirstPassword(Worded, account.SetPasswordForm):
    """A password for somebody signed in without one."""

    words = {"password1": NEW, "password2": AGAIN}
    hints = {"password1": LENGTH}


class ChangePassword(Worded, account.ChangePasswordForm):
    """Another password."""

    words = {"oldpassword": _("Your password now"), "password1": NEW, "password2": AGAIN}
    hints = {"password1": LENGTH}


class ConfirmPassword(Worded, account.ReauthenticateForm):
    """The password, once more."""

    words = {"password": PASSWORD}


class SecondStepCode(Worded, mfa.AuthenticateForm):
    """The second step of signing in."""

    words = {"code": CODE}


class ConfirmCode(Worded, mfa.ReauthenticateForm):
    """A code, once more."""

    words = {"code": CODE}


class ConnectApp(Worded, ActivateTOTPForm):
    """The first code of a newly connected app."""

    words = {"code": CODE}


class AddPasskey(Worded, AddWebAuthnForm):
    """A passkey's name, and whether it signs in without a password."""

    words = {"name": _("Name"), "passwordless": _("Sign in with it alone, without a password")}
    hints = {"name": _("So that you know it again, for example “work phone”.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True


class NamePasskey(Worded, EditWebAuthnForm):
    """Another name for a passkey."""

    words = {"name": _("Name")}
