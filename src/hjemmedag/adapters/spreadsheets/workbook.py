"""Excel workbooks, read in a process of their own: a file made to break readers breaks only that one.

A few kilobytes can ask for more memory than any machine has, and the reader then dies without an exception.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from hjemmedag.adapters.spreadsheets.table import (
    MOST_COLUMNS,
    NOT_A_WORKBOOK,
    Size,
    Table,
    Unreadable,
    tabulated,
)

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
READER = Path(__file__).with_name("workbook_reader.py")
SECONDS = 60


def read_workbook(content: bytes, most: Size) -> Table:
    """The first visible sheet that holds something. Raises `Unreadable`."""
    command = [sys.executable, "-I", str(READER), str(most.rows), str(MOST_COLUMNS)]
    try:
        answer = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603 – our own script, no words of the file
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        raise Unreadable(NOT_A_WORKBOOK) from None
    rows = json.loads(answer.stdout)
    if rows is None:
        raise Unreadable(most.too_wide)
    return tabulated(list(enumerate(rows, start=1)), "XLSX" if content.startswith(ZIP) else "XLS", most)
