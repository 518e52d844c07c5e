"""Names as people search for them and as a Danish list orders them, the same in every database."""

from __future__ import annotations

import re
import unicodedata

AFTER_Z = {"æ": "zza", "ä": "zza", "ø": "zzb", "ö": "zzb", "å": "zzc", "ü": "y", "ð": "d", "þ": "th", "ł": "l"}
"""Letters with a place of their own: æ, ø and å close the alphabet in that order, ü stands with y."""


def legible(text: str) -> str | None:
    """One line of text with plain, single spaces; `None` when anything in it can't be seen, or turns what can.

    Such are line breaks, control characters, zero-width ones and those that turn the direction of writing: a name that
    holds them looks like another.
    """
    line = unicodedata.normalize("NFC", text).strip()
    if not line.isprintable():
        line = "".join(" " if unicodedata.category(letter) == "Zs" else letter for letter in line)
    return re.sub(" {2,}", " ", line) if line.isprintable() else None


def findable(*parts: str | None) -> str:
    """Text for searching in, whatever the case; empty parts are left out."""
    return " ".join(part for part in parts if part).casefold()


MOST_WORDS = 8
"""Words of a search that count: nobody means more, and each one costs the database a look at every row."""


def sought(words: str) -> list[str]:
    """The words of a search as they are looked for, the first few of them."""
    return findable(words[:100]).split()[:MOST_WORDS]


def alphabetical(*parts: str) -> str:
    """A key that sorts names as Danish does: aa as å, accents ignored, capitals with small letters."""
    plain = " ".join(parts).casefold().replace("aa", "å")
    placed = "".join(AFTER_Z.get(letter, letter) for letter in plain)
    return unicodedata.normalize("NFKD", placed).encode("ascii", "ignore").decode()
