"""Faults between rows, and between a list and the company."""

from __future__ import annotations

from datetime import date

from hjemmedag.core.people.stafflist import Company, Job, Person, Span, faults_between, read, sound_rows
from tests.core.people.stafflist.lists import HEADINGS, TODAY, cells


def person(number: str, *, manager: str = "", jobs: tuple[Job, ...] = ()) -> Person:
    """Someone the company knows."""
    managers = (Span(date(2024, 1, 1), None, manager),) if manager else ()
    return Person(number, "Bo", "Kendt", f"{number or 'ude'}@proeve.example", "da", jobs, managers=managers)


def line(number: str, **said: str) -> list[str]:
    """The cells of a row for this number, with an address of its own."""
    return cells(**{"medarbejdernr": number, "email": f"{number}@proeve.example"} | said)


def faults(rows: list[list[str]], *people: Person) -> list[tuple[int, str, str]]:
    """Row, column and Danish words of every fault."""
    reading = read(HEADINGS, list(enumerate(rows, start=2)))
    found = faults_between(reading, Company(people=people), TODAY)
    return [(fault.line, fault.column, fault.text.da) for fault in found]


def kept(rows: list[list[str]], *people: Person) -> tuple[list[str], list[str]]:
    """The numbers taken in when faulty rows are left out, and what is said of the rows that go with those."""
    reading, company = read(HEADINGS, list(enumerate(rows, start=2))), Company(people=people)
    sound, left = sound_rows(reading, faults_between(reading, company, TODAY), company)
    return [row.number for row in sound], [fault.text.da for fault in left]


def test_a_number_or_address_stands_once() -> None:
    assert faults([line("1"), line("1", email="x@y.dk"), line("3", email="1@PROEVE.example")]) == [
        (3, "medarbejdernr", "1 står allerede i række 2. Ret den ene."),
        (4, "email", "1@proeve.example står allerede i række 2. Ret den ene."),
    ]


def test_a_manager_is_in_the_file_or_in_the_company() -> None:
    rows = [line("1", leder="2"), line("2", leder="3"), line("4", leder="9")]
    assert faults(rows, person("3")) == [
        (4, "leder", "Lederen 9 findes hverken i filen eller i virksomheden. Ret nummeret.")
    ]


def test_nobody_manages_themselves() -> None:
    assert faults([line("1", leder="1")]) == [
        (2, "leder", "Ingen kan være sin egen leder. Skriv en andens nummer, eller lad feltet stå tomt.")
    ]


def test_a_ring_of_managers_is_named_in_each_of_its_rows() -> None:
    rows = [line("1", leder="2"), line("2", leder="3"), line("3", leder="2")]
    assert faults(rows) == [
        (3, "leder", "Lederne går i ring: 2 → 3 → 2. Ret leder i en af rækkerne."),
        (4, "leder", "Lederne går i ring: 3 → 2 → 3. Ret leder i en af rækkerne."),
    ]


def test_a_ring_may_go_through_people_who_are_not_in_the_file() -> None:
    assert faults([line("1", leder="2")], person("2", manager="1")) == [
        (2, "leder", "Lederne går i ring: 1 → 2 → 1. Ret leder i en af rækkerne.")
    ]


def test_what_the_file_says_of_a_manager_counts_before_what_the_company_knows() -> None:
    assert faults([line("1", leder="2"), line("2")], person("2", manager="1")) == []


def test_a_doubled_number_is_the_only_thing_said_of_its_second_row() -> None:
    assert faults([line("1"), line("1", email="x@y.dk", leder="1")]) == [
        (3, "medarbejdernr", "1 står allerede i række 2. Ret den ene.")
    ]


def test_an_address_that_belongs_to_someone_else_is_a_fault() -> None:
    assert faults([line("1", email="2@proeve.example")], person("2")) == [
        (
            2,
            "email",
            "2@proeve.example tilhører Bo Kendt (2). Ret adressen, eller skriv samme medarbejdernummer som før.",
        )
    ]


def test_someone_known_without_a_number_is_given_the_one_in_the_list() -> None:
    assert faults([line("1", email="ude@proeve.example")], person("")) == []
    assert [column for _, column, _ in faults([line("1", email="ude@proeve.example")], person(""), person("1"))] == [
        "email"
    ]


def test_an_employment_can_not_lie_on_top_of_an_earlier_one() -> None:
    jobs = (Job(date(2011, 1, 1), date(2012, 1, 1), ()), Job(date(2020, 1, 1), None, ()))
    assert faults([line("1", ansat_fra="01-06-2011")], person("1", jobs=jobs)) == [
        (2, "ansat_fra", "Perioden ligger oven i en ansættelse fra 01-01-2011 til 01-01-2012. Ret datoerne.")
    ]


def test_without_the_faulty_rows_those_that_need_them_are_left_out_too() -> None:
    rows = [line("1", email="x"), line("2", leder="1"), line("3", leder="2"), line("4")]
    assert kept(rows) == (
        ["4"],
        [
            "Lederen 1 bliver ikke læst ind, fordi den række har en fejl.",
            "Lederen 2 bliver ikke læst ind, fordi den række har en fejl.",
        ],
    )
    assert kept(rows, person("1")) == (["2", "3", "4"], [])


def test_faults_come_in_the_order_of_rows_and_columns() -> None:
    rows = [line("2", leder="9", sprog="xx", email="x"), line("2", leder="8")]
    assert [(row, column) for row, column, _ in faults(rows)] == [
        *((2, "email"), (2, "leder"), (2, "sprog")),
        *((3, "medarbejdernr"), (3, "leder")),
    ]
