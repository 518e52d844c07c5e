"""Strict reading of TOML tables: each fault is named by file, place, what is wrong and what to write instead."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

Choice = TypeVar("Choice", bound=StrEnum)
Kind = TypeVar("Kind")

NAMES: dict[type, str] = {
    str: "text in quotation marks",
    int: "a whole number without quotation marks",
    date: "a date without quotation marks, like 2027-06-01",
    dict: "a table, like { da = …, en = … }",
    list: "an array of tables, [[…]]",
}


class RulebookError(ValueError):
    """A file of the rulebook can't be used."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")


def opened(file: Path) -> Table:
    """The whole of a file. Raises `RulebookError` when it isn't TOML."""
    try:
        return Table(f"{file.name}: ", tomllib.loads(file.read_text(encoding="utf-8")))
    except ValueError as error:
        raise RulebookError(file.name, f"is not TOML in UTF-8: {error}") from error


class Table:
    """One TOML table that knows its place, and which of its fields were asked for."""

    def __init__(self, where: str, content: dict[str, object]) -> None:
        self.where = where
        self._content = content
        self._asked: dict[str, None] = {}

    def holds(self, name: str) -> bool:
        """Whether a field that may be left out is there."""
        self._asked[name] = None
        return name in self._content

    def fault(self, name: str, what: str) -> RulebookError:
        """The error to raise about one field."""
        return RulebookError(f"{self.where}{name}", what)

    def field(self, name: str, kind: type[Kind]) -> Kind:
        """A field that must be there, of this type."""
        value = self.value(name)
        if type(value) is not kind:
            raise self.fault(name, f"{value!r} can't stand here; write {NAMES[kind]}")
        return value

    def text(self, name: str) -> str:
        """Words that must be there."""
        words = self.field(name, str)
        if not words or words.strip() != words:
            raise self.fault(name, "is empty or has blanks at an end; write the words only")
        return words

    def optional_text(self, name: str) -> str:
        """Words, or nothing when the field is left out."""
        return self.text(name) if self.holds(name) else ""

    def optional_date(self, name: str) -> date | None:
        """A date, or `None` when the field is left out."""
        return self.field(name, date) if self.holds(name) else None

    def optional_choice(self, name: str, kind: type[Choice]) -> Choice | None:
        """One word of a closed set, or `None` when the field is left out."""
        return self.choice(name, kind) if self.holds(name) else None

    def flag(self, name: str) -> bool:
        """True, false, or left out for false."""
        value = self.value(name) if self.holds(name) else False
        if not isinstance(value, bool):
            raise self.fault(name, f"{value!r} can't stand here; write true or false")
        return value

    def value(self, name: str) -> object:
        """A field of any type that must be there."""
        if not self.holds(name):
            close = get_close_matches(name, list(self._content), 1)
            raise self.fault(name, f'is missing; write it in place of "{close[0]}"' if close else "is missing")
        return self._content[name]

    def choice(self, name: str, kind: type[Choice]) -> Choice:
        """One word of a closed set."""
        value = self.text(name)
        if value not in list(kind):
            raise self.fault(name, f'"{value}" is not known; write one of {", ".join(kind)}')
        return kind(value)

    def table(self, name: str) -> Table:
        """A table inside this one."""
        return Table(f"{self.where}{name}.", self.field(name, dict))

    def tables(self, name: str) -> list[Table]:
        """The tables of an array that must hold at least one."""
        found = self.field(name, list)
        if not found or not all(type(each) is dict for each in found):
            raise self.fault(name, f"holds no tables; write one or more [[{name}]]")
        return [Table(f"{self.where}{name}[{number}].", each) for number, each in enumerate(found, start=1)]

    def one_or_more(self, name: str) -> list[Table]:
        """A table, or the tables of an array."""
        return self.tables(name) if isinstance(self.value(name), list) else [self.table(name)]

    def named(self, name: str) -> Iterator[tuple[str, Table]]:
        """The tables of a table that may be left out, each with its name."""
        if self.holds(name):
            inside = self.table(name)
            for each in inside._content:
                yield each, inside.table(each)

    def close(self) -> None:
        """Refuses fields that nobody asked for."""
        for name in self._content:
            if name not in self._asked:
                close = get_close_matches(name, list(self._asked), 1)
                instead = f'did you mean "{close[0]}"?' if close else f"the fields are {', '.join(self._asked)}"
                raise self.fault(name, f"is not a field here; {instead}")
