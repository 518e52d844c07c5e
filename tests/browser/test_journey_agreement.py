"""The way in a real browser: from the needs analysis over a heard policy to an agreement signed and changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from hjemmedag.apps.agreements.models import Terms
from hjemmedag.apps.policy import actions
from hjemmedag.apps.policy.models import JobFunction, Receipt
from tests.conftest import NOW

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from hjemmedag.apps.people.models import Employee

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Visit = Callable[..., "Page"]
SignIn = Callable[["Page", "Employee"], "Page"]
Axe = Callable[["Page"], None]


@pytest.mark.usefixtures("seal")
def test_from_the_needs_analysis_to_the_signed_amendment(
    visit: Visit, sign_in: SignIn, axe: Axe, anna: Employee, bo: Employee, dorte: Employee, eva: Employee
) -> None:
    own, manager, hr, safety = (sign_in(visit(), person) for person in (anna, bo, dorte, eva))
    analyse(hr, axe)
    publish_heard(hr, safety, axe)
    own.goto("/politik/1/")
    own.get_by_role("button", name="Jeg har læst den").click()

    ask(own)
    refuse(manager)
    own.reload()
    own.get_by_label("Hvad vil du gerne have", exact=False).last.fill("Jeg kan tage telefonen hjemmefra.")
    axe(own)
    own.get_by_role("button", name="Spørg HR").click()
    hr.goto("/pligter/")
    hr.get_by_role("link", name="Læs og svar").first.click()
    axe(hr)
    hr.get_by_label("Din begrundelse").fill("Telefonen er dækket. Vi tilbyder ordningen.")
    hr.get_by_role("button", name="Tilbyd ordningen").click()
    sign(own, hr, axe)

    publish_second(hr, axe)
    own.goto("/")
    own.get_by_role("link", name="Læs og bekræft").click()
    own.get_by_text("Ændret siden version 1").wait_for()
    axe(own)
    own.get_by_role("button", name="Jeg har læst ændringerne").click()
    assert Receipt.objects.get(version__number=2).clauses == ["breaks_and_rest"]

    change(own, manager, axe)
    sign(own, hr, axe)
    terms = Terms.objects.filter(arrangement__employee=anna).order_by("starts")
    assert [one.home_days for one in terms] == [[0, 4], [0, 2, 4]]


def analyse(hr: Page, axe: Axe) -> None:
    """The tasks of a job, from a customary kind of it."""
    actions.add_function(name="Sagsbehandler", actor=1, now=NOW)
    hr.goto(f"/egnethed/{JobFunction.objects.get().pk}/")
    hr.get_by_role("link", name="Analysér opgaverne").first.click()
    hr.locator("nav[aria-labelledby=begin] a").first.click()
    hr.get_by_label("Hvad er nyt og hvorfor").fill("Første analyse")
    axe(hr)
    hr.get_by_role("button", name="Gem analysen").click()
    hr.get_by_role("heading", name="Opgave for opgave").wait_for()
    axe(hr)


def publish_heard(hr: Page, safety: Page, axe: Axe) -> None:
    """A draft is heard, refused by the checker for its short rest, mended and published."""
    hr.goto("/politik/kladde/grundlag/")
    hr.get_by_role("button", name="Begynd kladden").click()
    hr.goto("/politik/kladde/vilkaar/")
    hr.get_by_label("Daglig hvile, mindst").fill("9")
    hr.get_by_role("button", name="Gem vilkårene").click()
    hr.get_by_role("link", name="Begynd en høring").click()
    hr.get_by_role("button", name="Begynd høringen").click()
    safety.goto("/politik/hoeringer/1/ingen-bemaerkninger/")
    safety.locator("main form button[type=submit]").click()
    hr.goto("/politik/hoeringer/1/lukning/")
    hr.get_by_role("button", name="Luk høringen").click()
    hr.goto("/politik/kladde/udgivelse/")
    hr.get_by_text("Den daglige hvile er sat til 9 timer. Loven kræver 11 timer").wait_for()
    assert hr.get_by_role("button", name="Udgiv politikken").count() == 0
    axe(hr)
    hr.get_by_role("link", name="Ret det").first.click()
    rest(hr, 11)
    hr.goto("/politik/kladde/udgivelse/")
    hr.get_by_label("Hvorfor du udgiver uden høring om netop disse ord").fill("Kun hvilen er rettet til lovens")
    hr.get_by_role("button", name="Udgiv politikken").click()
    hr.get_by_text("Version 1 er udgivet").wait_for()


def rest(hr: Page, hours: int) -> None:
    """The daily rest among the terms of the draft."""
    hr.get_by_label("Daglig hvile, mindst").fill(str(hours))
    hr.get_by_role("button", name="Gem vilkårene").click()
    hr.get_by_role("heading", name="Kladde til politikken").wait_for()


def publish_second(hr: Page, axe: Axe) -> None:
    """A second version with a longer rest, of which nobody is heard."""
    hr.goto("/politik/kladde/grundlag/")
    hr.get_by_role("button", name="Begynd kladden").click()
    hr.goto("/politik/kladde/vilkaar/")
    rest(hr, 12)
    hr.goto("/politik/kladde/udgivelse/")
    hr.get_by_label("Hvorfor du udgiver uden høring om netop disse ord").fill("En time mere hvile")
    axe(hr)
    hr.get_by_role("button", name="Udgiv politikken").click()
    hr.get_by_text("Version 2 er udgivet").wait_for()


def ask(own: Page) -> None:
    """A wish for Monday and Friday at home, with the addendum in both languages."""
    own.goto("/ansoegning/moenster/")
    own.get_by_text("Nogle dage hjemme").click()
    own.get_by_text("Alle uger er ens").click()
    days(own, 0, 4)
    own.get_by_label("Første dag").fill("2026-12-01")
    own.get_by_role("button", name="Videre: din plads hjemme").click()
    own.get_by_label("Vej og nummer").fill("Æblevej 5")
    own.get_by_label("Postnummer").fill("8000")
    own.get_by_label("By").fill("Aarhus C")
    own.get_by_label("Rum").fill("arbejdsværelset")
    own.get_by_role("button", name="Videre: se, hvad der følger").click()
    own.get_by_role("link", name="Videre: send").click()
    own.locator('label:has(input[value="both"])').click()
    own.get_by_role("button", name="Send til min leder").click()
    own.get_by_text("Din ansøgning er sendt").wait_for()


def days(own: Page, *wanted: int) -> None:
    for day in wanted:
        own.locator(f'label:has(input[name="home_days"][value="{day}"])').click()


def refuse(manager: Page) -> None:
    manager.goto("/")
    manager.get_by_role("link", name="Læs og svar").click()
    manager.get_by_label("Din begrundelse").fill("Nogen skal tage telefonen på kontoret.")
    manager.get_by_role("button", name="Afslå").click()
    manager.get_by_text("Nogen skal tage telefonen på kontoret.").wait_for()


def change(own: Page, manager: Page, axe: Axe) -> None:
    """Wednesday at home too, outside the window and therefore with a reason."""
    own.goto("/ordning/")
    own.get_by_role("link", name="Bed om et andet mønster").click()
    days(own, 2)
    own.get_by_label("Første dag").fill("2026-12-07")
    own.get_by_label("Hvorfor kan det ikke vente til vinduet?").fill("Holdet får nye mødedage fra december")
    axe(own)
    own.get_by_role("button", name="Send").click()
    manager.goto("/pligter/")
    manager.get_by_role("link", name="Læs og svar").first.click()
    axe(manager)
    manager.get_by_label("Din begrundelse").fill("Det passer med de nye mødedage.")
    manager.get_by_label("Det nye mønsters første dag, hvis du siger ja").fill("2026-12-07")
    manager.get_by_role("button", name="Sig ja").click()
    manager.get_by_text("Det passer med de nye mødedage.").wait_for()


def sign(own: Page, hr: Page, axe: Axe) -> None:
    """The employee signs first, then HR for the employer."""
    for page in (own, hr):
        page.goto("/pligter/")
        page.get_by_role("link", name="Læs og skriv under").first.click()
        axe(page)
        page.get_by_role("button", name="Skriv under").or_(page.get_by_role("button", name="Underskriv")).click()
        page.wait_for_url("**/dokumenter/*/**")
