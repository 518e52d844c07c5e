"""What changed between two wordings, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe


def difference(old: str, new: str) -> SafeString:
    """The new text as HTML, with what went in `<del>` and what came in `<ins>`."""
    before, after = words(old), words(new)
    parts: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = escape("".join(before[a:b])), escape("".join(after[c:d]))
        if kind == "equal":
            parts.append(come)
            continue
        parts.extend([f"<del>{gone}</del>"] if gone else [])
        parts.extend([f"<ins>{come}</ins>"] if come else [])
    return mark_safe("".join(parts))  # noqa: S308 - each piece is escaped above


def words(text: str) -> list[str]:
    """Words and the spaces between them, so that joining gives the text back."""
    return re.findall(r"\s+|[^\s]+", text)
