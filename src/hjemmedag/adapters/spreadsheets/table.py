"""A table as read from a file, its limits, and what may be wrong with the file as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from hjemmedag.core.law.text import Text

MEGABYTE = 1024 * 1024
MOST_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class Size:
    """How large a file and its table may be, and what is said of one that is larger."""

    megabytes: int
    rows: int

    @property
    def bytes(self) -> int:
        """The largest file."""
        return self.megabytes * MEGABYTE

    @property
    def too_large(self) -> Text:
        """Of a larger file."""
        return Text(
            da=f"Filen er for stor: højst {self.megabytes} MB kan læses. Del den i flere filer.",
            en=f"The file is too large: at most {self.megabytes} MB can be read. Split it into several files.",
        )

    @property
    def too_wide(self) -> Text:
        """Of a table with more rows or columns."""
        rows = f"{self.rows:,}"
        return Text(
            da=f"Tabellen er for stor: højst {rows.replace(',', '.')} rækker og {MOST_COLUMNS} kolonner kan læses. "
            "Slet tomme rækker og kolonner, eller del filen.",
            en=f"The table is too large: at most {rows} rows and {MOST_COLUMNS} columns can be read. "
            "Delete empty rows and columns, or split the file.",
        )


UPLOAD = Size(megabytes=20, rows=100_000)
"""What people send through a page: read in a moment, within the memory of a web process."""

SHEET = Size(megabytes=300, rows=1_048_575)
"""All that fits on a sheet, for commands."""

LARGEST_FILE = UPLOAD.bytes


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


def tabulated(rows: list[tuple[int, list[str]]], encoding: str, most: Size) -> Table:
    """The first row that holds something as headings, the later ones as rows. Raises `Unreadable` when none does."""
    filled = [Row(number, tuple(cells)) for number, cells in rows if any(cell.strip() for cell in cells)]
    if not filled:
        raise Unreadable(EMPTY)
    headings = filled[0].cells
    while not headings[-1].strip():
        headings = headings[:-1]
    if len(filled) > most.rows + 1 or len(headings) > MOST_COLUMNS:
        raise Unreadable(most.too_wide)
    return Table(headings, tuple(filled[1:]), encoding)


EMPTY = Text(
    da="Filen er tom. Den skal have en række med overskrifter og en række for hver post.",
    en="The file is empty. It needs a row of headings and a row for each record.",
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
