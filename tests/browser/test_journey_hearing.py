"""A hearing in a real browser: asked, commented on, answered, closed, shown at the version; and a dialogue meeting."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from hjemmedag.apps.policy import actions, queries
from tests.conftest import NOW, TODAY

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from hjemmedag.apps.people.models import Employee

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Visit = Callable[..., "Page"]
SignIn = Callable[["Page", "Employee"], "Page"]
Axe = Callable[["Page"], None]


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_a_draft_is_heard_and_the_answers_stand_at_the_version(
    visit: Visit, sign_in: SignIn, axe: Axe, dorte: Employee, eva: Employee, phone: bool
) -> None:
    provided, clauses = queries.ready_provisions(), queries.ready_clauses({}, 1, TODAY)
    actions.begin_draft(clauses=clauses, provided=provided, notice_months=1, actor=dorte.pk, now=NOW)
    hr, safety = sign_in(visit(phone=phone), dorte), sign_in(visit(phone=phone), eva)
    ask(hr, axe)
    comment(safety, axe)

    hr.reload()
    hr.get_by_role("link", name="Svar Eva Test").click()
    hr.get_by_text("Fulgt", exact=True).click()
    hr.get_by_label("Svar", exact=False).last.fill("Enig. Vi retter det.")
    axe(hr)
    hr.get_by_role("button", name="Send svaret").click()
    hr.get_by_text("Enig. Vi retter det.").wait_for()
    axe(hr)
    hr.goto("/politik/hoeringer/1/lukning/")
    hr.get_by_label("Hvorfor du ikke venter på alle").fill("Forbundet har svaret i telefonen")
    axe(hr)
    hr.get_by_role("button", name="Luk høringen").click()
    hr.get_by_text("Lukket", exact=False).first.wait_for()
    hr.goto("/politik/kladde/udgivelse/")
    axe(hr)
    hr.get_by_role("button", name="Udgiv politikken").click()
    hr.get_by_text("Version 1 er udgivet").wait_for()

    safety.goto("/politik/1/")
    safety.get_by_role("link", name="Læs bemærkninger og svar").click()
    safety.get_by_text("Enig. Vi retter det.").wait_for()
    axe(safety)


def ask(hr: Page, axe: Axe) -> None:
    """From the draft to a hearing."""
    hr.goto("/politik/kladde/")
    axe(hr)
    hr.get_by_role("link", name="Begynd en høring").click()
    hr.get_by_label("Aftaleparter uden for virksomheden").fill("Forbundet Nord")
    hr.get_by_label("Hvad de især skal se på").fill("Telefontiden")
    axe(hr)
    hr.get_by_role("button", name="Begynd høringen").click()
    hr.get_by_text("Høringen er begyndt.").wait_for()
    axe(hr)


def comment(safety: Page, axe: Axe) -> None:
    """From the start page to a comment on a clause."""
    safety.goto("/")
    safety.get_by_role("link", name="Læs og svar").first.click()
    safety.get_by_text("Læs kladden, og skriv dine bemærkninger").wait_for()
    axe(safety)
    safety.get_by_role("link", name="Læs kladden").click()
    axe(safety)
    safety.get_by_text("Skriv en bemærkning til et afsnit").click()
    safety.locator("details[open] li a").first.click()
    safety.get_by_label("Bemærkning", exact=False).last.fill("Teksten er for lang")
    axe(safety)
    safety.get_by_role("button", name="Send bemærkningen").click()
    safety.get_by_text("Teksten er for lang").wait_for()
    axe(safety)


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_a_team_is_invited_and_reads_what_it_agreed(
    visit: Visit, sign_in: SignIn, axe: Axe, bo: Employee, anna: Employee, phone: bool
) -> None:
    manager, own = sign_in(visit(phone=phone), bo), sign_in(visit(phone=phone), anna)
    manager.goto("/dialogmoeder/")
    axe(manager)
    manager.get_by_role("link", name="Inviter til dialogmøde").first.click()
    manager.get_by_label("Dag", exact=True).fill(TODAY.isoformat())
    axe(manager)
    manager.get_by_role("button", name="Send invitationen").click()
    manager.get_by_text("De er inviteret").wait_for()
    axe(manager)
    manager.get_by_role("link", name="Skriv referatet").click()
    manager.get_by_label("Det talte I om").fill("Telefontid og svartid")
    manager.get_by_label("Faste hjemmedage om ugen").select_option("2")
    manager.get_by_label("Justeres").select_option("quarterly")
    manager.get_by_label("Aftalt punkt 1").fill("Skriv telefontiden ned")
    manager.get_by_label("Hvem tager sig af det").first.select_option("Anna Test")
    manager.get_by_label("Inden").first.fill(TODAY.isoformat())
    axe(manager)
    manager.get_by_role("button", name="Gem referatet").click()
    manager.get_by_text("Referatet er gemt.").wait_for()

    own.goto("/dialogmoeder/")
    own.get_by_text("To faste hjemmedage, justeres hvert kvartal").wait_for()
    axe(own)
    own.get_by_role("link", name="23. november").first.click()
    own.get_by_text("Skriv telefontiden ned").wait_for()
    axe(own)
    with own.expect_download() as taken:
        own.get_by_role("link", name="Læg det i din kalender").click()
    assert taken.value.suggested_filename == "dialogmoede-2026-11-23.ics"
