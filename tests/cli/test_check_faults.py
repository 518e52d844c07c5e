"""Files that `hjemmedag check` can't use: each gets one line naming file, row and field, and exit code 2."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hjemmedag.adapters.spreadsheets import write_xlsx
from hjemmedag.cli import main

HEAD = "employee;start;end;place;kind;fold\n"
GOOD = "1;02-11-2026 08:00;02-11-2026 16:00;home;work;0\n"
DAY = "2026-11-02T08:00", "2026-11-02T16:00"


def entry(**changed: object) -> dict[str, object]:
    return {"employees": [{"id": "E1", "time_entries": [{"start": DAY[0], "end": DAY[1], **changed}]}]}


def person(**fields: object) -> dict[str, object]:
    return {"employees": [{"id": "E0"}, {"id": "E1", **fields}]}


CSV = [
    ("", "The file is empty. It needs a row of headings and a row for each record."),
    (HEAD, "the file has no rows with times."),
    ("employee;start\n1;02-11-2026 08:00\n", "end: the column is missing. The file has: employee, start."),
    ("employee;start;end;start\n1;a;b;c\n", "start: the column stands twice."),
    ("employee;start;slut;end\n1;a;b;c\n", 'end: is the same column as "slut". Keep one of them.'),
    ("employee;start;end;kinds\n1;a;b;c\n", 'kinds: does not exist. Did you mean "kind"?'),
    (HEAD + GOOD + ";02-11-2026 08:00;02-11-2026 16:00;;;\n", "row 3: employee: is missing."),
    (HEAD + "1;;02-11-2026 16:00;;;\n", "row 2: start: is missing."),
    (HEAD + "\n1;02-11-2026 08:00;;;;\n", "row 3: end: is missing."),
    (HEAD + "1;02-13-2026 08:00;02-11-2026 16:00;;;\n", 'row 2: start: "02-13-2026 08:00" is not a date and time.'),
    (HEAD + "1;02-11-2026;02-11-2026 16:00;;;\n", 'row 2: start: "02-11-2026" is not a date and time.'),
    (HEAD + "1;02-11-2026 08:00;08:00;;;\n", 'row 2: end: "08:00" is not a date and time.'),
    (HEAD + "1;02-11-2026 08:00;02-11-2026 25:00;;;\n", 'row 2: end: "02-11-2026 25:00" is not a date and time.'),
    (HEAD + GOOD + "1;02-11-2026 16:00;02-11-2026 08:00;;;\n", "row 3: end: must come after the start."),
    (HEAD + "1;02-11-2026 08:00;02-11-2026 08:00;;;\n", "row 2: end: must come after the start."),
    (HEAD + "1;02-11-2026 08:00;02-12-2026 16:00;;;\n", "row 2: end: is over seven days after the start."),
    (HEAD + "1;02-11-0226 08:00;02-11-2026 16:00;;;\n", "row 2: start: the year 226 is outside 1900–2199."),
    (HEAD + "1;29-03-2026 02:30;29-03-2026 09:00;;;\n", 'row 2: start: "29-03-2026 02:30" does not exist: the clocks'),
    (
        HEAD + "1;02-11-2026 08:00;02-11-2026 16:00;beach;;\n",
        'row 2: place: "beach" can\'t be used. Choose one of: home,',
    ),
    (HEAD + "1;02-11-2026 08:00;02-11-2026 16:00;;play;\n", 'row 2: kind: "play" can\'t be used. Choose one of: work,'),
    (HEAD + "1;02-11-2026 08:00;02-11-2026 16:00;;;2\n", "row 2: fold: must be 0 or 1."),
    (HEAD + "1;02-11-2026 08:00;02-11-2026 16:00;;;;x\n", "row 2: there are more cells than headings."),
    (HEAD + '1;"02-11-2026 08:00;x;;;\n', "Row 2 can't be read: a quotation mark (\")"),
    ("%PDF-1.7\n", "The file is not a table."),
]

SITUATIONS = [
    ("{", "is not JSON ("),
    ("[]", "must be a JSON object, { … }."),
    ('{"employees": [], "employees": []}', "employees: stands twice."),
    ({"employes": []}, 'employes: does not exist. Did you mean "employees"?'),
    ({"employees": {}}, "employees: must be a list, [ … ]."),
    ({"employees": [7]}, "employees[1]: must be an object, { … }."),
    ({"employees": [{}]}, "employees[1].id: is missing."),
    (person(id=" "), "employees[2].id: is empty."),
    (entry(start="yesterday"), 'employees[1].time_entries[1].start: "yesterday" is not a date and time.'),
    (entry(end=DAY[0]), "employees[1].time_entries[1].end: must come after the start."),
    (entry(end=None), "employees[1].time_entries[1].end: is missing."),
    (entry(kind="play"), 'employees[1].time_entries[1].kind: "play" can\'t be used.'),
    (entry(start=8), "employees[1].time_entries[1].start: must be text."),
    (person(born="1990-02-30"), 'employees[2].born: "1990-02-30" is not a date.'),
    (person(workdays_per_week=8), "employees[2].workdays_per_week: must lie between 1 and 7."),
    (person(daily_totals=[{"date": "2026-11-02", "minutes": -1}]), "employees[2].daily_totals[1].minutes: must lie"),
    (person(absences=[{"from": "2026-11-02", "to": "2026-11-01", "kind": "sick"}]), "employees[2].absences[1].to: is "),
    (person(absences=[{"from": "2026-11-02", "to": "2026-11-02", "kind": "sikc"}]), "employees[2].absences[1].kind: "),
    (person(known_from=DAY[1], known_to=DAY[0]), "employees[2].known_to: must come after known_from."),
    (person(agreements=[{"kind": "collectiv"}]), 'employees[2].agreements[1].kind: "collectiv" is not used. Did you'),
    ({"deminimis_minutes": -5}, "deminimis_minutes: must lie between 0 and 1440."),
    ({"on": "30-11-2026"}, 'on: "30-11-2026" is not a date.'),
]


def moments(*texts: str | None) -> pa.Array:
    return pa.array(texts).cast(pa.timestamp("ms"))


PARQUET: list[tuple[dict[str, object], str]] = [
    ({"employee": ["1"], "start": moments(DAY[0])}, "end: the column is missing."),
    ({"employee": ["1", None], "start": moments(*DAY), "end": moments(*DAY)}, "row 2: employee: is missing."),
    ({"employee": ["1"], "start": moments(DAY[0]), "end": moments(None)}, "row 1: end: is missing."),
    ({"employee": ["1"], "start": moments(DAY[0]), "end": moments(DAY[0])}, "row 1: end: must come after the start."),
    ({"employee": ["1"], "start": [1], "end": [2]}, "start: the column has the type int64. It must have times"),
    (
        {"employee": ["1"], "start": ["2026-11-02"], "end": [DAY[1]]},
        'row 1: start: "2026-11-02" is not a date and time.',
    ),
    (
        {"employee": ["1"], "start": moments("2026-03-29T02:30"), "end": moments("2026-03-29T09:00")},
        "row 1: start: the time does not exist: the clocks went forward that night.",
    ),
    (
        {"employee": ["1"], "start": moments("0226-03-29T02:30"), "end": moments(DAY[1])},
        "row 1: start: the year is outside 1900–2199.",
    ),
    (
        {"employee": ["1", "1"], "start": moments(*DAY), "end": moments(DAY[1], "2026-12-02T16:00")},
        "row 2: end: is over seven days after the start.",
    ),
    (
        {"employee": ["1"], "start": moments(DAY[0]), "end": moments(DAY[1]), "kind": ["play"]},
        'row 1: kind: "play" can\'t be used. Choose one of: work,',
    ),
    ({"employee": [], "start": moments(), "end": moments()}, "the file has no rows with times."),
]

Refused = Callable[[Path, str], None]


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Refused:
    """Whether the command says just this about the file."""

    def refused(file: Path, message: str) -> None:
        for form in ("text", "json"):
            code = main(["check", str(file), "--format", form, "--lang", "en"])
            said = capsys.readouterr()
            assert (code, said.out) == (2, "")
            assert said.err.startswith(f"hjemmedag: {file}: {message}")
            assert said.err.count("\n") == 1

    return refused


@pytest.mark.parametrize(("content", "message"), CSV, ids=[message[:60] for _, message in CSV])
def test_a_faulty_csv_file(content: str, message: str, tmp_path: Path, refused: Refused) -> None:
    file = tmp_path / "tider.csv"
    file.write_text(content, encoding="utf-8-sig")
    refused(file, message)


@pytest.mark.parametrize(("content", "message"), SITUATIONS, ids=[message[:60] for _, message in SITUATIONS])
def test_a_faulty_situation(content: object, message: str, tmp_path: Path, refused: Refused) -> None:
    file = tmp_path / "situation.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    refused(file, message)


@pytest.mark.parametrize(("content", "message"), PARQUET, ids=[message[:60] for _, message in PARQUET])
def test_a_faulty_parquet_file(content: dict[str, object], message: str, tmp_path: Path, refused: Refused) -> None:
    file = tmp_path / "tider.parquet"
    pq.write_table(pa.table(content), file)
    refused(file, message)


def test_a_row_far_down_a_parquet_file_is_counted_from_its_first(tmp_path: Path, refused: Refused) -> None:
    file = tmp_path / "tider.parquet"
    rows = 300_000
    ends = [DAY[1]] * (rows - 1) + [DAY[0]]
    columns = {"employee": ["1"] * rows, "start": moments(*[DAY[0]] * rows), "end": moments(*ends)}
    pq.write_table(pa.table(columns), file)
    refused(file, f"row {rows}: end: must come after the start.")


def test_a_faulty_workbook_names_the_row_as_a_spreadsheet_counts(tmp_path: Path, refused: Refused) -> None:
    file = tmp_path / "tider.xlsx"
    file.write_bytes(write_xlsx(["employee", "start", "end"], [["1", *DAY], ["2", DAY[1], DAY[0]]]))
    refused(file, "row 3: end: must come after the start.")


@pytest.mark.parametrize("ending", ["csv", "json", "xlsx", "parquet"])
def test_a_file_that_is_not_there(ending: str, tmp_path: Path, refused: Refused) -> None:
    refused(tmp_path / f"tider.{ending}", "the file can't be read (No such file or directory")


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_bytes_that_are_something_else(ending: str, tmp_path: Path, refused: Refused) -> None:
    file = tmp_path / f"tider.{ending}"
    file.write_bytes(b"PK\x03\x04 not really" if ending != "csv" else b"\0\1\2")
    refused(
        file, {"parquet": "the file can't be read as Parquet", "csv": "The file is not"}.get(ending, "The Excel file")
    )
