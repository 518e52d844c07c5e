"""Run by itself: a workbook on standard input, its rows of text as JSON on standard output, `null` when too large."""

from __future__ import annotations

import io
import json
import resource
import sys
from datetime import date, datetime, time, timedelta

MEMORY = 1024**3


def main(most_rows: int, most_columns: int) -> None:
    """Read the first visible sheet that holds something; any fault ends the process with another code than 0."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a dump would hold what is in the file
    book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    rows: list[list[str]] | None = []
    for about in book.sheets_metadata:
        if about.typ != SheetTypeEnum.WorkSheet or about.visible != SheetVisibleEnum.Visible:
            continue
        sheet = book.get_sheet_by_name(about.name)
        if sheet.total_height > 2 * most_rows or sheet.total_width > 2 * most_columns:
            rows = None
        elif sheet.height:
            rows = [[written(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
        if rows is None or rows:
            break
    json.dump(rows, sys.stdout)


def written(cell: str | float | bool | date | datetime | time | timedelta) -> str:
    """A cell's value as text: whole numbers without decimals, no more digits than a spreadsheet shows, ISO dates."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float | int):
        return f"{cell:.15g}"
    if isinstance(cell, datetime):
        midnight = cell.time() == time()
        return (cell.date() if midnight else cell.replace(microsecond=0)).isoformat()
    return str(cell) if isinstance(cell, timedelta) else cell.isoformat()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
