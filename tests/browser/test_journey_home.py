"""The home workplace in a real browser: assessed, put right and rated again; and the safety work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from hjemmedag.apps.workplaces import actions, queries
from hjemmedag.apps.workplaces.models import Occasion
from tests.apps.workplaces.assessed import assessed
from tests.apps.workplaces.test_judging import home_weeks
from tests.conftest import NOW, TODAY

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from hjemmedag.apps.people.models import Employee

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Visit = Callable[..., "Page"]
SignIn = Callable[["Page", "Employee"], "Page"]
Axe = Callable[["Page"], None]


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_from_assessment_to_a_closed_finding(
    visit: Visit,
    sign_in: SignIn,
    axe: Axe,
    anna: Employee,
    bo: Employee,
    dorte: Employee,
    phone: bool,
) -> None:
    home_weeks(anna, 12, 3)
    actions.judge(today=TODAY, now=NOW)
    own, lead = sign_in(visit(phone=phone), anna), sign_in(visit(phone=phone), bo)
    assess(own, axe)
    own.get_by_text("Ingen handling endnu").wait_for()

    lead.goto("/arbejdsmiljoe/handlingsplan/?vis=missing")
    axe(lead)
    lead.get_by_role("link", name="Stolen står ikke stabilt").click()
    axe(lead)
    lead.get_by_role("link", name="Planlæg en handling").click()
    lead.get_by_label("Årsagen").fill("Stolen er slidt")
    lead.get_by_label("Hvad der bliver gjort").fill("En ny stol fra lageret")
    lead.get_by_label("Frist").fill((TODAY + timedelta(days=10)).isoformat())
    axe(lead)
    lead.locator("main form").get_by_role("button").first.click()
    lead.get_by_role("button", name="Det er udført").click()

    own.goto("/hjemmearbejdssted/")
    own.get_by_role("link", name="Stolen står ikke stabilt").click()
    axe(own)
    own.get_by_role("button", name="Ja, det er i orden").click()
    own.goto("/hjemmearbejdssted/")
    own.get_by_text("1 er bragt i orden").wait_for()


def assess(page: Page, axe: Axe) -> None:
    """Five pages of yes, but for the chair, and send."""
    page.goto("/hjemmearbejdssted/")
    axe(page)
    page.get_by_role("button", name="Vurder mit hjemmearbejdssted").click()
    for number in range(1, len(queries.STEPS) + 1):
        page.wait_for_url(f"**/apv/trin/{number}/")
        axe(page)
        for group in page.locator("main fieldset").all():
            group.get_by_text("Nej" if "Står stolen stabilt?" in group.inner_text() else "Ja", exact=True).first.click()
        page.get_by_role("button", name="Gem og gå videre").first.click()
    page.wait_for_url("**/apv/indsendelse/")
    axe(page)
    page.get_by_role("button", name="Send vurderingen").click()
    page.wait_for_url("**/hjemmearbejdssted/")


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_whoever_moves_is_asked_to_assess_the_new_place(
    visit: Visit, sign_in: SignIn, axe: Axe, anna: Employee, phone: bool
) -> None:
    home_weeks(anna, 12, 3)
    actions.judge(today=TODAY, now=NOW)
    long_ago = timedelta(days=40)
    Occasion.objects.update(on=TODAY - long_ago)
    assessed(anna, today=TODAY - long_ago, now=NOW - long_ago)
    own = sign_in(visit(phone=phone), anna)
    own.goto("/hjemmearbejdssted/")
    assert own.get_by_text("Skal vurderes", exact=True).count() == 0

    own.get_by_role("link", name="Jeg flytter").click()
    axe(own)
    for label, words in {"Dagen, du flytter ind": TODAY.isoformat(), "Vej og nummer": "Åvej 4", "By": "Ålbæk"}.items():
        own.get_by_label(label, exact=True).fill(words)
    own.get_by_label("Postnummer").fill("9982")
    own.get_by_role("button", name="Gem").click()
    own.get_by_text("Skal vurderes", exact=True).wait_for()
    own.get_by_text("Anledning: Du flyttede.").wait_for()
    axe(own)


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_risks_and_the_yearly_discussion(
    visit: Visit, sign_in: SignIn, axe: Axe, dorte: Employee, eva: Employee, phone: bool
) -> None:
    hr, safety = sign_in(visit(phone=phone), dorte), sign_in(visit(phone=phone), eva)
    safety.goto("/arbejdsmiljoe/hjemme/")
    axe(safety)
    with safety.expect_download() as download:
        safety.get_by_role("button", name="Dokumentation uden navne (XLSX)").click()
    assert download.value.suggested_filename == f"bevis-hjemmearbejdssteder-{TODAY}.xlsx"
    hr.goto("/arbejdsmiljoe/droeftelser/")
    axe(hr)
    hr.get_by_role("link", name="Skriv arbejdsmiljødrøftelsen ned").click()
    axe(hr)
    for box in hr.get_by_role("checkbox").all():
        box.check()
    hr.get_by_label("Hvordan samarbejdet går, og hvor tit I mødes").fill("Hvert kvartal")
    hr.get_by_label("Mål for det kommende år").fill("Ro til at arbejde")
    hr.get_by_role("button", name="Gem").click()
    hr.get_by_text("Drøftelsen er skrevet ned.").wait_for()
    axe(hr)
    safety.goto("/arbejdsmiljoe/droeftelser/")
    safety.get_by_text("Ro til at arbejde").wait_for()
    axe(safety)
