"""`hjemmedag import employees`: what it does, says and answers with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import translation

from hjemmedag.adapters.spreadsheets import read
from hjemmedag.apps.people import models
from tests.apps.people.staff_files import line, staff_file
from tests.conftest import HIRED

Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    """The command speaks Danish."""
    with translation.override("da"):
        yield


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Where the list lies."""
    return tmp_path / "liste.csv"


def run(*arguments: object) -> int:
    """The exit code."""
    try:
        call_command("import", "employees", *map(str, arguments))
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def numbers() -> list[str | None]:
    """Who is known."""
    return list(models.Employee.objects.order_by("number").values_list("number", flat=True))


def test_a_sound_list_is_taken_in(company: object, written: Path, capsys: Out) -> None:
    written.write_bytes(staff_file([line(), line("1002")]))
    assert run(written) == 0
    assert numbers() == ["1001", "1002"]
    assert models.Import.objects.get().made_by is None
    assert capsys.readouterr().err == ""


def test_faulty_rows_are_named_and_nothing_is_written(company: object, written: Path, capsys: Out) -> None:
    written.write_bytes(staff_file([line(), line("1002", ansat_fra="31-02-2026", sprog="xx"), line("1003", team="")]))
    assert run(written) == 2
    assert numbers() == []
    assert capsys.readouterr().err.splitlines()[:2] == [
        'liste.csv, række 3: ansat_fra: "31-02-2026" er ikke en dato. Skriv dd-mm-åååå, fx 01-03-2026.; '
        'sprog: "xx" er ikke et sprog, vi har. Skriv da eller en.',
        "liste.csv, række 4: team: Feltet er tomt. Udfyld det.",
    ]


def test_english_is_spoken_too(company: object, written: Path, capsys: Out) -> None:
    written.write_bytes(staff_file([line(team="")]))
    with translation.override("en"):
        assert run(written) == 2
    assert capsys.readouterr().err.splitlines() == [
        "liste.csv, row 2: team: The cell is empty. Fill it in.",
        "Nothing is saved.",
    ]


def test_sound_rows_are_taken_in_without_the_faulty_ones(company: object, written: Path, capsys: Out) -> None:
    written.write_bytes(staff_file([line(), line("1002", team=""), line("1003", leder="1002")]))
    assert run(written, "--skip-faulty") == 1
    assert numbers() == ["1001"]
    assert capsys.readouterr().err.splitlines() == [
        "liste.csv, række 3: team: Feltet er tomt. Udfyld det.",
        "liste.csv, række 4: leder: Lederen 1002 bliver ikke læst ind, fordi den række har en fejl.",
    ]


def test_a_dry_run_lists_everything_and_writes_nothing(company: object, written: Path, capsys: Out) -> None:
    written.write_bytes(staff_file([line(), line("1002")]))
    run(written)
    capsys.readouterr()
    rows = [line(stilling="Chef"), line("1002", ansat_til="30-11-2026"), line("1003", arbejdssted="Odense")]
    written.write_bytes(staff_file(rows))
    before = list(models.EmploymentTerms.objects.values())
    assert run(written, "--dry-run") == 0
    assert list(models.EmploymentTerms.objects.values()) == before
    told = [words for words in capsys.readouterr().out.splitlines() if words.startswith("  ")]
    assert told == [
        "  1003 Mads Ny: stilling Konsulent, team HR, arbejdssted Odense, ansat_fra 01-03-2024",
        "  1001 Mads Ny: stilling Konsulent → Chef",
        "  1002 Mads Ny: ansat_til 30-11-2026",
    ]


def test_a_dry_run_of_a_faulty_list_says_so(company: object, written: Path, capsys: Out) -> None:
    written.write_bytes(staff_file([line(), line("1002", team="")]))
    assert run(written, "--dry-run") == 2
    assert run(written, "--dry-run", "--skip-faulty") == 1
    assert numbers() == []


def test_faults_in_the_headings_stop_even_a_lenient_import(company: object, written: Path, capsys: Out) -> None:
    written.write_bytes(staff_file([line()]).replace(b"leder", b"chef", 1))
    assert run(written, "--skip-faulty") == 2
    assert capsys.readouterr().err.splitlines()[0] == (
        'liste.csv, overskrifter: chef: Kolonnen "chef" kendes ikke. Slet den, eller ret navnet.; '
        "leder: Kolonnen leder mangler. Tilføj den, også hvis den er tom."
    )


def test_an_unusually_large_change_needs_a_yes(company: object, written: Path) -> None:
    many = [str(1000 + n) for n in range(12)]
    written.write_bytes(staff_file(line(number) for number in many))
    assert run(written) == 0
    written.write_bytes(staff_file(line(number, stilling="Chef") for number in many))
    assert run(written) == 2
    assert run(written, "--yes") == 0


def test_among_several_employers_one_is_named_by_cvr(company: object, written: Path) -> None:
    models.LegalEntity.objects.create(name="Den anden ApS", cvr="87654321", starts=HIRED)
    written.write_bytes(staff_file([line()]))
    assert [run(written), run(written, "--employer", "11111111"), run(written, "--employer", "87654321")] == [2, 2, 0]
    assert models.Employment.objects.get().legal_entity.cvr == "87654321"


def test_a_file_that_is_not_there_is_named(company: object, written: Path, capsys: Out) -> None:
    assert run(written) == 2
    assert str(written) in capsys.readouterr().err


def test_a_file_that_is_no_table_is_named(company: object, written: Path, capsys: Out) -> None:
    written.write_bytes(b"\x00\x01")
    assert run(written) == 2
    assert capsys.readouterr().err == (
        "liste.csv: Filen er ikke en tabel. Gem listen som CSV eller Excel (.xlsx), og prøv igen.\n"
    )


def test_nothing_is_taken_in_before_there_is_a_company(db: None, written: Path, capsys: Out) -> None:
    written.write_bytes(staff_file([line()]))
    assert run(written) == 2
    assert "init" in capsys.readouterr().err


def test_the_list_is_written_in_the_form_that_is_taken_in(
    anna: models.Employee, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    for ending in ("csv", "xlsx"):
        file = tmp_path / f"medarbejdere.{ending}"
        call_command("export", "employees", str(file))
        assert [row.cells[1] for row in read(file.read_bytes()).rows] == ["Bo", "Anna"]
        assert run(file) == 0
    assert not models.Import.objects.exists()
    capfdbinary.readouterr()
    call_command("export", "employees")
    assert capfdbinary.readouterr().out == (tmp_path / "medarbejdere.csv").read_bytes()


def test_an_export_to_an_unknown_kind_of_file_is_refused(anna: models.Employee, tmp_path: Path, capsys: Out) -> None:
    with pytest.raises(SystemExit, match="2"):
        call_command("export", "employees", str(tmp_path / "liste.pdf"))
    assert "liste.pdf" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
