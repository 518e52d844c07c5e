"""Signing in as people do it: password, app, passkey, recovery code; in Danish, at a desk and on a phone."""

from __future__ import annotations

import re
import time
from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail

from tests.conftest import NOW

pytestmark = pytest.mark.browser

SECRET = "fire ord i en kæde"
HOUSE = "Log ind · hjemmedag"


@pytest.fixture(autouse=True)
def fresh_counters(company):
    from django.core.cache import cache

    cache.clear()


@pytest.fixture
def anna(anna):
    """Anna, in the company for longer than the grace lasts, with a password."""
    anna.set_password(SECRET)
    anna.created_at = NOW - timedelta(days=100)
    anna.save()
    return anna


@pytest.fixture
def key(page):
    """A passkey inside Anna's computer, which knows her by her fingerprint."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def code(secret):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def write_password(page, person, password=SECRET):
    page.goto("/konto/log-ind/")
    page.get_by_label("E-mail").fill(person.email)
    page.get_by_label("Adgangskode").fill(password)
    page.get_by_role("button", name="Log ind").click()


def heading(page):
    return page.get_by_role("heading", level=1).inner_text()


def forget(page):
    page.context.clear_cookies()


def connect_app(page, axe):
    """From the page that asks for a second step to a connected app; gives its secret and the recovery codes."""
    page.get_by_role("link", name="Tilføj en app").click()
    axe(page)
    secret = page.locator("code.secret").inner_text()
    page.get_by_label("Kode fra din app").fill(code(secret))
    page.get_by_role("button", name="Tilføj appen").click()
    page.wait_for_url("**/koder/")
    axe(page)
    return secret, page.locator(".codes code").all_inner_texts()


def test_a_first_sign_in_sets_up_the_app_and_the_next_one_uses_it(page, axe, anna, clock):
    page.goto("/mig/")
    axe(page)
    assert page.title() == HOUSE
    write_password(page, anna)
    assert page.get_by_text("Din konto skal have et ekstra trin").is_visible()
    axe(page)
    secret, spare = connect_app(page, axe)
    assert len(spare) == 10
    page.goto("/mig/")
    assert heading(page) == "Mig og mine data"

    forget(page)
    clock.shift(timedelta(minutes=1))
    write_password(page, anna)
    assert heading(page) == "Et trin til"
    axe(page)
    page.get_by_label("Kode fra din app").fill("000000")
    page.get_by_role("button", name="Log ind").click()
    assert page.get_by_text("Koden passer ikke. Vent på den næste, og prøv igen.").first.is_visible()
    page.get_by_label("Kode fra din app").fill(code(secret))
    page.get_by_role("button", name="Log ind").click()
    page.goto("/mig/")
    assert heading(page) == "Mig og mine data"


def test_a_recovery_code_stands_in_for_the_lost_phone(page, axe, anna):
    write_password(page, anna)
    _secret, spare = connect_app(page, axe)
    forget(page)
    write_password(page, anna)
    page.get_by_label("Kode fra din app").fill(spare[3])
    page.get_by_role("button", name="Log ind").click()
    page.goto("/konto/to-trin/")
    assert page.get_by_text("9 koder tilbage").is_visible()
    axe(page)


def test_a_passkey_signs_in_alone(page, key, axe, anna):
    write_password(page, anna)
    page.get_by_role("link", name="Tilføj en adgangsnøgle").click()
    axe(page)
    page.get_by_label("Navn").fill("Bærbar")
    page.get_by_role("button", name="Tilføj en adgangsnøgle").click()
    page.wait_for_url("**/koder/")
    page.goto("/konto/noegler/")
    assert page.get_by_role("link", name="Bærbar", exact=True).is_visible()
    axe(page)

    forget(page)
    page.goto("/konto/log-ind/")
    page.get_by_role("button", name="Brug en adgangsnøgle").click()
    page.wait_for_url(lambda address: not address.endswith("/log-ind/"))
    page.goto("/mig/")
    assert heading(page) == "Mig og mine data"


def test_a_passkey_proves_it_once_more(page, key, axe, anna, clock):
    anna.set_unusable_password()
    anna.save()
    from django.contrib.auth.tokens import default_token_generator
    from django.utils.http import int_to_base36

    page.goto(f"/konto/adgangskode/valg/{int_to_base36(anna.pk)}-{default_token_generator.make_token(anna)}/")
    axe(page)
    page.get_by_label("Ny adgangskode", exact=True).fill(SECRET)
    page.get_by_label("Den samme adgangskode igen").fill(SECRET)
    page.get_by_role("button", name="Gem adgangskoden").click()
    write_password(page, anna)
    page.get_by_role("link", name="Tilføj en adgangsnøgle").click()
    page.get_by_role("button", name="Tilføj en adgangsnøgle").click()
    page.wait_for_url("**/koder/")
    clock.shift(timedelta(hours=1))
    page.goto("/konto/noegler/bekraeft/?next=/mig/adresse/")
    axe(page)
    page.get_by_role("button", name="Brug en adgangsnøgle").click()
    page.wait_for_url("**/mig/adresse/")


def test_too_many_wrong_passwords_have_to_wait(page, axe, anna):
    for _try in range(5):
        write_password(page, anna, "forkert")
    assert page.get_by_text("E-mail og adgangskode passer ikke sammen.").first.is_visible()
    axe(page)
    write_password(page, anna)
    assert page.get_by_text("For mange forsøg. Vent fem minutter, og prøv igen.").first.is_visible()


def test_a_forgotten_password_is_chosen_anew_on_a_phone(phone, axe, anna):
    phone.goto("/konto/log-ind/")
    axe(phone)
    phone.get_by_role("link", name="Har du glemt din adgangskode?").click()
    axe(phone)
    phone.get_by_label("E-mail").fill(anna.email)
    phone.get_by_role("button", name="Send mig et link").click()
    phone.wait_for_url("**/sendt/")
    assert heading(phone) == "Se i din mail"
    axe(phone)
    path = re.search(r"http://localhost:8000(/\S+)", mail.outbox[0].body)[1]
    phone.goto(path)
    phone.get_by_label("Ny adgangskode", exact=True).fill("en anden kæde af ord")
    phone.get_by_label("Den samme adgangskode igen").fill("en anden kæde af ord")
    phone.get_by_role("button", name="Gem adgangskoden").click()
    assert phone.get_by_text("Din adgangskode er skiftet.").is_visible()
    assert heading(phone) == "Log ind"
    phone.goto(path)
    assert heading(phone) == "Linket gælder ikke længere"
    axe(phone)


def test_the_pages_about_oneself(page, axe, sign_in, anna):
    sign_in(page, anna)
    page.goto("/mig/")
    axe(page)
    page.get_by_role("link", name="Skriv din adresse").click()
    axe(page)
    page.get_by_label("Vej og nummer").fill("Skovvej 3")
    page.get_by_label("Postnummer").fill("80A0")
    page.get_by_label("By").fill("Aarhus C")
    page.get_by_role("button", name="Gem adressen").click()
    assert page.get_by_text("Et dansk postnummer har fire cifre.").first.is_visible()
    axe(page)
    page.get_by_label("Postnummer").fill("8000")
    page.get_by_role("button", name="Gem adressen").click()
    assert page.get_by_text("Skovvej 3, 8000 Aarhus C").is_visible()
    page.get_by_role("link", name="Log ud alle andre steder").click()
    axe(page)
    page.goto("/konto/adgangskode/")
    axe(page)


def test_the_language_is_one_press_away(page, anna, sign_in):
    page.goto("/konto/log-ind/")
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    sign_in(page, anna)
    page.goto("/mig/")
    assert page.locator("html").get_attribute("lang") == "da"


def test_the_demos_doors(page, axe, anna, dorte, settings):
    settings.DEMO = True
    page.goto("/demo/")
    axe(page)
    page.get_by_role("button", name="HR").click()
    page.goto("/mig/")
    assert page.get_by_text("dorte@proeve.example").is_visible()
