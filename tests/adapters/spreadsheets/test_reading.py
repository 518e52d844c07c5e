"""Files as they reach us, read as tables."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import Workbook

from hjemmedag.adapters.spreadsheets import LARGEST_FILE, Row, Table, Unreadable, read, write_xlsx
from hjemmedag.adapters.spreadsheets.table import (
    EMPTY,
    NOT_A_TABLE,
    NOT_A_WORKBOOK,
    UPLOAD,
    open_quote,
)

TEXT = "navn;by\r\nÅse;Ærøskøbing\r\n"
ASE = (Row(2, ("Åse", "Ærøskøbing")),)


def refusal(content: bytes) -> object:
    """What is said of a file that can't be read."""
    with pytest.raises(Unreadable) as refused:
        read(content)
    return refused.value.text


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode("utf-8"), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "UTF-8"),
        (TEXT.encode("cp1252"), "Windows-1252"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16"),
    ],
)
def test_danish_letters_survive_every_encoding_that_spreadsheets_write(content: bytes, encoding: str) -> None:
    assert read(content) == Table(("navn", "by"), ASE, encoding)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_semicolons_commas_and_tabs_with_any_line_end_are_read(delimiter: str, line_end: str) -> None:
    text = TEXT.replace(";", delimiter).replace("\r\n", line_end)
    assert read(text.encode()) == Table(("navn", "by"), ASE, "UTF-8")


def test_quotes_hold_delimiters_line_breaks_and_quotes() -> None:
    table = read(b'navn;note\r\n"Hansen; Bo";"sagde ""hej""\nog gik"\r\nIda;\r\n')
    assert table.rows == (Row(2, ("Hansen; Bo", 'sagde "hej"\nog gik')), Row(3, ("Ida", "")))


def test_rows_keep_the_number_that_a_spreadsheet_shows() -> None:
    table = read(b"\r\nnavn;by\r\n\r\n;\r\nBo;Odense\r\n")
    assert table.headings == ("navn", "by")
    assert table.rows == (Row(5, ("Bo", "Odense")),)


def test_excels_line_that_names_the_delimiter_is_no_row() -> None:
    assert read(b"sep=,\r\nnavn,by;land\r\nBo,Odense\r\n") == Table(
        ("navn", "by;land"), (Row(2, ("Bo", "Odense")),), "UTF-8"
    )


def test_empty_columns_after_the_last_heading_are_left_out() -> None:
    assert read(b"navn;by;;\r\nBo;Odense;;\r\n").headings == ("navn", "by")


def test_a_workbook_is_read_with_its_numbers_and_dates_as_text() -> None:
    book = Workbook()
    sheet = book.active
    sheet.append([])
    sheet.append(["navn", "timer", "fra"])
    sheet.append(["Åse", 37, "2026-03-01"])
    sheet.append(["Bo", 7.4 * 3 - 14.8, None])
    sheet["C4"] = "01-03-2026"
    file = io.BytesIO()
    book.save(file)
    assert read(file.getvalue()) == Table(
        ("navn", "timer", "fra"), (Row(3, ("Åse", "37", "2026-03-01")), Row(4, ("Bo", "7.4", "01-03-2026"))), "XLSX"
    )


def test_the_first_visible_sheet_that_holds_something_is_read() -> None:
    book = Workbook()
    book.active.title = "tom"
    hidden = book.create_sheet("skjult")
    hidden.append(["forkert"])
    hidden.sheet_state = "hidden"
    book.create_sheet("rigtig").append(["navn"])
    file = io.BytesIO()
    book.save(file)
    assert read(file.getvalue()).headings == ("navn",)


@pytest.mark.parametrize("content", [b"", b"  \r\n ", "\ufeff".encode(), b";;;\r\n;;;\r\n", write_xlsx([], [])])
def test_an_empty_file_is_refused(content: bytes) -> None:
    assert refusal(content) == EMPTY


@pytest.mark.parametrize(
    "content",
    [
        b"<html><table><tr><td>navn</td></tr></table></html>",
        b'{"navn": "Bo"}',
        b"%PDF-1.7\n1 0 obj\n",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"\xff\xfe" + "navn;by".encode("utf-16-le") + b"\x00",
        "navn;by".encode("utf-16-le"),
        b"navn;by\r\n\x81\x8d;\x90\r\n",
    ],
)
def test_what_is_no_table_is_refused(content: bytes) -> None:
    assert refusal(content) == NOT_A_TABLE


@pytest.mark.parametrize("body", ['"Bo;Odense\r\nIda;Vejle\r\n', '"Bo"x;Odense\r\n'])
def test_a_quote_that_is_not_closed_is_named_by_its_row(body: str) -> None:
    assert refusal(f"navn;by\r\nÅse;Aarhus\r\n{body}".encode()) == open_quote(3)


def test_a_file_above_the_limit_is_refused_unread() -> None:
    assert refusal(b"x" * (LARGEST_FILE + 1)) == UPLOAD.too_large


def test_too_many_rows_and_columns_are_refused() -> None:
    assert refusal(b"navn\r\n" + b"Bo\r\n" * 100_001) == UPLOAD.too_wide
    assert refusal(b";".join([b"x"] * 201)) == UPLOAD.too_wide
    assert refusal(write_xlsx(["x"] * 401, [])) == UPLOAD.too_wide


def test_a_damaged_workbook_is_refused() -> None:
    whole = write_xlsx(["navn"], [["Bo"]])
    assert refusal(whole[: len(whole) // 2]) == NOT_A_WORKBOOK
    assert refusal(b"PK\x03\x04" + b"junk" * 100) == NOT_A_WORKBOOK
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000) == NOT_A_WORKBOOK


def test_a_workbook_made_to_fill_all_memory_is_refused() -> None:
    corners = [b'<c r="%s" t="inlineStr"><is><t>x</t></is></c>' % corner for corner in (b"A1", b"XFD1048576")]
    assert refusal(workbook(corners)) == NOT_A_WORKBOOK


def test_a_workbook_that_unpacks_to_more_than_it_may_is_refused() -> None:
    megabyte = b"A" * 1024**2
    assert refusal(workbook([b'<c t="inlineStr"><is><t>', *[megabyte] * 600, b"</t></is></c>"])) == NOT_A_WORKBOOK


def workbook(cells: list[bytes]) -> bytes:
    """A workbook with these cells, written behind the writer's back."""
    plain, file = io.BytesIO(), io.BytesIO()
    book = Workbook()
    book.active.append(["navn"])
    book.save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
        for name in source.namelist():
            if not name.endswith("sheet1.xml"):
                target.writestr(name, source.read(name))
                continue
            before, rest = source.read(name).split(b"<c ", 1)
            with target.open(name, "w") as sheet:
                for part in (before, *cells, rest.split(b"</c>", 1)[1]):
                    sheet.write(part)
    return file.getvalue()
