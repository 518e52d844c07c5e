"""The second factor: when one must be set up, and what a session without one reaches."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt
from django.test import Client

from tests.conftest import NOW

SECRET = "fire ord i en kæde"
INDEX = "/konto/to-trin/"


@pytest.fixture(autouse=True)
def fresh_counters(company):
    from django.core.cache import cache

    cache.clear()


@pytest.fixture
def veteran(anna):
    """Anna, in the company for longer than the grace lasts, with a password."""
    anna.set_password(SECRET)
    anna.created_at = NOW - timedelta(days=100)
    anna.save()
    return anna


def signed_in(person):
    """A browser signed in with the password alone."""
    browser = Client()
    assert browser.post("/konto/log-ind/", {"login": person.email, "password": SECRET}).status_code == 302
    return browser


def code(secret, at=None):
    return totp.format_hotp_value(totp.hotp_value(secret, int(at or time.time()) // 30))


def app_of(person):
    """Connect an authenticator app to somebody's account; returns its secret."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(person, secret)
    return secret


def test_without_a_second_factor_only_the_pages_to_set_one_up_are_open(veteran):
    browser = signed_in(veteran)
    for address in ("/mig/", "/mig/adresse/"):
        assert browser.get(address).url == INDEX
        assert browser.post(address).url == INDEX
    for address in (INDEX, "/konto/to-trin/app/", "/konto/noegler/ny/", "/konto/log-ud/"):
        assert browser.get(address).status_code == 200


def test_pages_open_to_everyone_stay_open(veteran):
    browser = signed_in(veteran)
    assert browser.post("/sprog/", {"language": "en", "next": INDEX}).url == INDEX


def test_the_pages_to_set_one_up_show_no_way_elsewhere(veteran):
    page = signed_in(veteran).get(INDEX).content.decode()
    assert 'class="places"' not in page
    assert "Din konto skal have et ekstra trin" in page


def test_a_fragment_asked_for_by_script_moves_the_whole_page(veteran):
    answer = signed_in(veteran).get("/mig/", headers={"hx-request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (200, INDEX)


def test_a_newcomer_goes_on_and_is_told_by_when(veteran, clock):
    veteran.created_at = NOW - timedelta(days=2, hours=20)
    veteran.language = "en"
    veteran.save()
    browser = signed_in(veteran)
    page = browser.get("/mig/")
    told = [str(message) for message in page.context["messages"]]
    assert told == ["Protect your account with a second step before Monday 23 November at 14:00."]
    clock.shift(timedelta(hours=4))
    assert browser.get("/mig/").url == INDEX


def test_without_grace_nobody_goes_on(veteran, settings):
    settings.SECOND_FACTOR_GRACE_DAYS = 0
    veteran.created_at = NOW
    veteran.save()
    assert signed_in(veteran).get("/mig/").url == INDEX


def test_connecting_an_app_opens_everything(veteran):
    browser = signed_in(veteran)
    secret = browser.get("/konto/to-trin/app/").context["form"].secret
    assert browser.post("/konto/to-trin/app/", {"code": code(secret)}).url == "/konto/to-trin/koder/"
    assert browser.get("/konto/to-trin/koder/").status_code == 200
    assert browser.get("/mig/").status_code == 200
    assert browser.session["second_factor"] == "totp"


def test_a_wrong_code_connects_nothing(veteran):
    browser = signed_in(veteran)
    browser.get("/konto/to-trin/app/")
    assert browser.post("/konto/to-trin/app/", {"code": "000000"}).context["form"].errors.keys() == {"code"}
    assert Authenticator.objects.count() == 0


def test_another_session_without_it_has_to_show_the_new_app(veteran):
    browser = signed_in(veteran)
    secret = app_of(veteran)
    assert browser.get("/mig/").url == "/konto/to-trin/bekraeft/?next=%2Fmig%2F"
    assert (
        browser.get("/konto/to-trin/app/fjern/").url
        == "/konto/to-trin/bekraeft/?next=%2Fkonto%2Fto-trin%2Fapp%2Ffjern%2F"
    )
    answer = browser.post("/konto/to-trin/bekraeft/?next=/mig/", {"code": code(secret)})
    assert answer.url == "/mig/"
    assert browser.get("/mig/").status_code == 200


def test_the_app_is_asked_for_after_the_password(veteran):
    secret = app_of(veteran)
    browser = Client()
    answer = browser.post("/konto/log-ind/", {"login": veteran.email, "password": SECRET})
    assert answer.url == "/konto/to-trin/kode/"
    assert browser.get("/mig/").status_code == 302
    assert browser.post("/konto/to-trin/kode/", {"code": code(secret)}).url == "/"
    assert browser.get("/mig/").status_code == 200


def test_a_code_works_once(veteran):
    secret = app_of(veteran)
    spent = code(secret)
    for status in (302, 200):
        browser = Client()
        browser.post("/konto/log-ind/", {"login": veteran.email, "password": SECRET})
        assert browser.post("/konto/to-trin/kode/", {"code": spent}).status_code == status


def test_a_recovery_code_lets_in_once(veteran):
    app_of(veteran)
    spare = RecoveryCodes.activate(veteran).get_unused_codes()[0]
    for status in (302, 200):
        browser = Client()
        browser.post("/konto/log-ind/", {"login": veteran.email, "password": SECRET})
        assert browser.post("/konto/to-trin/kode/", {"code": spare}).status_code == status


def test_whoever_removes_the_app_is_asked_to_set_one_up_next_time(veteran, clock):
    secret = app_of(veteran)
    browser = Client()
    browser.post("/konto/log-ind/", {"login": veteran.email, "password": SECRET})
    browser.post("/konto/to-trin/kode/", {"code": code(secret)})
    assert browser.post("/konto/to-trin/app/fjern/").url == INDEX
    assert signed_in(veteran).get("/mig/").url == INDEX


def test_the_library_asks_the_database_nothing_once_the_session_has_shown_one(as_, anna, django_assert_num_queries):
    browser = as_(anna)
    browser.get("/bekraeftelse/")
    with django_assert_num_queries(2):  # the session and the person
        browser.get("/bekraeftelse/")


def test_neither_an_apps_secret_nor_recovery_codes_stand_in_the_database_in_clear(veteran):
    secret = app_of(veteran)
    codes = RecoveryCodes.activate(veteran)
    seed = decrypt(codes.instance.data["seed"])
    kept = "".join(str(data) for data in Authenticator.objects.values_list("data", flat=True))
    assert len(seed) == 80
    assert secret not in kept
    assert seed not in kept


def test_under_another_secret_key_no_secret_is_read(veteran, settings):
    secret = app_of(veteran)
    settings.SECRET_KEY = "another"
    with pytest.raises(ValueError, match="another key"):
        Authenticator.objects.get().wrap().validate_code(code(secret))
