"""The privacy of the home in a real browser: a yes given and taken back, and a picture for one pair of eyes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from hjemmedag.apps.workplaces import actions
from tests.adapters.pictures.drawing import picture
from tests.conftest import NOW, TODAY

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from hjemmedag.apps.people.models import Employee

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Visit = Callable[..., "Page"]
SignIn = Callable[["Page", "Employee"], "Page"]
Axe = Callable[["Page"], None]


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_a_yes_is_given_and_taken_back_and_a_picture_is_seen_by_its_viewer(
    visit: Visit, sign_in: SignIn, axe: Axe, seal: None, anna: Employee, bo: Employee, phone: bool
) -> None:
    manager, own = sign_in(visit(phone=phone), bo), sign_in(visit(phone=phone), anna)
    ask(manager, axe)
    asked = manager.url
    agree(own, axe)

    own.get_by_role("link", name="Send et billede").click()
    own.get_by_text("Kun Bo Test og du kommer til at se det").wait_for()
    own.get_by_text("Bo Test", exact=True).click()
    own.get_by_label("Billedet").set_input_files(
        {"name": "IMG_0001.jpg", "mimeType": "image/jpeg", "buffer": picture(size=(1200, 900))}
    )
    axe(own)
    own.get_by_role("button", name="Send det").click()
    own.get_by_text("Det tager omkring et minut").wait_for()
    axe(own)
    actions.clean_photos(now=NOW)

    manager.goto("/arbejdsmiljoe/besoeg/")
    manager.get_by_role("heading", name="Billeder, som kun du ser").wait_for()
    axe(manager)
    manager.get_by_role("link", name="Anna,").first.click()
    manager.get_by_role("link", name="Se billedet").click()
    shown = manager.get_by_role("img", name="Billede af Anna Tests hjemmearbejdssted")
    shown.wait_for()
    assert shown.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1200
    axe(manager)
    manager.get_by_role("button", name="Jeg har truffet afgørelsen").click()
    manager.get_by_text("Billedet er slettet.").wait_for()
    own.reload()
    own.get_by_text("Åbnet").wait_for()
    own.get_by_text("Slettet efter afgørelsen").first.wait_for()
    axe(own)
    own.goto("/hjemmearbejdssted/besoeg/")
    axe(own)

    take_back(own, axe)
    manager.goto(asked)
    manager.get_by_text("Aftalen er trukket tilbage").wait_for()
    axe(manager)


def ask(manager: Page, axe: Axe) -> None:
    """Find the person, and ask for a walkthrough the day after tomorrow."""
    manager.goto("/arbejdsmiljoe/besoeg/")
    axe(manager)
    manager.get_by_role("link", name="Spørg Anna Test").click()
    manager.get_by_text("Du har ikke ret til adgang").wait_for()
    manager.get_by_text("En rundvisning over video").click()
    manager.get_by_label("Formål").fill("Se, om skærmen kan stå bedre")
    manager.get_by_label("Hvad der ses på").fill("Bord, stol og skærm")
    manager.get_by_label("Dag", exact=True).fill((TODAY + timedelta(days=2)).isoformat())
    manager.get_by_label("Klokkeslæt").fill("10:00")
    axe(manager)
    manager.get_by_role("button", name="Spørg").click()
    manager.get_by_text("Anna Test er spurgt.").wait_for()
    axe(manager)


def agree(own: Page, axe: Axe) -> None:
    """From the start page to a yes."""
    own.goto("/")
    own.get_by_role("link", name="Læs og svar").first.click()
    axe(own)
    own.get_by_role("link", name="Læs og svar").click()
    own.get_by_text("Du kan sige nej, og det får ingen følger for dig").wait_for()
    axe(own)
    own.get_by_text("Ja, det er i orden").click()
    own.get_by_role("button", name="Send svaret").click()
    own.get_by_text("Aftalt").first.wait_for()
    axe(own)


def take_back(own: Page, axe: Axe) -> None:
    """From one's own visits; nothing can be sent for it any more."""
    own.goto("/hjemmearbejdssted/besoeg/")
    own.locator("main a[href^='/besoeg/']").first.click()
    own.get_by_role("button", name="Træk mit ja tilbage").click()
    own.get_by_text("Du har trukket dit ja tilbage").wait_for()
    axe(own)
    assert own.get_by_role("link", name="Send et billede").count() == 0
