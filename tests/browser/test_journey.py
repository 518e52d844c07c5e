"""The product's main journey in a real browser: from the wish to the sealed addendum that public tools find valid."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hjemmedag.apps.agreements.models import Arrangement

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from hjemmedag.apps.people.models import Employee

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Visit = Callable[..., "Page"]
SignIn = Callable[["Page", "Employee"], "Page"]
Axe = Callable[["Page"], None]


def pdfsig(file: Path) -> str:
    """What poppler says of the signatures in a file."""
    return subprocess.run(["pdfsig", "-nocert", str(file)], capture_output=True, text=True, check=False).stdout


@pytest.mark.usefixtures("policy", "seal")
@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_from_the_wish_to_the_sealed_addendum(
    visit: Visit,
    sign_in: SignIn,
    axe: Axe,
    tmp_path: Path,
    anna: Employee,
    bo: Employee,
    dorte: Employee,
    phone: bool,
) -> None:
    wishes = sign_in(visit(phone=phone), anna)
    wishes.goto("/")
    axe(wishes)
    wishes.get_by_role("link", name="Søg om hjemmedage").click()
    axe(wishes)
    wishes.get_by_role("link", name="Søg om hjemmedage").click()
    axe(wishes)
    wishes.get_by_text("Nogle dage hjemme").click()
    wishes.get_by_text("Alle uger er ens").click()
    for day in (0, 4):
        wishes.locator(f'label:has(input[name="home_days"][value="{day}"])').click()
    wishes.get_by_label("Første dag").fill("2026-12-01")
    axe(wishes)
    wishes.get_by_role("button", name="Videre: din plads hjemme").click()
    wishes.get_by_label("Vej og nummer").fill("Æblevej 5")
    wishes.get_by_label("Postnummer").fill("8000")
    wishes.get_by_label("By").fill("Aarhus C")
    wishes.get_by_label("Rum").fill("arbejdsværelset")
    axe(wishes)
    wishes.get_by_role("button", name="Videre: se, hvad der følger").click()
    axe(wishes)
    wishes.get_by_role("link", name="Hvorfor?").first.click()
    wishes.locator("#why-body h2").wait_for()
    axe(wishes)
    wishes.keyboard.press("Escape")
    wishes.get_by_role("link", name="Videre: send").click()
    wishes.get_by_label("Hvad vil du gerne have").fill("Jeg arbejder bedst i ro.")
    axe(wishes)
    wishes.get_by_role("button", name="Send til min leder").click()
    wishes.get_by_text("Din ansøgning er sendt").wait_for()
    axe(wishes)

    answers = sign_in(visit(phone=phone), bo)
    answers.goto("/")
    axe(answers)
    answers.get_by_role("link", name="Læs og svar").click()
    axe(answers)
    answers.get_by_label("Din begrundelse").fill("Det passer fint med teamets opgaver.")
    answers.get_by_role("button", name="Godkend", exact=True).click()
    answers.get_by_text("Godkendt. Medarbejderen har papiret nu.").wait_for()
    answers.goto("/ansoegninger/?state=all")
    axe(answers)

    for person in (anna, dorte):
        signs = sign_in(visit(phone=phone), person)
        signs.goto("/")
        signs.get_by_role("link", name="Læs og skriv under").click()
        axe(signs)
        signs.get_by_role("button", name="Skriv under").or_(signs.get_by_role("button", name="Underskriv")).click()
        signs.wait_for_url("**/dokumenter/*/**")
        axe(signs)

    arrangement = Arrangement.objects.get()
    wishes.goto(f"/ordninger/{arrangement.pk}/")
    axe(wishes)
    wishes.get_by_role("link", name="Tillæg om hjemmearbejde for Anna Test").click()
    axe(wishes)
    with wishes.expect_download() as download:
        wishes.get_by_role("link", name="Hent").first.click()
    sealed = tmp_path / "tillaeg.pdf"
    download.value.save_as(sealed)
    said = pdfsig(sealed)
    assert said.count("Signature Validation: Signature is Valid.") == 2

    changed = tmp_path / "aendret.pdf"
    content = bytearray(sealed.read_bytes())
    content[len(content) // 3] ^= 1
    changed.write_bytes(content)
    assert "Digest Mismatch" in pdfsig(changed)
    visitor = visit(phone=phone)
    for file, words in ((sealed, "uændret"), (changed, "ændret")):
        visitor.goto("/tjek/")
        axe(visitor)
        visitor.locator("input[type=file]").set_input_files(file)
        visitor.locator("main form button[type=submit]").click()
        visitor.get_by_text(words).first.wait_for()
        axe(visitor)
