"""Text that a spreadsheet would run: in CSV it is written behind an apostrophe, which reading takes off again."""

from __future__ import annotations

import re

RISKY = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def guarded(text: str) -> str:
    """Text as it is safe in a CSV cell: "=1+1" becomes "'=1+1", and "'=1+1" one apostrophe more."""
    return f"'{text}" if RISKY.match(text) else text


def plain(text: str) -> str:
    """The text behind the guard: the opposite of `guarded`."""
    return text[1:] if text.startswith("'") and RISKY.match(text) else text
