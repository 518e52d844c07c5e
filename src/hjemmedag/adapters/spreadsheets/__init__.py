"""Tables in and out: CSV as Danish Excel writes it, and XLSX (XLS is read too)."""

from hjemmedag.adapters.spreadsheets.reading import read
from hjemmedag.adapters.spreadsheets.table import LARGEST_FILE, SHEET, Row, Table, Unreadable
from hjemmedag.adapters.spreadsheets.writing import Cell, Sheet, write_book, write_csv, write_xlsx

__all__ = [
    "LARGEST_FILE",
    "SHEET",
    "Cell",
    "Row",
    "Sheet",
    "Table",
    "Unreadable",
    "read",
    "write_book",
    "write_csv",
    "write_xlsx",
]
