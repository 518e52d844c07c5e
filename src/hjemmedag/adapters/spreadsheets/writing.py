"""Lists as files that a Danish Excel opens as they are, and that `read` gives back unchanged.

No spreadsheet runs what people wrote: in CSV, text that begins with = + - @ or a control character stands behind an
apostrophe (see `risky`); in XLSX such a cell is typed as text and marked as quoted.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from hjemmedag.adapters.spreadsheets.risky import RISKY, guarded

Cell = str | int | float | Decimal | date | datetime | None
"""What a cell may hold. Moments are written with the clock they carry: pass them in local time."""

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def write_csv(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Semicolons, UTF-8 with byte order mark, CRLF, decimal comma, dates as dd-mm-yyyy, times as hh:mm."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow([guarded(heading) for heading in headings])
    writer.writerows([_as_text(cell) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def _as_text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guarded(cell)
    if isinstance(cell, datetime):
        return f"{cell:%d-%m-%Y %H:%M}"
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    return f"{cell:f}".replace(".", ",") if isinstance(cell, Decimal) else str(cell).replace(".", ",")


def write_xlsx(headings: Sequence[str], rows: Iterable[Sequence[Cell]], *, sheet: str = "Ark1") -> bytes:
    """A workbook of one sheet with its headings in bold and always in view; numbers and dates as such."""
    return write_book([Sheet(sheet, headings, rows)])


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook; its name has at most 31 letters and none of `[]:*?/\\`."""

    name: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def write_book(sheets: Iterable[Sheet]) -> bytes:
    """A workbook of several sheets, each with its headings in bold and always in view; numbers and dates as such."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ERROR_CODES, ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Font

    book = Workbook(write_only=True)

    def typed(page: Any, value: Cell, *, heading: bool = False) -> object:
        if isinstance(value, str):
            text = ILLEGAL_CHARACTERS_RE.sub("", value)
            risky = RISKY.match(text) is not None or text in ERROR_CODES
            if not risky and not heading:
                return text
            cell = WriteOnlyCell(page, text)
            cell.data_type = "s"
            cell.quotePrefix = risky
            if heading:
                cell.font = Font(bold=True)
            return cell
        if not isinstance(value, date):
            return value
        clock = isinstance(value, datetime)
        cell = WriteOnlyCell(page, value.replace(tzinfo=None) if isinstance(value, datetime) else value)
        cell.number_format = "dd-mm-yyyy hh:mm" if clock else "dd-mm-yyyy"
        return cell

    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        page.freeze_panes = "A2"
        page.append([typed(page, heading, heading=True) for heading in sheet.headings])
        for row in sheet.rows:
            page.append([typed(page, cell) for cell in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
