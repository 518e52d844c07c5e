"""A list as the file that someone asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hjemmedag.adapters.spreadsheets.writing import CSV_TYPE, XLSX_TYPE, Cell, Sheet, write_book, write_csv, write_xlsx

WRITERS = {"csv": (write_csv, CSV_TYPE), "xlsx": (write_xlsx, XLSX_TYPE)}


@dataclass(frozen=True, slots=True)
class File:
    """A finished file: its name with the ending, its contents and its media type."""

    name: str
    content: bytes
    kind: str


def export(name: str, ending: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> File:
    """The list as "csv" or "xlsx". Raises `KeyError` for another ending: ask `WRITERS` first."""
    write, kind = WRITERS[ending]
    return File(f"{name}.{ending}", write(headings, rows), kind)


def export_book(name: str, sheets: Iterable[Sheet]) -> File:
    """Several lists as the sheets of one workbook."""
    return File(f"{name}.xlsx", write_book(sheets), XLSX_TYPE)
