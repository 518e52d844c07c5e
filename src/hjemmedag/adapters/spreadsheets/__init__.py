"""Tables in and out: CSV as Danish Excel writes it, and XLSX (XLS is read too)."""

from hjemmedag.adapters.spreadsheets.reading import read
from hjemmedag.adapters.spreadsheets.table import LARGEST_FILE, Row, Table, Unreadable
from hjemmedag.adapters.spreadsheets.writing import CSV_TYPE, XLSX_TYPE, Cell, write_csv, write_xlsx

__all__ = [
    "CSV_TYPE",
    "LARGEST_FILE",
    "XLSX_TYPE",
    "Cell",
    "Row",
    "Table",
    "Unreadable",
    "read",
    "write_csv",
    "write_xlsx",
]
