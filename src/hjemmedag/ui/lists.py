"""What the address of a list asks for, read in one way for all of them: words, a day, filters, a page or a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator

from hjemmedag.ui.requests import Request, day_asked_for, whole_number

ROWS = 50
"""On one page."""
LONGEST = 100
"""Letters of a search that are read."""
FORMATS = ("csv", "xlsx")


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow a list. The first of its `choices` is the usual one; `value` is always one of them."""

    name: str
    label: str
    choices: Sequence[tuple[Any, Any]]
    value: str = ""

    @property
    def narrows(self) -> bool:
        """Whether another choice than the usual one was made."""
        return self.value != str(self.choices[0][0])


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address of a list asks for; what can't be read asks for the usual."""

    request: Request
    today: date

    @property
    def q(self) -> str:
        """The words searched for."""
        return self.word("q")[:LONGEST]

    @property
    def on(self) -> date:
        """The day to show the list on."""
        return day_asked_for(self.request, self.today)

    @property
    def format(self) -> str:
        """The kind of file asked for; empty when it is the page."""
        return asked if (asked := self.word("format")) in FORMATS else ""

    def word(self, name: str) -> str:
        """What the address says under this name; empty when it says nothing."""
        return str(self.request.GET.get(name, "")).strip()

    def number(self, name: str) -> int | None:
        """The id that the address gives under this name."""
        return whole_number(self.word(name))

    def filter(self, name: str, label: str, choices: Sequence[tuple[Any, Any]]) -> Filter:
        """One filter with what is asked of it; of `choices`, pairs of value and words, the first is the usual one."""
        values, asked = [str(value) for value, _words in choices], self.word(name)
        return Filter(name, label, choices, asked if asked in values else values[0])

    def page(self, rows: Any) -> Page[Any]:
        """The page of `rows` asked for; the first for a number that can't be read, the last for one too large."""
        return Paginator(rows, ROWS).get_page(self.word("page"))

    def address(self, **other: str) -> str:
        """The same list with something else asked of it, from its first page on."""
        kept = {name: value for name, value in self.request.GET.items() if value and name not in ("page", "format")}
        return f"?{urlencode(kept | other)}"
