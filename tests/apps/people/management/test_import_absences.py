"""`hjemmedag import absences`: Danish or English, every fault named, nothing half written, again without effect."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import translation

from hjemmedag.adapters.spreadsheets import write_xlsx
from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people.models import Absence, Employee

Out = pytest.CaptureFixture[str]
DANISH = "Medarbejdernr.;Fra;Til;Fravær"
ENGLISH = "employee_number,from,to,kind"


@pytest.fixture(autouse=True)
def english(company: object) -> Iterator[None]:
    """The command speaks English."""
    with translation.override("en"):
        yield


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the list lies."""
    return tmp_path / "fravær.csv"


def take_in(file: Path, *lines: str, encoding: str = "cp1252") -> int:
    """The exit code."""
    file.write_bytes("\r\n".join(lines).encode(encoding))
    return run(file)


def run(file: Path) -> int:
    try:
        call_command("import", "absences", str(file))
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def recorded() -> list[tuple[str, date, date | None]]:
    return list(Absence.objects.order_by("starts").values_list("kind", "starts", "ends"))


@pytest.mark.parametrize(
    "lines",
    [
        (DANISH, "0002;06-07-2026;26-07-2026;Ferie", "0002;01-09-2026;;syg", "0002;01-08-2026;01-08-2026;andet"),
        (
            ENGLISH,
            "0002,2026-07-06,2026-07-26,annual_leave",
            "0002,2026-09-01,,sick",
            "0002,2026-08-01,2026-08-01,other",
        ),
    ],
)
def test_days_away_are_taken_in_in_danish_and_english(anna: Employee, file: Path, lines: tuple[str, ...]) -> None:
    assert take_in(file, *lines) == 0
    assert recorded() == [
        ("annual_leave", date(2026, 7, 6), date(2026, 7, 27)),
        ("other", date(2026, 8, 1), date(2026, 8, 2)),
        ("sick", date(2026, 9, 1), None),
    ]
    assert audit.broken_link() is None


def test_a_workbook_is_read_too(anna: Employee, file: Path) -> None:
    book = file.with_suffix(".xlsx")
    book.write_bytes(write_xlsx(DANISH.split(";"), [(anna.number, date(2026, 7, 6), date(2026, 7, 7), "ferie")]))
    assert run(book) == 0
    assert recorded() == [("annual_leave", date(2026, 7, 6), date(2026, 7, 8))]


def test_the_same_list_again_changes_nothing_and_what_is_missing_stays(anna: Employee, file: Path, capsys: Out) -> None:
    take_in(file, DANISH, f"{anna.number};06-07-2026;26-07-2026;ferie")
    take_in(file, DANISH, f"{anna.number};06-07-2026;26-07-2026;ferie")
    take_in(file, DANISH, f"{anna.number};06-08-2026;06-08-2026;syg")
    assert capsys.readouterr().out.splitlines() == [
        "New: 1, changed: 0, unchanged: 0",
        "New: 0, changed: 0, unchanged: 1",
        "New: 1, changed: 0, unchanged: 0",
    ]
    assert Absence.objects.count() == 2


def test_a_last_day_that_is_known_now_is_written(anna: Employee, file: Path) -> None:
    take_in(file, DANISH, f"{anna.number};01-09-2026;;syg")
    assert take_in(file, DANISH, f"{anna.number};01-09-2026;04-09-2026;syg") == 0
    assert recorded() == [("sick", date(2026, 9, 1), date(2026, 9, 5))]


def test_every_fault_is_named_and_nothing_is_written(anna: Employee, file: Path, capsys: Out) -> None:
    Absence.objects.create(employee=anna, kind="sick", starts=date(2026, 1, 5), ends=date(2026, 1, 8))
    number = anna.number
    code = take_in(
        file,
        DANISH,
        f"{number};06-07-2026;26-07-2026;ferie",
        f"{number};31-02-2026;26-07-2026;ferie",
        f"{number};06-07-2026;01-07-2026;ferie",
        f"{number};06-07-2026;;orlov",
        "9999;06-07-2026;;syg",
        f"{number};01-03-2020;02-03-2020;syg",
        f"{number};20-07-2026;21-07-2026;syg",
        f"{number};07-01-2026;09-01-2026;ferie",
        ";06-07-2026;;syg",
    )
    assert code == 2
    assert capsys.readouterr().err.splitlines() == [
        'fravær.csv, row 3: Fra: "31-02-2026" is not a date. Write dd-mm-yyyy, such as 01-03-2026.',
        "fravær.csv, row 4: Til: The last day is before the first.",
        'fravær.csv, row 5: Fravær: "orlov" is not known. Write annual_leave, sick or other.',
        "fravær.csv, row 6: No employee has that number.",
        "fravær.csv, row 7: The employee is not employed on the first day.",
        "fravær.csv, row 8: The days overlap those in row 2.",
        "fravær.csv, row 9: The employee is already away from 05-01-2026 to 07-01-2026. Change those days instead.",
        "fravær.csv, row 10: Medarbejdernr.: The cell is empty. Fill it in.",
        "Nothing is saved.",
    ]
    assert Absence.objects.count() == 1


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("",), "fravær.csv: The file is empty."),
        (("Medarbejdernr;Fra;Til",), "fravær.csv, headings: art: The column kind is missing."),
        (("Medarbejdernr;Fra;Til;Art;Navn",), 'fravær.csv, headings: Navn: The column "Navn" is not known.'),
        (("Medarbejdernr;Fra;Til;Art;Type",), 'fravær.csv, headings: Type: The columns "Art" and "Type" say the same.'),
        (("Medarbejdernr;Fra;Til;Art",), "fravær.csv, headings: The list has no rows."),
    ],
)
def test_a_list_that_cannot_be_used_says_why(file: Path, capsys: Out, lines: tuple[str, ...], words: str) -> None:
    assert take_in(file, *lines) == 2
    assert capsys.readouterr().err.startswith(words)


def test_a_file_that_is_not_there_is_named(file: Path, capsys: Out) -> None:
    assert run(file) == 2
    assert "can't be read" in capsys.readouterr().err


def test_people_cost_no_queries(
    hire: Callable[..., Employee], anna: Employee, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    from hjemmedag.apps.people.queries.absence_list import absence_plan

    people = [anna, *(hire(name) for name in ("Kim", "Lis", "Mia"))]
    rows = [f"{one.number};06-07-2026;26-07-2026;ferie" for one in people]
    with django_assert_max_num_queries(3):  # type: ignore[attr-defined]
        assert len(absence_plan("\n".join([DANISH, *rows]).encode("utf-8")).new) == 4
