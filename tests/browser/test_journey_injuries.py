"""An injury in a real browser: told on the phone, its deadline among the duties, and reported by the handler."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from hjemmedag.apps.workplaces.models import Filing, InjuryDraft, SafetyPractice
from tests.conftest import TODAY

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from hjemmedag.apps.people.models import Employee

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DAY = timedelta(days=1)


def test_an_injury_goes_from_the_phone_to_a_report_in_time(
    visit: Callable[..., Page],
    sign_in: Callable[[Page, Employee], Page],
    axe: Callable[[Page], None],
    anna: Employee,
    gry: Employee,
) -> None:
    SafetyPractice.objects.create(handler=gry)
    own, handler = sign_in(visit(phone=True), anna), sign_in(visit(phone=True), gry)
    own.goto("/hjemmearbejdssted/skader/")
    axe(own)
    own.get_by_role("button", name="Meld en skade").click()
    own.get_by_label("Hvilken dag skete det?").fill((TODAY - 4 * DAY).isoformat())
    own.get_by_label("Hvor var du?").fill("Arbejdsværelset")
    with own.expect_response(lambda kept: "ledningen" in (kept.request.post_data or "")):
        own.get_by_label("Hvad skete der?").fill("Jeg faldt over ledningen.")
    own.get_by_text("Gemt kl.").wait_for()
    assert InjuryDraft.objects.get().said["what"] == "Jeg faldt over ledningen."
    own.reload()
    axe(own)
    assert own.get_by_label("Hvad skete der?").input_value() == "Jeg faldt over ledningen."
    own.get_by_label("Hvad havde det med arbejdet at gøre?").fill("På vej efter vand")
    own.get_by_label("Hvilken del af kroppen kom til skade?").fill("Håndled")
    own.get_by_role("button", name="Send meldingen").click()
    own.get_by_text("Meldingen er sendt").wait_for()
    axe(own)
    own.get_by_label("Første fraværsdag").fill((TODAY - 3 * DAY).isoformat())
    own.get_by_label("Der kan være krav på erstatning").check()
    axe(own)
    own.get_by_role("button", name="Gem").click()
    own.get_by_text("Skal anmeldes").first.wait_for()
    own.goto("/skader/praksis/")
    axe(own)

    handler.goto("/pligter/")
    handler.get_by_text("Anmeld en arbejdsskade for Anna Test").first.wait_for()
    axe(handler)
    handler.get_by_role("link", name="Se meldingen").first.click()
    axe(handler)
    handler.get_by_role("link", name="Oplysninger til anmeldelsen").click()
    handler.get_by_text("Vi sender ikke noget").wait_for()
    handler.get_by_label("Sagsnummer").fill("2026-4711")
    axe(handler)
    handler.get_by_role("button", name="Gem").click()
    handler.get_by_text("Sagsnummer: 2026-4711.").wait_for()
    assert Filing.objects.get().reported
    handler.goto("/pligter/")
    assert handler.get_by_text("Anmeld en arbejdsskade").count() == 0


def test_near_misses_and_the_register_read_well_on_a_phone(
    visit: Callable[..., Page],
    sign_in: Callable[[Page, Employee], Page],
    axe: Callable[[Page], None],
    anna: Employee,
    dorte: Employee,
) -> None:
    own, hr = sign_in(visit(phone=True), anna), sign_in(visit(phone=True), dorte)
    own.goto("/hjemmearbejdssted/naerved/")
    own.get_by_label("Hvor?").fill("Kontoret")
    own.get_by_label("Hvad kunne have skadet dig?").fill("Skærmen vippede")
    axe(own)
    own.get_by_role("button", name="Send").click()
    own.get_by_text("Du kan følge her").wait_for()
    own.goto("/hjemmearbejdssted/forsikring/")
    axe(own)
    hr.goto("/arbejdsmiljoe/naerved/")
    axe(hr)
    hr.get_by_role("link", name="Skærmen vippede").click()
    axe(hr)
    hr.get_by_role("button", name="Sæt den i handlingsplanen").click()
    hr.get_by_text("Skærmen vippede").first.wait_for()
    hr.goto("/arbejdsmiljoe/skader/")
    axe(hr)
    hr.goto("/forsikringer/")
    axe(hr)
    hr.get_by_role("link", name="Skriv en forsikring ind").click()
    hr.get_by_text("Arbejdsskade (lovpligtig)").click()
    hr.get_by_label("Selskab", exact=True).fill("Tryghed")
    hr.get_by_label("Policenummer").fill("P-1")
    hr.get_by_label("Fra", exact=True).fill(TODAY.isoformat())
    hr.get_by_label("Ses efter igen").fill((TODAY + 300 * DAY).isoformat())
    axe(hr)
    hr.get_by_role("button", name="Gem").click()
    hr.get_by_text("Den står i registret").wait_for()
    axe(hr)
