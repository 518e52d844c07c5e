"""Choosing a password by way of a link: asked for by the person, or sent as an invitation."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend

from hjemmedag.apps.audit.models import Entry
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.overview.actions import deliver
from hjemmedag.apps.people import actions
from hjemmedag.core.refusals import Refused
from tests.conftest import NOW, TODAY

ASK = "/konto/adgangskode/glemt/"
NEW = {"password1": "fire ord i en kæde", "password2": "fire ord i en kæde"}


class Deaf(BaseEmailBackend):
    """A mail server that nobody answers at."""

    def send_messages(self, email_messages):
        raise ConnectionRefusedError("nobody is there")


@pytest.fixture(autouse=True)
def fresh_counters(company):
    from django.core.cache import cache

    cache.clear()


def link_in(text):
    return re.search(r"http://localhost:8000(/\S+)", text)[1]


def test_the_mail_goes_at_once_in_the_persons_language(client, anna):
    anna.language = "en"
    anna.save()
    answer = client.post(ASK, {"email": "Anna@proeve.example"})
    assert answer.url == "/konto/adgangskode/glemt/sendt/"
    assert [(sent.subject, sent.to) for sent in mail.outbox] == [("Choose a new password", ["anna@proeve.example"])]
    assert mail.outbox[0].body.startswith("Hello Anna\n")
    assert Message.objects.count() == 0


def test_a_strangers_address_gets_the_same_page_and_another_mail(client, company):
    answer = client.post(ASK, {"email": "ingen@andet.example"})
    assert answer.url == "/konto/adgangskode/glemt/sendt/"
    assert [sent.subject for sent in mail.outbox] == ["Ingen bruger denne adresse her"]


def test_a_former_employee_is_a_stranger(client, hire):
    hire("Arne", ends=TODAY)
    client.post(ASK, {"email": "arne@proeve.example"})
    assert [sent.subject for sent in mail.outbox] == ["Ingen bruger denne adresse her"]


def test_the_link_chooses_a_password_once(client, anna):
    client.post(ASK, {"email": anna.email})
    link = link_in(mail.outbox[0].body)
    form = client.get(link).url
    assert client.post(form, NEW).url == "/konto/log-ind/"
    anna.refresh_from_db()
    assert anna.check_password(NEW["password1"])
    assert client.get(link).context["token_fail"]


def test_the_link_is_too_old_after_three_days(client, anna, clock):
    client.post(ASK, {"email": anna.email})
    link = link_in(mail.outbox[0].body)
    clock.shift(timedelta(days=3, seconds=1))
    answer = client.get(link)
    assert answer.context["token_fail"]
    assert ASK in answer.content.decode()


def test_a_link_is_worth_nothing_once_the_address_has_changed(client, anna):
    client.post(ASK, {"email": anna.email})
    anna.email = "anna.ny@proeve.example"
    anna.save()
    assert client.get(link_in(mail.outbox[0].body)).context["token_fail"]


def test_a_short_password_is_refused_with_the_reason(client, anna):
    client.post(ASK, {"email": anna.email})
    form = client.get(link_in(mail.outbox[0].body)).url
    assert client.post(form, {"password1": "kort", "password2": "kort"}).context["form"].errors.keys() == {"password1"}


def test_the_sixth_link_within_an_hour_has_to_wait(client, anna):
    for _time in range(5):
        assert client.post(ASK, {"email": anna.email}).status_code == 302
    assert client.post(ASK, {"email": anna.email}).status_code == 429
    assert len(mail.outbox) == 5


def test_a_deaf_mail_server_is_said_so_whoever_asks(client, anna, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Deaf"
    client.cookies["django_language"] = "en"
    for email in (anna.email, "ingen@andet.example"):
        answer = client.post(ASK, {"email": email})
        assert answer.status_code == 200
        assert answer.context["form"].non_field_errors() == [
            "We can’t send mail right now. Try again in a few minutes, or ask HR."
        ]


def test_an_invitation_waits_in_the_outbox_and_the_link_in_its_mail_works(client, anna, dorte):
    actions.invite(employee=anna.pk, actor=dorte.pk, now=NOW)
    letter = Message.objects.get()
    assert (letter.recipient, letter.template) == (anna.pk, "people/mail/invitation")
    assert deliver(now=NOW, moment=NOW) == 1
    form = client.get(link_in(mail.outbox[0].body)).url
    assert client.post(form, NEW).url == "/konto/log-ind/"
    assert Entry.objects.filter(action="people.invite", actor=dorte.pk, about=anna.pk).count() == 1


def test_nobody_is_invited_twice_a_day(anna, dorte):
    actions.invite(employee=anna.pk, actor=dorte.pk, now=NOW)
    with pytest.raises(Refused, match=r"tidligere i dag|earlier today"):
        actions.invite(employee=anna.pk, actor=dorte.pk, now=NOW + timedelta(hours=5))
    actions.invite(employee=anna.pk, actor=dorte.pk, now=NOW + timedelta(days=1))
    assert Message.objects.count() == 2


def test_neither_a_former_employee_nor_somebody_who_has_signed_in_is_invited(hire, anna, dorte):
    former = hire("Arne", ends=TODAY)
    anna.last_login = NOW
    anna.save(update_fields=["last_login"])
    for person in (former, anna):
        with pytest.raises(Refused):
            actions.invite(employee=person.pk, actor=dorte.pk, now=NOW)
    assert Message.objects.count() == 0


def test_hr_invites_from_the_persons_page(as_, anna, dorte, bo):
    assert as_(dorte).post(f"/mennesker/{anna.pk}/invitation/").status_code == 302
    assert as_(bo).post(f"/mennesker/{anna.pk}/invitation/").status_code == 403
    assert as_(dorte).get(f"/mennesker/{anna.pk}/invitation/").status_code == 405
    assert Message.objects.count() == 1
