"""Working time in a real browser: written, warned, explained, sent, approved, corrected, kept, paid and closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from hjemmedag.apps.worktime import actions, queries
from hjemmedag.core.worktime.weeks import Status
from tests.conftest import NOW

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from hjemmedag.apps.people.models import Employee

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Visit = Callable[..., "Page"]
SignIn = Callable[["Page", "Employee"], "Page"]
Axe = Callable[["Page"], None]

CALENDAR = "\r\n".join(
    [
        *("BEGIN:VCALENDAR", "VERSION:2.0"),
        *(
            "BEGIN:VEVENT",
            "UID:a",
            "SUMMARY:Opkald",
            "DTSTART:20261120T180000Z",
            "DTEND:20261120T183000Z",
            "END:VEVENT",
        ),
        *("BEGIN:VEVENT", "UID:b", "SUMMARY:Kor", "DTSTART:20261120T190000Z", "DTEND:20261120T193000Z", "END:VEVENT"),
        *("END:VCALENDAR", ""),
    ]
)
LAST_MONTH = date(2026, 10, 12)
WEEK = date(2026, 11, 16)


@pytest.fixture(autouse=True)
def registering(company: object, clock: object) -> None:
    """The company has registered here since January; the clock stands at the tests' own moment."""
    actions.choose(choices=actions.Choices(starts=date(2026, 1, 5)), revision=1, actor=None, now=NOW)


def status(person: Employee) -> Status:
    return queries.way_of(queries.week_of(person.pk, WEEK)).status


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_a_week_from_the_first_hour_to_the_closed_month(
    visit: Visit,
    sign_in: SignIn,
    axe: Axe,
    anna: Employee,
    bo: Employee,
    ida: Employee,
    dorte: Employee,
    phone: bool,
) -> None:
    writes = sign_in(visit(phone=phone), anna)
    write(writes, axe)
    fetch(writes, axe)
    assert status(anna) is Status.SENT

    answers = sign_in(visit(phone=phone), bo)
    answers.goto("/")
    axe(answers)
    answers.get_by_role("link", name="Se ugerne").click()
    axe(answers)
    answers.get_by_role("link", name="Anna Test").click()
    assert answers.get_by_text("Grunden: Serveren gik ned").first.is_visible()
    axe(answers)
    answers.get_by_role("button", name="Godkend ugen").click()
    answers.get_by_text("Ugen er godkendt.").wait_for()
    axe(answers)
    assert status(anna) is Status.APPROVED

    correct(writes, axe)
    assert status(anna) is Status.SENT
    answers.goto("/arbejdstid/godkendelse/")
    assert answers.get_by_text("ændret efter godkendelsen").is_visible()
    answers.get_by_role("link", name="Anna Test").click()
    assert answers.get_by_text("Jeg glemte mødet").is_visible()
    axe(answers)

    writes.goto("/arbejdstid/mine/")
    axe(writes)
    with writes.expect_download() as own:
        writes.get_by_role("link", name="CSV").click()
    assert "16-11-2026" in own.value.path().read_text("utf-8-sig")

    pay(sign_in(visit(phone=phone), ida), axe)
    chooses = sign_in(visit(phone=phone), dorte)
    chooses.goto("/arbejdstid/valg/")
    axe(chooses)


def write(writes: Page, axe: Axe) -> None:
    """From the card on the start page: hours as they are said, a rest that was too short, and why; then sent.

    Enter in a field saves: it never sends.
    """
    writes.goto("/")
    axe(writes)
    writes.get_by_role("link", name="Se ugen").click()
    writes.wait_for_url("**/arbejdstid/2026/47/")
    axe(writes)
    writes.get_by_label("Mandag 16. november").fill("8-16, 20-23 hjemme")
    writes.get_by_label("Tirsdag 17. november").fill("7-15")
    writes.get_by_label("Tirsdag 17. november").press("Enter")
    reason = writes.get_by_label("Hvad var grunden?")
    reason.wait_for()
    axe(writes)
    reason.fill("Serveren gik ned")
    writes.get_by_role("button", name="Gem timerne").click()
    writes.get_by_text("Dine timer er gemt.").wait_for()
    axe(writes)
    writes.get_by_role("button", name="Ja, bekræft ugen").click()
    writes.get_by_text("Ugen er bekræftet og sendt til din leder.").wait_for()
    axe(writes)


def fetch(writes: Page, axe: Axe) -> None:
    """From the calendar: a suggestion beside what is typed, put on the week in one press."""
    writes.get_by_role("link", name="Hent fra din kalender").click()
    axe(writes)
    file = {"name": "kalender.ics", "mimeType": "text/calendar", "buffer": CALENDAR.encode()}
    writes.get_by_label("Kalenderfil").set_input_files(file)
    writes.get_by_role("button", name="Hent forslag").click()
    writes.get_by_text("2 forslag er hentet.").wait_for()
    axe(writes)
    writes.get_by_role("link", name="Uge 47, 2026").click()
    writes.get_by_text("Fra din kalender: 19–19:30 Opkald").wait_for()
    axe(writes)
    writes.get_by_role("button", name="Fjern 20–20:30").click()
    writes.get_by_text("Fra din kalender: 20–20:30").wait_for(state="detached")
    writes.get_by_role("button", name="Tilføj 19–19:30").click()
    writes.get_by_text("Dine timer er gemt.").wait_for()
    assert "19-19:30" in writes.get_by_label("Fredag 20. november").input_value()
    axe(writes)


def correct(writes: Page, axe: Axe) -> None:
    """Later hours say why they differ."""
    writes.goto("/arbejdstid/2026/47/")
    writes.get_by_label("Onsdag 18. november").fill("8-17")
    writes.get_by_role("button", name="Gem timerne").click()
    writes.get_by_text("Skriv, hvorfor").first.wait_for()
    axe(writes)
    writes.get_by_label("Hvorfor ændrer du det?").fill("Jeg glemte mødet")
    writes.get_by_role("button", name="Gem timerne").click()
    writes.get_by_text("Dine timer er gemt.").wait_for()


def pay(pays: Page, axe: Axe) -> None:
    """The file of a month, and its closing."""
    pays.goto("/arbejdstid/maaneder/")
    axe(pays)
    october = pays.get_by_role("row", name="oktober 2026")
    with pays.expect_download() as file:
        october.get_by_role("link", name="CSV").click()
    assert file.value.suggested_filename.startswith("arbejdstid-2026-10")
    october.get_by_role("link", name="Luk måneden").click()
    axe(pays)
    pays.get_by_label("Jeg ved, at disse uger ikke er med i månedens løn").check()
    pays.get_by_role("button", name="Luk måneden").click()
    pays.get_by_text("Måneden er lukket.").wait_for()
    axe(pays)
