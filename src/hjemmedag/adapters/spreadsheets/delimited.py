"""CSV in the dialects that reach us: semicolon, comma or tab; UTF-8, UTF-16 or Windows-1252."""

from __future__ import annotations

import codecs
import csv
import io

from hjemmedag.adapters.spreadsheets.risky import plain
from hjemmedag.adapters.spreadsheets.table import (
    NOT_A_TABLE,
    Size,
    Table,
    Unreadable,
    open_quote,
    tabulated,
)

DELIMITERS = ";\t,"
MARKUP = ("<", "{", "[", "%PDF")


def read_csv(content: bytes, most: Size) -> Table:
    """The table in a text file. Raises `Unreadable`."""
    text, encoding = decoded(content)
    if "\0" in text or text.lstrip().startswith(MARKUP):
        raise Unreadable(NOT_A_TABLE)
    text, delimiter = _said_delimiter(text)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or _likely(text), strict=True)
    rows: list[tuple[int, list[str]]] = []
    try:
        for number, cells in enumerate(lines, start=1):
            if number > 2 * most.rows:
                raise Unreadable(most.too_wide)
            rows.append((number, [plain(cell) for cell in cells]))
    except csv.Error:
        raise Unreadable(open_quote(len(rows) + 1)) from None
    return tabulated(rows, encoding, most)


def decoded(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: by byte order mark, else UTF-8 when it is, else Windows-1252.

    Statistical guessing gets short Danish texts wrong; these three are what spreadsheets write.
    """
    marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    choices = [("utf-16", "UTF-16")] if marked else [("utf-8-sig", "UTF-8"), ("cp1252", "Windows-1252")]
    for codec, name in choices:
        try:
            return content.decode(codec), name
        except UnicodeDecodeError:
            continue
    raise Unreadable(NOT_A_TABLE)


def _said_delimiter(text: str) -> tuple[str, str]:
    """Excel's own first line "sep=;" names the delimiter and is no row; the text without it."""
    first, _, rest = text.partition("\n")
    said = first.rstrip("\r")
    return (rest, said[4]) if len(said) == 5 and said.lower().startswith("sep=") else (text, "")


def _likely(text: str) -> str:
    """The delimiter that stands most often in the first line that holds something."""
    heading = next(line for line in text.splitlines() if line.strip()) if text.strip() else ""
    return max(DELIMITERS, key=heading.count)
