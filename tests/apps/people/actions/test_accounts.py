"""A sign-in reset by HR: everything that proved who one is goes, and a mail lets the person begin anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.test import Client
from django.utils import timezone

from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.overview import actions as overview
from hjemmedag.apps.people import actions
from hjemmedag.apps.people.models import Employee
from hjemmedag.core.refusals import Refused
from tests.conftest import NOW


def test_the_second_step_is_gone_every_session_ends_and_a_mail_begins_anew(
    as_: Callable[[Employee], Client], anna: Employee, dorte: Employee
) -> None:
    anna.set_password("fire ord i en kæde")
    anna.save()
    totp.TOTP.activate(anna, totp.generate_totp_secret())
    RecoveryCodes.activate(anna)
    browser = as_(anna)
    assert browser.get("/").status_code == 200
    actions.reset_sign_in(employee=anna.pk, actor=dorte.pk, now=NOW)
    anna.refresh_from_db()
    assert (anna.authenticator_set.count(), anna.has_usable_password()) == (0, False)
    assert browser.get("/").status_code == 302
    overview.deliver(now=NOW, moment=timezone.localtime(NOW))
    assert mail.outbox[0].to == [anna.email]
    assert "Dorte Test har nulstillet dit login" in mail.outbox[0].body
    link = mail.outbox[0].body.split("https://")[-1].split("http://")[-1].split()[0]
    assert "/konto/" in link


def test_nobody_resets_their_own(dorte: Employee) -> None:
    with pytest.raises(Refused):
        actions.reset_sign_in(employee=dorte.pk, actor=dorte.pk, now=NOW)
    assert Message.objects.count() == 0


def test_hr_resets_it_after_proving_anew(as_: Callable[[Employee], Client], anna: Employee, dorte: Employee) -> None:
    page = as_(dorte).post(f"/mennesker/{anna.pk}/login/", follow=True)
    assert page.redirect_chain[-1][0] == f"/mennesker/{anna.pk}/"
    assert Message.objects.get().template == "people/mail/reset"
