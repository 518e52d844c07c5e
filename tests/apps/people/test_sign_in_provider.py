"""Signing in through the company's provider: a real one in another process, and ones that are down or talk nonsense."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount

from hjemmedag.apps.people.models import Employee
from tests.apps.people.test_sign_in_second_factor import app_of, code
from tests.conftest import NOW, TODAY

HERE = "http://testserver"
CALLBACK = "/konto/udbyder/company/svar/"
START = "/konto/udbyder/company/"


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """The address of a provider in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    script = Path(__file__).with_name("provider_process.py")
    moment = str((NOW - timedelta(seconds=5)).timestamp())
    process = subprocess.Popen(
        [sys.executable, script, str(port), HERE + CALLBACK, moment], stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout.readline() == "ready\n"
        yield f"http://127.0.0.1:{port}"
        process.terminate()


@pytest.fixture
def configured(settings):
    """`configured(address)` makes the company's provider the one at this address."""
    from django.core.cache import cache

    cache.clear()
    settings.OIDC_PROVIDER = "Prøvefirmaets login"
    app = {"provider_id": "company", "name": settings.OIDC_PROVIDER, "client_id": "hjemmedag", "secret": "shared"}

    def configured(address):
        apps = [app | {"settings": {"server_url": address}}]
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": apps}}

    return configured


@pytest.fixture
def through(client, provider, configured, settings):
    """`through("anna@…")` starts here, signs in at the provider and comes back; gives the answer."""
    # The library renews the session several times on the way.
    settings.ZEAL_ALLOWLIST = [{"model": "sessions.Session", "field": "get()"}]
    configured(provider)

    def through(email, **start):
        there = requests.Session()
        page = there.get(client.get(START, start).url)
        sent = {"login": email, "password": "kendt af udbyderen"}
        answer = there.post(page.url, sent, allow_redirects=False)
        while answer.is_redirect and not answer.headers["location"].startswith(HERE):
            answer = there.get(requests.compat.urljoin(answer.url, answer.headers["location"]), allow_redirects=False)
        there.close()
        return client.get(answer.headers["location"].removeprefix(HERE))

    return through


def old(person):
    Employee.objects.filter(pk=person.pk).update(created_at=NOW - timedelta(days=100))
    return person


def test_the_way_there_uses_pkce(client, company, provider, configured):
    configured(provider)
    sent = parse_qs(urlsplit(client.get(START).url).query)
    assert (sent["code_challenge_method"], sent["response_type"]) == (["S256"], ["code"])
    assert len(sent["code_challenge"][0]) == 43


def test_an_employee_is_found_by_e_mail_and_then_by_the_providers_own_id(client, through, anna):
    assert through(anna.email).url == "/"
    assert client.session["_auth_user_id"] == str(anna.pk)
    anna.email = "anna.gift@proeve.example"
    anna.save()
    client.logout()
    assert through("anna@proeve.example").url == "/"
    assert SocialAccount.objects.get().user_id == anna.pk


def test_an_account_made_this_way_keeps_its_password(through, anna):
    anna.set_password("fire ord i en kæde")
    anna.save()
    through(anna.email)
    anna.refresh_from_db()
    assert anna.check_password("fire ord i en kæde")


def test_the_providers_second_factor_counts_when_its_token_says_so(client, through, anna):
    through(old(anna).email)
    assert client.session["second_factor"] == "oidc"
    request = client.get("/mig/").wsgi_request
    assert (request.authenticated, request.freshly_proved) == (("oidc",), True)


def test_it_counts_though_the_person_has_an_app_here_too(client, through, anna):
    app_of(old(anna))
    assert through(anna.email).url == "/"
    assert client.get("/mig/").status_code == 200


def test_without_word_of_it_a_second_factor_of_ours_is_asked_for(client, through, bo):
    through(old(bo).email)
    assert client.get("/mig/").url == "/konto/to-trin/"


def test_without_word_of_it_the_app_is_asked_for(client, through, bo):
    secret = app_of(old(bo))
    assert through(bo.email).url == "/konto/to-trin/kode/"
    assert client.post("/konto/to-trin/kode/", {"code": code(secret)}).url == "/"
    assert client.get("/mig/").wsgi_request.authenticated == ("oidc", "totp")


@pytest.mark.parametrize("setting", [{"OIDC_MFA": "trusted"}, {"OIDC_ACR": ["gold", "silver"]}])
def test_the_company_can_say_what_counts(client, through, bo, settings, setting):
    for name, value in setting.items():
        setattr(settings, name, value)
    through(old(bo).email)
    assert client.session["second_factor"] == "oidc"
    assert client.get("/mig/").status_code == 200


def test_the_page_asked_for_is_where_one_comes_to(through, anna):
    assert through(anna.email, next="/mig/").url == "/mig/"


def test_a_stranger_is_told_to_ask_hr(client, through, anna):
    answer = through("fremmed@andet.example")
    assert answer.status_code == 403
    assert (Employee.objects.count(), SocialAccount.objects.count()) == (2, 0)
    assert "_auth_user_id" not in client.session


def test_an_address_that_the_provider_has_not_verified_is_nobodys(through, carl):
    assert through(carl.email).status_code == 403
    assert SocialAccount.objects.count() == 0


def test_a_former_employee_is_not_let_in(client, through, anna):
    through(anna.email)
    client.logout()
    anna.employments.update(ends=TODAY)
    assert through(anna.email).url == "/konto/lukket/"


def test_nobody_ties_another_identity_to_the_account_they_are_in(client, through, anna, bo):
    client.force_login(bo)
    assert through("anna@proeve.example", process="connect").status_code == 403
    assert SocialAccount.objects.count() == 0


def test_an_answer_that_nobody_waits_for_is_refused(client, company, provider, configured):
    configured(provider)
    assert client.get(CALLBACK, {"code": "x", "state": "y"}).status_code == 400


def test_giving_up_at_the_provider_leads_back(client, company, provider, configured):
    configured(provider)
    state = parse_qs(urlsplit(client.get(START).url).query)["state"][0]
    answer = client.get(CALLBACK, {"error": "access_denied", "state": state})
    assert answer.url == "/konto/udbyder/opgivet/"
    assert client.get(answer.url).status_code == 200


def test_the_sign_in_page_shows_the_way_only_when_there_is_one(client, company, configured):
    assert START not in client.get("/konto/log-ind/").content.decode()
    configured("http://127.0.0.1:9")
    assert START in client.get("/konto/log-ind/").content.decode()
    assert client.get("/konto/udbyder/another/").status_code == 404


def test_without_a_provider_there_is_no_way_to_one(client, company):
    assert client.get(START).status_code == 404


def test_a_provider_that_is_down_gives_a_page_that_says_what_to_do(client, company, configured, caplog):
    configured("http://127.0.0.1:9")
    client.cookies["django_language"] = "en"
    answer = client.get(START)
    assert answer.status_code == 503
    assert "We can’t reach Prøvefirmaets login right now" in answer.content.decode()
    assert [line.levelname for line in caplog.records if line.name == "hjemmedag.apps.people.views.provider"] == [
        "ERROR"
    ]


@pytest.fixture
def nonsense() -> Iterator[tuple[str, dict[str, str]]]:
    """A server that answers each path as told: its address, and the answers."""
    answers: dict[str, str] = {}

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            body = answers.get(self.path, answers.get("*", "")).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815

        def log_message(self, *said):
            pass

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", answers
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("said", ["", "<html>", "[]", "{}", "null", '"ja"', '{"authorization_endpoint": 7}'])
def test_a_provider_that_talks_nonsense_gives_the_same_page(client, company, configured, nonsense, said):
    address, answers = nonsense
    answers["*"] = said
    configured(address)
    assert client.get(START).status_code == 503


@pytest.mark.parametrize(
    ("token", "userinfo"),
    [
        ("", "{}"),
        ("[]", "{}"),
        ('{"access_token": "a"}', "[]"),
        ('{"access_token": "a"}', "{}"),
        ('{"access_token": "a"}', '{"sub": null}'),
        ('{"access_token": "a", "id_token": "b"}', '{"sub": "1"}'),
        ('{"access_token": "a", "id_token": 5}', '{"sub": "1"}'),
    ],
)
def test_nonsense_on_the_way_back_signs_nobody_in(client, anna, configured, nonsense, token, userinfo):
    address, answers = nonsense
    places = {"authorization": "a", "token": "t", "userinfo": "u"}
    said = ", ".join(f'"{name}_endpoint": "{address}/{path}"' for name, path in places.items())
    answers |= {"*": f'{{{said}, "issuer": "{address}", "jwks_uri": "{address}/j"}}', "/t": token, "/u": userinfo}
    configured(address)
    state = parse_qs(urlsplit(client.get(START).url).query)["state"][0]
    assert client.get(CALLBACK, {"code": "x", "state": state}).status_code == 503
    assert "_auth_user_id" not in client.session
