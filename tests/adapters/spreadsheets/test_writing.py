"""Lists as files, and back again."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hjemmedag.adapters.spreadsheets import read, write_csv, write_xlsx

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
RISKY = ["=1+1", "+45 12 34", "-5", "@navn", "\tindrykket", "'=1+1", "''=1+1", "'Niels", "#N/A", "＝1"]


def test_a_danish_excel_reads_the_file_as_it_is() -> None:
    file = write_csv(
        ["navn", "timer", "fra", "kl", "antal", "tom"],
        [["Åse; B", Decimal("32.5"), date(2026, 3, 1), datetime(2026, 3, 1, 8, 30, tzinfo=COPENHAGEN), 3, None]],
    )
    assert file == '\ufeffnavn;timer;fra;kl;antal;tom\r\n"Åse; B";32,5;01-03-2026;01-03-2026 08:30;3;\r\n'.encode()


def test_no_spreadsheet_runs_what_people_wrote_in_csv() -> None:
    lines = write_csv(["note"], [[text] for text in RISKY]).decode("utf-8-sig").split("\r\n")
    assert lines[1:6] == ["'=1+1", "'+45 12 34", "'-5", "'@navn", "'\tindrykket"]


def test_no_spreadsheet_runs_what_people_wrote_in_a_workbook() -> None:
    book = zipfile.ZipFile(io.BytesIO(write_xlsx(["note"], [[text] for text in RISKY])))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert 't="e"' not in sheet


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_risky_text_comes_back_as_it_was_written(write: type[write_csv]) -> None:
    table = read(write(["=note", "x"], [[text, "x"] for text in RISKY]))
    assert table.headings == ("=note", "x")
    assert [row.cells[0] for row in table.rows] == RISKY


def test_numbers_and_dates_in_a_workbook_are_numbers_and_dates() -> None:
    morning = datetime(2026, 3, 1, 8, 30, tzinfo=COPENHAGEN)
    table = read(write_xlsx(["a", "b", "c"], [[Decimal("32.5"), date(2026, 3, 1), morning]]))
    assert table.rows[0].cells == ("32.5", "2026-03-01", "2026-03-01T08:30:00")


def test_characters_that_a_workbook_can_not_hold_are_left_out() -> None:
    assert read(write_xlsx(["a"], [["Bo\x07"]])).rows[0].cells == ("Bo",)


texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip)


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=5))
def test_any_text_comes_back_from_csv(rows: list[tuple[str, str]]) -> None:
    assert [row.cells for row in read(write_csv(["a", "b"], rows)).rows] == rows


@settings(max_examples=10, deadline=None)
@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=5))
def test_any_text_comes_back_from_a_workbook(rows: list[tuple[str, str]]) -> None:
    assert [row.cells for row in read(write_xlsx(["a", "b"], rows)).rows] == rows
