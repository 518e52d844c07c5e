"""Equipment in a real browser: handed over with one signature, mended, brought back and received."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from hjemmedag.apps.equipment import actions, queries
from tests.conftest import NOW

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from hjemmedag.apps.people.models import Employee

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Visit = Callable[..., "Page"]
SignIn = Callable[["Page", "Employee"], "Page"]
Axe = Callable[["Page"], None]


@pytest.fixture
def stock(company: object, gry: Employee) -> None:
    """A screen and a chair in Aarhus."""
    from hjemmedag.apps.people.models import Site

    site = Site.objects.get().pk
    for name, benefit, number, model in (
        ("Skærm 27 tommer", "computer", "SK-0001", "Dell U2723QE"),
        ("Kontorstol", "furniture", "ST-0001", "HÅG Capisco"),
    ):
        kind = actions.add_kind(kind=actions.KindFacts(name=name, benefit=benefit), actor=gry.pk, now=NOW)
        facts = actions.ItemFacts(kind=kind.pk, number=number, site=site, model=model)
        actions.add_item(item=facts, actor=gry.pk, now=NOW)


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_a_package_goes_out_with_one_signature_is_mended_and_comes_back(
    visit: Visit,
    sign_in: SignIn,
    axe: Axe,
    stock: None,
    seal: None,
    anna: Employee,
    bo: Employee,
    gry: Employee,
    phone: bool,
) -> None:
    keeper, borrower = sign_in(visit(phone=phone), gry), sign_in(visit(phone=phone), anna)
    keeper.goto("/udstyr/lager/")
    axe(keeper)
    hand_over(keeper, axe)

    borrower.goto("/")
    borrower.get_by_role("link", name="Læs og skriv under").first.click()
    axe(borrower)
    borrower.get_by_role("button", name="Skriv under").click()
    borrower.get_by_text("Din underskrift er på dokumentet").wait_for()
    borrower.goto("/udstyr/")
    axe(borrower)
    assert borrower.get_by_text("Du har den").count() == 2

    borrower.get_by_role("link", name="Meld en fejl").last.click()
    borrower.get_by_label("Hvad er der galt").fill("Skærmen bliver sort.")
    borrower.get_by_text("Det kan klares på afstand").click()
    axe(borrower)
    borrower.get_by_role("button", name="Meld fejlen").click()
    borrower.get_by_text("Venter på hjælp").wait_for()
    mend(keeper, axe)

    borrower.goto("/udstyr/tilbagelevering/")
    for box in borrower.get_by_role("checkbox").all():
        box.check()
    borrower.get_by_label("Hvor du afleverede det").fill("Receptionen")
    axe(borrower)
    borrower.get_by_role("button", name="Jeg har afleveret det").click()
    borrower.get_by_text("Afleveret, ikke bekræftet endnu").first.wait_for()
    receive(keeper, axe)
    assert queries.mine(anna.pk) == []
    borrower.goto("/udstyr/")
    borrower.get_by_text("Du har ikke lånt noget udstyr").wait_for()
    borrower.goto("/udstyr/forbrug/")
    axe(borrower)


def hand_over(keeper: Page, axe: Axe) -> None:
    """Find the person, scan two numbers, and show the code to sign with."""
    keeper.goto("/udstyr/udlevering/?q=anna")
    axe(keeper)
    keeper.get_by_role("link", name="Udlevér noget til Anna Test").click()
    keeper.get_by_label("Andre genstande").fill("SK-0001 st-0001")
    axe(keeper)
    keeper.get_by_role("button", name="Udlevér").click()
    keeper.get_by_role("img", name="Kode, der åbner siden til underskrift").wait_for()
    axe(keeper)


def mend(keeper: Page, axe: Axe) -> None:
    """Begin, which stops the clock, and say what was done."""
    keeper.goto("/udstyr/reparationer/")
    axe(keeper)
    keeper.get_by_role("link", name="-0001").click()
    axe(keeper)
    keeper.get_by_role("button", name="Jeg er begyndt").click()
    keeper.get_by_text("Hjælpen er begyndt").wait_for()
    keeper.get_by_label("Hvad er der gjort").fill("Nyt kabel")
    keeper.get_by_role("button", name="Den virker igen").click()
    keeper.get_by_text("Ingen fejl venter").wait_for()


def receive(keeper: Page, axe: Axe) -> None:
    """Confirm both, one after the other."""
    for left in (2, 1):
        keeper.goto("/udstyr/retur/?vis=brought")
        rows = keeper.get_by_role("link", name="Modtag")
        assert rows.count() == left
        axe(keeper)
        rows.first.click()
        keeper.get_by_text("Lige så god, som da den gik ud").click()
        axe(keeper)
        keeper.get_by_role("button", name="Bekræft, at den er her").click()
        keeper.get_by_text("Den er modtaget").wait_for()
