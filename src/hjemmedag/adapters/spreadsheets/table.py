"""A table as read from a file, its limits, and what may be wrong with the file as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from hjemmedag.core.law.text import Text

LARGEST_FILE = 20 * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 200


class Unreadable(Exception):
    """The file is no table we can read; nothing of it was used. `text` says what is wrong and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `number` as a spreadsheet shows it, and the cells' text, as many as the row holds."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and the rows that hold something; `encoding` says how the file was read: "Windows-1252", "XLSX"."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str


def tabulated(rows: list[tuple[int, list[str]]], encoding: str) -> Table:
    """The first row that holds something as headings, the later ones as rows. Raises `Unreadable` when none does."""
    filled = [Row(number, tuple(cells)) for number, cells in rows if any(cell.strip() for cell in cells)]
    if not filled:
        raise Unreadable(EMPTY)
    headings = filled[0].cells
    while not headings[-1].strip():
        headings = headings[:-1]
    if len(filled) > MOST_ROWS + 1 or len(headings) > MOST_COLUMNS:
        raise Unreadable(TOO_WIDE)
    return Table(headings, tuple(filled[1:]), encoding)


EMPTY = Text(
    da="Filen er tom. Den skal have en række med overskrifter og en række for hver post.",
    en="The file is empty. It needs a row of headings and a row for each record.",
)
TOO_LARGE = Text(
    da="Filen er for stor: højst 20 MB kan læses. Del den i flere filer.",
    en="The file is too large: at most 20 MB can be read. Split it into several files.",
)
TOO_WIDE = Text(
    da="Tabellen er for stor: højst 100.000 rækker og 200 kolonner kan læses. Slet tomme rækker og kolonner, eller del "
    "filen.",
    en="The table is too large: at most 100,000 rows and 200 columns can be read. Delete empty rows and columns, or "
    "split the file.",
)
NOT_A_TABLE = Text(
    da="Filen er ikke en tabel. Gem listen som CSV eller Excel (.xlsx), og prøv igen.",
    en="The file is not a table. Save the list as CSV or Excel (.xlsx) and try again.",
)
NOT_A_WORKBOOK = Text(
    da="Excel-filen kan ikke læses: den er beskadiget, låst med adgangskode eller alt for stor. Åbn den i Excel, gem "
    "den som ny fil uden adgangskode, og prøv igen.",
    en="The Excel file can't be read: it is damaged, locked with a password or far too large. Open it in Excel, save "
    "it as a new file without password and try again.",
)


def open_quote(number: int) -> Text:
    """A quotation mark in this row is never closed, or text follows the closing one."""
    return Text(
        da=f'Række {number} kan ikke læses: et anførselstegn (") er åbnet, men ikke lukket rigtigt.',
        en=f"Row {number} can't be read: a quotation mark (\") is opened but not closed properly.",
    )
