"""Overskrifter: the columns of a table of hours and the words in them, in English and Danish."""

from __future__ import annotations

import re

from hjemmedag.core.worktime.entries import Kind, Place

DANISH = {
    "employee": ("medarbejdernr", "medarbejdernummer"),
    "start": ("begynd", "fra"),
    "end": ("slut", "til"),
    "place": ("sted",),
    "kind": ("art",),
    "break": ("pause",),
}
"""A column's names beside its own; the first is the one that is shown. `fold` has no other."""

OURS = {name: column for column, names in DANISH.items() for name in names}

WORDS: dict[str, Place | Kind] = {
    "hjemme": Place.HOME,
    "kontor": Place.OFFICE,
    "andet": Place.OTHER,
    "arbejde": Kind.WORK,
    "tilkald": Kind.CALL_OUT,
    "rådighed": Kind.ON_CALL,
}
"""Danish words for places and kinds, each in the order of its English ones."""


def named(heading: str) -> str:
    """The column that a heading means; one that is not ours by its own name, without case and end mark.

    "Medarbejdernr." and "EMPLOYEE" are both `employee`.
    """
    name = re.sub(r"[.:*]+$", "", heading.strip().casefold()).strip()
    return OURS.get(name, name)


def meant(word: str) -> str:
    """The English word for a place or kind; any other word as it is, without case and spaces around."""
    plain = word.strip().lower()
    return WORDS.get(plain, plain)


def danish(words: type[Place] | type[Kind]) -> list[str]:
    """The Danish words for all places or kinds."""
    return [said for said, word in WORDS.items() if isinstance(word, words)]


def names(column: str, language: str) -> tuple[str, ...]:
    """All that a column may be called, the language's own word first."""
    theirs = DANISH.get(column, ())
    return (column, *theirs) if language.startswith("en") else (*theirs, column)
