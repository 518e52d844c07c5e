"""The stock: what there is, where it is, and when it needs something."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from hjemmedag.adapters.spreadsheets import read
from hjemmedag.apps.audit.queries import changed_rows
from hjemmedag.apps.equipment import actions, queries
from hjemmedag.apps.equipment.models import Item, Kind, PackageLine
from hjemmedag.apps.people.models import Employee, Site
from hjemmedag.apps.policy.models import JobFunction
from hjemmedag.core.refusals import Refused, Stale
from tests.conftest import HIRED, NOW, TODAY

As = Callable[[Employee], Client]
Stock = dict[str, Item]


def facts(item: Item, **other: object) -> actions.ItemFacts:
    said = {name: getattr(item, name) for name in actions.ItemFacts.__dataclass_fields__}
    return actions.ItemFacts(**said | {"kind": item.kind_id, "site": item.site_id} | other)


def test_service_and_replacement_follow_from_the_kind_where_nothing_is_said(stock: Stock, put: Callable[..., Item]):
    assert stock["S-1"].service_on == date(2028, 1, 5)
    assert stock["S-2"].service_on is None  # nobody knows when it was bought
    late = put(Kind.objects.get(name="Headset"), "H-2", bought_on=date(2026, 1, 31), replace_on=date(2027, 1, 1))
    assert late.replace_on == date(2027, 1, 1)


def test_a_number_and_a_serial_number_are_there_once(stock: Stock, put: Callable[..., Item]):
    with pytest.raises(Refused, match="S-1"):
        put(stock["C-1"].kind, "S-1")
    with pytest.raises(Refused, match="CN0001"):
        put(stock["C-1"].kind, "S-9", serial="CN0001")
    assert Item.objects.count() == 4


def test_a_kind_is_there_once_whatever_its_case(stock: Stock, kind: Callable[..., Kind]):
    with pytest.raises(Refused):
        kind("SKÆRM")


def test_who_was_second_to_change_an_item_is_told(stock: Stock, dorte: Employee, gry: Employee):
    row = stock["S-1"]
    actions.change_item(pk=row.pk, item=facts(row, model="Ny"), revision=1, actor=gry.pk, now=NOW)
    with pytest.raises(Stale):
        actions.change_item(pk=row.pk, item=facts(row, model="Anden"), revision=1, actor=dorte.pk, now=NOW)
    assert Item.objects.get(pk=row.pk).model == "Ny"


def test_the_list_finds_narrows_and_exports(stock: Stock, gry: Employee, as_: As):
    browser = as_(gry)
    page = browser.get("/udstyr/lager/?q=u2723 cn0002").content.decode()
    assert "S-2" in page
    assert "S-1" not in page
    screens = browser.get(f"/udstyr/lager/?type={stock['S-1'].kind_id}&hvor=stock").context["page"]
    assert [one.number for one in screens] == ["S-1", "S-2"]
    assert not browser.get("/udstyr/lager/?hvor=lent").context["rows"]
    due = browser.get("/udstyr/lager/?tid=service").context["page"]
    assert list(due) == []
    table = read(browser.get("/udstyr/lager/?format=csv").content)
    assert table.headings[:4] == ("nummer", "type", "model", "serienummer")
    assert [row.cells[0] for row in table.rows] == ["C-1", "H-1", "S-1", "S-2"]


def test_an_exported_formula_is_text(stock: Stock, put: Callable[..., Item], gry: Employee, as_: As):
    put(stock["S-1"].kind, "X-1", model='=HYPERLINK("http://evil")')
    content = as_(gry).get("/udstyr/lager/?format=csv&q=x-1").content.decode("utf-8-sig")
    assert "'=HYPERLINK" in content


def test_an_item_is_added_changed_serviced_and_written_off_through_its_pages(stock: Stock, gry: Employee, as_: As):
    browser, site = as_(gry), Site.objects.get(name="Aarhus")
    said = {"number": "S-3", "kind": stock["S-1"].kind_id, "site": site.pk, "model": "LG"}
    answer = browser.post("/udstyr/lager/ny/", said)
    row = Item.objects.get(number="S-3")
    assert answer.headers["Location"] == f"/udstyr/lager/{row.pk}/"
    browser.post(f"/udstyr/lager/{row.pk}/", said | {"model": "LG 27", "revision": 1})
    browser.post(f"/udstyr/lager/{row.pk}/eftersyn/", {"on": TODAY, "next_on": "2027-11-23"})
    row.refresh_from_db()
    assert (row.model, row.service_on, row.revision) == ("LG 27", date(2027, 11, 23), 3)
    browser.post(f"/udstyr/lager/{row.pk}/udgaaet/", {"why": "worn", "on": TODAY, "words": "Skærmen er revnet"})
    assert queries.where(queries.item(row.pk)) is queries.Where.GONE
    assert "Skærmen er revnet" in browser.get(f"/udstyr/lager/{row.pk}/").content.decode()
    with pytest.raises(Stale):
        actions.write_off(pk=row.pk, why="worn", on=TODAY, words="", actor=gry.pk, now=NOW)


def test_labels_are_a_pdf_of_the_list_as_it_is_narrowed(stock: Stock, gry: Employee, as_: As):
    answer = as_(gry).get("/udstyr/lager/etiketter/?q=skærm")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-1.7")
    assert as_(gry).get("/udstyr/lager/etiketter/?q=nothing").status_code == 302


FILE = (
    "nummer;type;model;serienummer;arbejdssted;købt;eftersyn;udskiftning\r\n"
    "S-7;skærm;Dell;CN7;Aarhus;01-03-2026;;\r\n"
    "C-7;Stol;;;Aarhus;;;2031-01-01\r\n"
)


def send(browser: Client, content: str):
    return browser.post("/udstyr/lager/fil/", {"file": SimpleUploadedFile("liste.csv", content.encode())})


def test_a_file_is_taken_in_whole(stock: Stock, gry: Employee, as_: As):
    assert send(as_(gry), FILE).status_code == 302
    screen = Item.objects.get(number="S-7")
    assert (screen.service_on, screen.findable) == (date(2028, 3, 1), "s-7 cn7 dell skærm")
    assert Item.objects.get(number="C-7").replace_on == date(2031, 1, 1)


@pytest.mark.parametrize(
    ("row", "where", "what"),
    [
        ("S-1;skærm;;;Aarhus;;;", "nummer", "allerede i lageret"),
        ("S-8;skærm;;CN0001;Aarhus;;;", "serienummer", "allerede i lageret"),
        ("S-8;Bord;;;Aarhus;;;", "type", "&quot;Bord&quot; findes ikke. Vælg en af: Headset, Skærm, Stol"),
        ("S-8;skærm;;;Odense;;;", "arbejdssted", "&quot;Odense&quot; findes ikke"),
        ("S-8;skærm;;;Aarhus;31-02-2026;;", "købt", "er ikke en dato"),
        (";skærm;;;Aarhus;;;", "nummer", "Feltet er tomt"),
        ("S-7;skærm;;;Aarhus;;;", "nummer", "står også i række 2"),
    ],
)
def test_a_fault_names_row_and_column_and_nothing_is_taken_in(
    row: str, where: str, what: str, stock: Stock, gry: Employee, as_: As
):
    page = send(as_(gry), FILE + row + "\r\n").content.decode()
    assert "Række 4" in page
    assert f">{where}<" in page
    assert what in page
    assert Item.objects.count() == 4


def test_what_is_no_table_is_refused(stock: Stock, gry: Employee, as_: As):
    page = send(as_(gry), "").content.decode()
    assert "tom" in page
    page = send(as_(gry), "nummer;type\r\nS-7;skærm\r\n").content.decode()
    assert "Kolonnen arbejdssted mangler" in page


def test_what_was_exported_can_be_read_again(stock: Stock, gry: Employee, as_: As):
    browser = as_(gry)
    content = browser.get("/udstyr/lager/?format=xlsx").content
    Item.objects.all().delete()
    answer = browser.post("/udstyr/lager/fil/", {"file": SimpleUploadedFile("a.xlsx", BytesIO(content).read())})
    assert answer.status_code == 302
    assert Item.objects.count() == 4


def test_a_package_holds_from_a_day_on_and_what_held_before_is_kept(
    developer: JobFunction, stock: Stock, dorte: Employee, as_: As
):
    browser, screen, chair = as_(dorte), stock["S-1"].kind_id, stock["C-1"].kind_id
    page = browser.get(f"/udstyr/pakker/{developer.pk}/")
    said = {"seen": page.context["form"]["seen"].value(), "starts": TODAY, f"kind_{screen}": 2}
    assert browser.post(f"/udstyr/pakker/{developer.pk}/", said).status_code == 302
    told = {(one.kind_id, one.count, one.starts, one.ends) for one in PackageLine.objects.all()}
    assert told == {(screen, 1, HIRED, TODAY), (chair, 1, HIRED, TODAY), (screen, 2, TODAY, None)}
    assert [(line.kind_id, line.count) for line in queries.package_for("UDVIKLER", TODAY)] == [(screen, 2)]
    assert queries.package_for("Direktør", TODAY) == []
    assert "Nogen har" in browser.post(f"/udstyr/pakker/{developer.pk}/", said).content.decode()
    later = said | {"seen": queries.digest(queries.lines_of(developer.pk)), "starts": HIRED}
    assert "senere dag" in browser.post(f"/udstyr/pakker/{developer.pk}/", later).content.decode()
    assert "2 × Skærm" in browser.get("/udstyr/pakker/").content.decode()


def test_a_price_is_written_the_danish_way_and_an_empty_one_is_not_known(gry: Employee, as_: As):
    browser = as_(gry)
    for name, price in (("Skærm", "2.200,50"), ("Skærm", "2200,50"), ("Stol", ""), ("Lampe", "-1")):
        browser.post("/udstyr/typer/", {"name": name, "benefit": "furniture", "price": price})
    assert list(Kind.objects.values_list("name", "price")) == [("Skærm", Decimal("2200.50")), ("Stol", None)]
    assert list(changed_rows()) == []


def test_kinds_are_added_and_changed(stock: Stock, gry: Employee, as_: As):
    browser = as_(gry)
    browser.post("/udstyr/typer/", {"name": "Router", "benefit": "phone"})
    row = Kind.objects.get(name="Router")
    said = {"name": "Mobilrouter", "benefit": "phone", "lasts_months": 48, "revision": 1}
    browser.post(f"/udstyr/typer/{row.pk}/", said)
    row.refresh_from_db()
    assert (row.name, row.lasts_months, row.revision) == ("Mobilrouter", 48, 2)
    assert "Nogen har" in browser.post(f"/udstyr/typer/{row.pk}/", said).content.decode()
