"""How somebody proved who they are, and proving it once more."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from hjemmedag.ui.requests import freshly_proved
from tests.apps.people.test_sign_in_second_factor import SECRET, app_of, code
from tests.conftest import NOW

PROOF = "/bekraeftelse/"


@pytest.fixture(autouse=True)
def fresh_counters(company):
    from django.core.cache import cache

    cache.clear()


@pytest.fixture
def browser(client, anna):
    """Anna's browser, signed in with password and app."""
    anna.set_password(SECRET)
    anna.save()
    secret = app_of(anna)
    client.post("/konto/log-ind/", {"login": anna.email, "password": SECRET})
    client.post("/konto/to-trin/kode/", {"code": code(secret)})
    return client


def asked(browser):
    return browser.get("/mig/").wsgi_request


def test_the_proofs_of_a_session_are_told_in_order(browser):
    assert asked(browser).authenticated == ("password", "totp")


def test_a_proof_is_fresh_for_ten_minutes(browser, clock):
    assert asked(browser).freshly_proved
    clock.shift(timedelta(minutes=9, seconds=59))
    assert asked(browser).freshly_proved
    clock.shift(timedelta(seconds=1))
    assert not asked(browser).freshly_proved


def test_proving_again_refreshes_it(browser, clock):
    clock.shift(timedelta(hours=1))
    answer = browser.get(PROOF, {"next": "/mig/"})
    assert answer.url == "/konto/bekraeft/?next=%2Fmig%2F"
    assert browser.post(answer.url, {"password": SECRET}).url == "/mig/"
    request = asked(browser)
    assert (request.freshly_proved, request.authenticated) == (True, ("password", "totp"))


def test_a_wrong_password_refreshes_nothing(browser, clock):
    clock.shift(timedelta(hours=1))
    assert browser.post("/konto/bekraeft/?next=/mig/", {"password": "forkert"}).status_code == 200
    assert not asked(browser).freshly_proved


def test_whoever_has_just_proved_it_goes_straight_on(browser):
    assert browser.get(PROOF, {"next": "/mig/"}).url == "/mig/"


@pytest.mark.parametrize("onward", ["https://ond.example/", "//ond.example", "javascript:alert(1)", ""])
def test_the_way_on_is_never_another_host(browser, onward):
    assert browser.get(PROOF, {"next": onward}).url == "/"


def test_somebody_with_the_provider_alone_proves_it_there(client, anna, clock, settings):
    client.force_login(anna)
    session = client.session
    session["second_factor"] = "oidc"
    session["account_authentication_methods_user"] = str(anna.pk)
    session["account_authentication_methods"] = [{"method": "socialaccount", "at": NOW.timestamp()}]
    session.save()
    assert asked(client).authenticated == ("oidc",)
    clock.shift(timedelta(hours=1))
    assert client.get(PROOF, {"next": "/mig/"}).url == (
        "/konto/udbyder/company/?next=%2Fmig%2F&auth_params=prompt%3Dlogin"
    )


def test_the_demos_session_has_no_proof_to_ask_for_again(as_, anna, clock):
    browser = as_(anna)
    clock.shift(timedelta(hours=1))
    request = asked(browser)
    assert (request.freshly_proved, request.authenticated) == (True, ("test",))


def test_what_binds_asks_for_a_fresh_proof_and_comes_back():
    request = RequestFactory().post("/noget/?a=1")
    page = freshly_proved(lambda request: HttpResponse("signed"))
    request.freshly_proved = False
    assert page(request).url == "/bekraeftelse/?next=/noget/%3Fa%3D1"
    request.freshly_proved = True
    assert page(request).content == b"signed"


@pytest.mark.parametrize("page", ["/mennesker/{0}/oplysninger/", "/mennesker/import/gennemsyn/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_changing_the_address_somebody_signs_in_with_asks_for_a_fresh_proof(as_, anna, dorte, page, method):
    browser = as_(dorte)
    session = browser.session
    session["account_authentication_methods_user"] = str(dorte.pk)
    session["account_authentication_methods"] = [
        {"method": "password", "at": (NOW - timedelta(minutes=11)).timestamp()}
    ]
    session.save()
    address = page.format(anna.pk)
    assert getattr(browser, method)(address, {"email": "ny@proeve.example"}).url.startswith(f"{PROOF}?next={address}")
    anna.refresh_from_db()
    assert anna.email == "anna@proeve.example"
