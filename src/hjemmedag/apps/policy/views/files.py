"""Lists as files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from hjemmedag.adapters.spreadsheets import CSV_TYPE, XLSX_TYPE, Cell, write_csv, write_xlsx
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.requests import Request


def file_asked_for(
    request: Request, name: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> HttpResponse | None:
    """The list as the file that the address asks for (`format`); `None` when it asks for the page."""
    match request.GET.get("format"):
        case "csv":
            return attachment(write_csv(headings, rows), name=f"{name}.csv", kind=CSV_TYPE)
        case "xlsx":
            return attachment(write_xlsx(headings, rows), name=f"{name}.xlsx", kind=XLSX_TYPE)
        case _:
            return None
