"""From the bytes of a file to a table."""

from __future__ import annotations

from hjemmedag.adapters.spreadsheets.delimited import read_csv
from hjemmedag.adapters.spreadsheets.table import EMPTY, UPLOAD, Size, Table, Unreadable
from hjemmedag.adapters.spreadsheets.workbook import OLE, ZIP, read_workbook


def read(content: bytes, most: Size = UPLOAD) -> Table:
    """The table in a CSV, XLSX or XLS file, told apart by its first bytes, whatever its name.

    Cells are text: numbers with a point, dates as ISO 8601. Raises `Unreadable`.
    """
    if len(content) > most.bytes:
        raise Unreadable(most.too_large)
    if not content.strip():
        raise Unreadable(EMPTY)
    return read_workbook(content, most) if content.startswith((ZIP, OLE)) else read_csv(content, most)
