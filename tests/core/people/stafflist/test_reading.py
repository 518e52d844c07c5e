"""A staff list read: which column is which, what each cell holds, and every fault by row and column."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from hjemmedag.core.law.text import Text
from hjemmedag.core.people.stafflist import Field, StaffRow, TeamName, Terms, read
from hjemmedag.core.people.stafflist.fields import ABOUT
from tests.core.people.stafflist.lists import HEADINGS, cells

ANNA = StaffRow(
    number="0001",
    first_name="Anna",
    last_name="Test",
    email="anna@proeve.example",
    starts=date(2024, 3, 1),
    ends=None,
    terms=Terms("Udvikler", Decimal(37), "Aarhus", ""),
    team=TeamName("Udvikling", "Platform"),
    manager="",
    language="da",
)


def one(**said: str) -> StaffRow:
    """The row as read, without faults."""
    reading = read(HEADINGS, [(2, cells(**said))])
    assert reading.faults == ()
    (row,) = reading.rows
    return row


def faults(*rows: list[str]) -> list[tuple[int, str, str]]:
    """Row, column and Danish words of every fault."""
    reading = read(HEADINGS, list(enumerate(rows, start=2)))
    return [(fault.line, fault.column, fault.text.da) for fault in reading.faults]


def heading_faults(headings: list[str]) -> list[str]:
    """What is said of these headings."""
    return [fault.text.da for fault in read(headings, [(2, cells())]).faults]


def test_a_row_is_read_whole() -> None:
    assert one() == ANNA


def test_headings_may_be_english_in_any_order_and_written_as_people_do() -> None:
    english = [ABOUT[field].english.replace("_", " ").title() for field in Field]
    turned = read(english[::-1], [(2, cells()[::-1])])
    assert turned.rows == (ANNA,)
    assert turned.labels[Field.STARTS] == "Employed From"


def test_a_missing_column_is_named() -> None:
    assert heading_faults([name for name in HEADINGS if name != "leder"]) == [
        "Kolonnen leder mangler. Tilføj den, også hvis den er tom."
    ]


def test_an_unknown_column_is_named() -> None:
    assert heading_faults([*HEADINGS, "skostørrelse"]) == [
        'Kolonnen "skostørrelse" kendes ikke. Slet den, eller ret navnet.'
    ]


def test_two_columns_for_the_same_thing_are_named() -> None:
    assert heading_faults([*HEADINGS, "Manager"]) == [
        'Kolonnerne "leder" og "Manager" siger det samme. Behold den ene.'
    ]


def test_a_column_without_heading_must_be_empty() -> None:
    assert read([*HEADINGS, ""], [(2, [*cells(), ""])]).rows == (ANNA,)
    assert [fault.text.da for fault in read([*HEADINGS, ""], [(2, [*cells(), "x"])]).faults] == [
        "En kolonne med indhold har ingen overskrift. Giv den en, eller slet kolonnen."
    ]


def test_a_list_without_rows_is_a_fault() -> None:
    assert [fault.text.da for fault in read(HEADINGS, []).faults] == ["Listen har ingen medarbejdere."]


@pytest.mark.parametrize("text", ["01-03-2024", "1-3-2024", "2024-03-01"])
def test_dates_are_danish_or_iso(text: str) -> None:
    assert one(ansat_fra=text).starts == date(2024, 3, 1)


@pytest.mark.parametrize("text", ["31-02-2026", "01/03-2024", "3.1.24", "i går", "20240301", "٠١-٠٣-٢٠٢٤"])
def test_what_is_no_date_is_said_with_what_to_write(text: str) -> None:
    assert faults(cells(ansat_fra=text)) == [
        (2, "ansat_fra", f'"{text}" er ikke en dato. Skriv dd-mm-åååå, fx 01-03-2026.')
    ]


@pytest.mark.parametrize("text", ["31-12-9999", "01-01-0206"])
def test_a_year_that_can_not_be_right_is_a_fault(text: str) -> None:
    assert faults(cells(ansat_til=text)) == [
        (2, "ansat_til", f"Året {int(text[-4:])} kan ikke passe. Lad en ukendt slutdato stå tom.")
    ]


def test_the_last_day_of_work_is_part_of_the_employment() -> None:
    assert one(ansat_til="31-10-2026").ends == date(2026, 11, 1)
    assert one(ansat_til="01-03-2024").ends == date(2024, 3, 2)


def test_an_employment_can_not_end_before_it_begins() -> None:
    assert faults(cells(ansat_til="29-02-2024")) == [
        (2, "ansat_til", "29-02-2024 ligger før ansat_fra, 01-03-2024. Skriv den sidste arbejdsdag.")
    ]


@pytest.mark.parametrize(("text", "hours"), [("37", "37"), ("7,40", "7.4"), ("32.5", "32.5"), ("80", "80")])
def test_hours_have_a_comma_or_a_point(text: str, hours: str) -> None:
    assert one(ugentlige_timer=text).terms.weekly_hours == Decimal(hours)


@pytest.mark.parametrize("text", ["0", "80,01", "-37", "37,123", "syvogtredive", "1e1", "nan", "3 7", "٣٧"])
def test_hours_are_above_0_and_at_most_80(text: str) -> None:
    assert faults(cells(ugentlige_timer=text)) == [
        (
            2,
            "ugentlige_timer",
            f'"{text}" er ikke et timetal. Skriv timer om ugen over 0 og højst 80, fx 37 eller 32,5.',
        )
    ]


@pytest.mark.parametrize("text", ["anna@proeve.example", "Anna.B+x@Sub.Prøve.example"])
def test_addresses_are_kept_in_small_letters(text: str) -> None:
    assert one(email=text).email == text.lower()


@pytest.mark.parametrize(
    "text", ["ikke-en-adresse", "a@b", "a b@c.dk", "a@b..dk", "@c.dk", "a@c.dk; b@c.dk", "a@-c.dk"]
)
def test_what_is_no_address_is_a_fault(text: str) -> None:
    assert faults(cells(email=text)) == [(2, "email", f'"{text}" er ikke en e-mailadresse. Skriv fx navn@firma.dk.')]


def test_the_language_is_da_or_en_or_left_open() -> None:
    assert [one(sprog=text).language for text in ("DA", "en", "")] == ["da", "en", ""]
    assert faults(cells(sprog="xx")) == [(2, "sprog", '"xx" er ikke et sprog, vi har. Skriv da eller en.')]


def test_only_end_manager_agreement_and_language_may_be_empty() -> None:
    empty = read(HEADINGS, [(2, ["x", *[""] * 13])]).faults
    assert [fault.column for fault in empty] == [
        *("fornavn", "efternavn", "email", "ansat_fra", "ugentlige_timer", "stilling", "afdeling", "team"),
        "arbejdssted",
    ]
    assert {fault.text for fault in empty} == {
        Text(da="Feltet er tomt. Udfyld det.", en="The cell is empty. Fill it in.")
    }


def test_text_that_is_too_long_is_a_fault() -> None:
    assert one(stilling="x" * 120).terms.title == "x" * 120
    assert faults(cells(stilling="x" * 121)) == [(2, "stilling", f'"{"x" * 39}…" er for lang: højst 120 tegn.')]


@pytest.mark.parametrize("text", ["An\tna", "An\nna", "An\x00na", "An\u202ena", "An\u200bna"])
def test_invisible_characters_are_a_fault(text: str) -> None:
    assert faults(cells(fornavn=text)) == [
        (2, "fornavn", "Feltet har et usynligt tegn eller et linjeskift i sig. Skriv teksten igen.")
    ]


def test_odd_spaces_and_letters_in_two_parts_are_made_plain() -> None:
    assert one(fornavn=" Anne\u00a0 Marie ").first_name == "Anne Marie"
    assert one(fornavn="A\u030ase").first_name == "Åse"


def test_every_fault_in_every_row_is_named() -> None:
    assert [(line, column) for line, column, _ in faults(cells(email="x", sprog="xx"), cells(), cells(team=""))] == [
        (2, "email"),
        (2, "sprog"),
        (4, "team"),
    ]


def test_a_row_cut_short_ends_with_empty_cells_and_one_too_long_is_a_fault() -> None:
    assert read(HEADINGS, [(2, cells()[:-1])]).rows == (one(sprog=""),)
    assert faults([*cells(), "x"]) == [
        (2, "", "Rækken har flere felter end overskrifter. Sæt anførselstegn om tekst med skilletegn i.")
    ]
