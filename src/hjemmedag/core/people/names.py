"""Names as people search for them and as a Danish list orders them, the same in every database."""

from __future__ import annotations

import unicodedata

AFTER_Z = {"æ": "zza", "ä": "zza", "ø": "zzb", "ö": "zzb", "å": "zzc", "ü": "y", "ð": "d", "þ": "th", "ł": "l"}
"""Letters with a place of their own: æ, ø and å close the alphabet in that order, ü stands with y."""


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
