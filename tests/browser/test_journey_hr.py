"""HR in a real browser: a staff list with faults, a sound one, a policy published, and read by someone new."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy.models import Receipt
from tests.apps.people.staff_files import line, staff_file

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from pytest_django.fixtures import SettingsWrapper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Visit = Callable[..., "Page"]
SignIn = Callable[["Page", "Employee"], "Page"]
Axe = Callable[["Page"], None]

FIRST_NAMES = ("Åse", "Bjørn", "Cæcilie", "Dagny", "Egon", "Frøya", "Gøsta", "Hjørdis", "Iben", "Jørn")
SECRET = "fire ord i en kæde"
FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one)
  return [one.labels?.[0]?.innerText || one.innerText || "", style.outlineStyle + style.boxShadow]
}"""
"""The words of what has the focus, and how that is shown."""


def staff() -> list[str]:
    """Forty people of two teams; the first leads the others."""
    return [
        line(
            str(2000 + place),
            fornavn=FIRST_NAMES[place % 10],
            efternavn=f"Prøve{place:02}",
            leder="2000" if place else "",
            team="Kundeløsninger" if place % 2 else "Økonomi",
            afdeling="Drift",
        )
        for place in range(40)
    ]


def with_faults() -> list[str]:
    """The same list with a fault in four of its rows."""
    rows = staff()
    rows[3] = line("2003", ansat_fra="31-02-2026")
    rows[10] = line("2010", email="uden-snabel")
    rows[20] = line("2020", ugentlige_timer="mange")
    rows[30] = line("2030", leder="9999")
    return rows


@pytest.fixture(autouse=True)
def files(tmp_path: Path, settings: SettingsWrapper) -> None:
    """Uploaded files go to a folder of the test's own."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
    }


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_from_the_staff_list_to_the_first_receipt(
    visit: Visit, sign_in: SignIn, axe: Axe, tmp_path: Path, dorte: Employee, phone: bool
) -> None:
    lists = {"fejl.csv": with_faults(), "liste.csv": staff()}
    for name, rows in lists.items():
        (tmp_path / name).write_bytes(staff_file(rows))
    hr = sign_in(visit(phone=phone), dorte)
    take_in(hr, axe, tmp_path)
    publish(hr, axe)

    reader = sign_in(visit(phone=phone), Employee.objects.get(number="2001"))
    reader.goto("/")
    axe(reader)
    reader.get_by_role("link", name="Læs og bekræft").click()
    assert reader.get_by_text("Vi siger til i god tid.").is_visible()
    axe(reader)
    reader.get_by_role("button", name="Jeg har læst den").click()
    reader.get_by_text("Du bekræftede").wait_for()
    axe(reader)
    reader.goto("/")
    assert reader.get_by_role("link", name="Læs og bekræft").count() == 0

    hr.goto("/politik/")
    assert hr.get_by_role("row", name="Version 1").get_by_role("link", name="1", exact=True).is_visible()
    axe(hr)
    hr.get_by_role("row", name="Version 1").get_by_role("link", name="40").click()
    hr.goto("/politik/1/kvitteringer/?kvittering=givet")
    assert hr.get_by_role("rowheader").all_inner_texts() == ["Bjørn Prøve01"]
    axe(hr)


def take_in(hr: Page, axe: Axe, folder: Path) -> None:
    """Choose the faulty list, see its faults, choose the sound one and take it in."""
    hr.goto("/mennesker/")
    hr.get_by_role("link", name="Indlæs en medarbejderliste").click()
    axe(hr)
    choose(hr, folder / "fejl.csv")
    assert hr.get_by_role("heading", level=1).inner_text() == "Listen har fejl"
    named = hr.get_by_role("rowheader").all_inner_texts()
    assert [words.split()[-1] for words in named] == ["5", "12", "22", "32"]
    assert hr.get_by_text("31-02-2026").is_visible()
    assert Employee.objects.count() == 1
    axe(hr)

    hr.get_by_role("link", name="Vælg den rettede fil").click()
    choose(hr, folder / "liste.csv")
    assert hr.get_by_role("heading", level=1).inner_text() == "Det ændrer listen"
    assert hr.get_by_text("Windows-1252").is_visible()
    assert Employee.objects.count() == 1
    axe(hr)
    hr.get_by_role("button", name="Indlæs listen").click()
    hr.get_by_text("Listen er indlæst").wait_for()
    axe(hr)
    assert Employee.objects.count() == 41
    hr.goto("/mennesker/?q=bjørn")
    assert hr.get_by_role("link", name="Bjørn Prøve01").is_visible()
    axe(hr)


def choose(hr: Page, file: Path) -> None:
    hr.locator("input[type=file]").set_input_files(file)
    hr.get_by_role("button", name="Se listen igennem").click()
    hr.wait_for_url("**/gennemsyn/")


def publish(hr: Page, axe: Axe) -> None:
    """Begin the ready-made policy, write in one of its clauses, publish it from today."""
    hr.goto("/politik/")
    hr.get_by_role("link", name="Begynd på en politik").click()
    axe(hr)
    hr.get_by_role("button", name="Begynd kladden").click()
    hr.wait_for_url("**/kladde/")
    axe(hr)
    hr.get_by_role("rowheader").first.get_by_role("link").click()
    axe(hr)
    for language, words in (("dansk", "Vi siger til i god tid."), ("engelsk", "We say so in good time.")):
        text = hr.get_by_label(f"Tekst på {language}")
        text.fill(f"{text.input_value()}\n\n{words}")
    hr.get_by_role("button", name="Gem afsnittet").click()
    hr.wait_for_url("**/kladde/#*")
    hr.get_by_role("link", name="Udgiv").click()
    axe(hr)
    hr.get_by_label("Hvorfor du udgiver uden høring om netop disse ord").fill("Vi er kun lige begyndt")
    hr.get_by_role("button", name="Udgiv politikken").click()
    hr.get_by_text("Version 1 er udgivet").wait_for()
    axe(hr)


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the thing with these words has the focus, and can be seen to have it."""
    for _press in range(60):
        page.keyboard.press("Tab")
        said, seen = page.evaluate(FOCUSED)
        if words in said:
            assert seen != "nonenone", f"{words}: nothing shows where the focus is"
            return
    pytest.fail(f"Tab never comes to {words!r} on {page.url}")


@pytest.mark.usefixtures("policy")
def test_with_the_keyboard_alone_from_signing_in_to_the_receipt(page: Page, anna: Employee) -> None:
    anna.set_password(SECRET)
    anna.save()
    page.goto("/")
    page.wait_for_url("**/konto/log-ind/**")
    for label, written in (("E-mail", anna.email), ("Adgangskode", SECRET)):
        tab_to(page, label)
        page.keyboard.type(written)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Det skal du").wait_for()
    tab_to(page, "Gå til indhold")
    page.keyboard.press("Enter")
    tab_to(page, "Læs og bekræft")
    page.keyboard.press("Enter")
    page.wait_for_url("**/politik/**")
    tab_to(page, "Jeg har læst den")
    page.keyboard.press("Enter")
    page.get_by_text("Du bekræftede").wait_for()
    assert Receipt.objects.get().employee == anna
