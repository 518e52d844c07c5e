"""What stands on the pages themselves: nobody reads an address or an illness that isn't theirs to read, and no page
leads its reader to a closed door."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import timedelta
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.access.conftest import PICTURE, STREET
from tests.access.table import CLOSED, LISTS, WHO, Row, address, as_it_was, ask, rows
from tests.conftest import HIRED, TODAY

if TYPE_CHECKING:
    from hjemmedag.apps.people.models import Employee
    from tests.access.conftest import World

LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"')
ILL = ("Syg", "Sick")


def seen(world: World, who: str) -> Iterator[tuple[Row, str, HttpResponse]]:
    """Every page and file that somebody gets, lists in each of their forms."""
    for row in rows():
        if row.method != "GET" or row.by(who) != "200":
            continue
        url = address(row, world.records)
        forms = ("", "?format=csv", "?state=all", "?state=all&format=csv") if row.route in LISTS else ("",)
        for form in forms:
            with as_it_was(row):
                answer = ask(world.browsers[who], url + form)
            yield row, url + form, answer


def readable(answer: HttpResponse) -> str:
    body = b"".join(answer) if answer.streaming else answer.content
    return unescape(body.decode("utf-8", errors="ignore"))


def test_a_home_address_is_read_by_the_person_and_hr_for_the_whole_company_alone(world: World) -> None:
    found = defaultdict(set)
    for who in WHO:
        for row, _url, answer in seen(world, who):
            if STREET in readable(answer):
                found[who].add(row.route)
    assert set(found) == {"own", "hr"}
    assert found["hr"] <= {"people:person", "overview:application", "overview:arrangement"}


def test_a_picture_of_a_home_reaches_its_person_and_its_one_viewer_alone_by_one_route(world: World) -> None:
    """Every route, asked for and sent to, by everyone: lists and exports, HR, the auditor and search included."""
    found = set()
    for who in WHO:
        for row in rows():
            for method in ("GET", "POST"):
                if row.by(who) in CLOSED and row.route != "workplaces:photo_file":
                    continue
                with as_it_was(row):
                    answer = ask(world.browsers[who], address(row, world.records), method)
                body = b"".join(answer) if answer.streaming else answer.content
                if PICTURE in body:
                    found.add((who, method, row.route))
                    told = {name: answer.headers.get(name) for name in HEADERS}
                    assert told == HEADERS
    assert found == {(who, "GET", "workplaces:photo_file") for who in ("own", "led")}


HEADERS = {
    "Content-Type": "image/jpeg",
    "Content-Disposition": 'inline; filename="billede.jpg"',
    "Cache-Control": "private, no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
"""What goes with a picture: it is shown, never guessed at, and nobody keeps it."""


def test_the_employers_signer_reads_the_home_address_in_the_addendum_alone(
    world: World, everybody: dict[str, Employee], offer: Callable[..., Any], sign: Any, as_: Callable[..., Client]
) -> None:
    from hjemmedag.apps.agreements import queries as agreements
    from hjemmedag.apps.people.models import SigningRight

    SigningRight.objects.all().delete()
    SigningRight.objects.create(employee=everybody["ldr"], starts=HIRED)
    [document] = agreements.documents_of(offer(everybody["oth"], by=everybody["ldr"]))
    address = f"/dokumenter/{document}/fil/"
    signer, manager = as_(everybody["ldr"]), as_(everybody["led"])
    assert signer.get(address).headers["Content-Type"] == "application/pdf"
    assert manager.get(address).status_code == 404
    assert STREET not in readable(signer.get(f"/mennesker/{everybody['oth'].pk}/"))
    assert STREET not in readable(signer.get("/ansoegninger/?state=all"))


def test_why_someone_is_away_is_read_by_the_person_and_hr_that_keeps_the_record_alone(world: World) -> None:
    for who in WHO:
        with as_it_was(Row("GET", "people:person", "person")):
            page = ask(world.browsers[who], f"/mennesker/{world.records['person'][0]}/")
        told = any(re.search(rf"\b{word}", readable(page)) for word in ILL)
        assert told is (who in ("own", "hr", "unt")), who


@pytest.mark.parametrize("who", [who for who in WHO if who not in ("out", "left", "half")])
def test_no_page_leads_its_reader_to_a_closed_door(who: str, world: World) -> None:
    asked: dict[str, int] = {}
    found = set()
    for row, url, page in seen(world, who):
        if not page.headers["Content-Type"].startswith("text/html"):
            continue
        for link in map(unescape, LINK.findall(page.content.decode())):
            leads = urlsplit(urljoin(url, link))
            if leads.scheme or leads.netloc:
                continue
            target = leads.path + (f"?{leads.query}" if leads.query else "")
            if target not in asked:
                with as_it_was(row):
                    asked[target] = ask(world.browsers[who], target).status_code
            found |= {f"{row.route} → {target}: {asked[target]}"} if asked[target] >= 400 else set()
    assert sorted(found) == []


def test_a_second_role_opens_nothing_that_neither_role_opens(
    world: World, everybody: dict[str, Employee], as_: Callable[..., Client], bo: Employee
) -> None:
    """Payroll that leads someone reads the wishes of those it leads; that it sees everyone's hours adds nothing."""
    from hjemmedag.apps.people.models import Department, Reporting, RoleGrant

    leads = as_(everybody["pay"])
    Reporting.objects.filter(employee=everybody["oth"]).update(ends=TODAY - timedelta(days=1))
    Reporting.objects.create(employee=everybody["oth"], manager=everybody["pay"], starts=TODAY - timedelta(days=1))
    unit = Department.objects.get(name="HR")
    RoleGrant.objects.create(employee=everybody["dpo"], role="hr", department=unit, starts=HIRED)
    keeps = as_(everybody["dpo"])
    for record in ("waiting", "answered"):
        url = f"/ansoegninger/{world.records[record][0]}/"
        assert (leads.get(url).status_code, keeps.get(url).status_code) == (404, 404)
    for url in ("/ansoegninger/?state=all", "/ordninger/", f"/politik/{world.records['version'][0]}/kvitteringer/"):
        for browser in (leads, keeps):
            assert "Anna" not in readable(browser.get(url))
