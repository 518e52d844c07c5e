"""The table of routes and roles: how it is read, and which routes there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, resolve, reverse
from django.urls.resolvers import URLPattern, URLResolver

ROUTES = Path(__file__).with_name("routes.txt")
WHO = ("out", "left", "half", "own", "oth", "led", "ldr", "hr", "unt", "un2", "amr", "tr", "it", "dpo", "pay", "aud")
SIGN_IN, SET_UP, ONWARD = "in", "2nd", "->"
CLOSED = (SIGN_IN, SET_UP, "403", "404")
"""The answers of a door that is closed to who asks."""

type_of_arguments = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: a route, whose record its address names, and what each person is answered."""

    method: str
    route: str
    of: str
    answers: tuple[str, ...]
    onward: str = ""

    @property
    def stage(self) -> str:
        """The stage the route belongs to; signing in has none."""
        return self.route.partition(":")[0] if ":" in self.route else "account"

    def by(self, who: str) -> str:
        """What one person is answered."""
        return self.answers[WHO.index(who)]

    def written(self) -> str:
        """The line as it stands in the table."""
        cells = " ".join(f"{cell:3}" for cell in self.answers)
        return f"{self.method:4} {self.route:35} {self.of:14} {cells} {self.onward}".rstrip()


def rows() -> list[Row]:
    """Every line of the table. Raises `ValueError` naming a line that can't be read."""
    return [_row(number, line) for number, line in enumerate(ROUTES.read_text().splitlines(), 1) if _speaks(line)]


def _speaks(line: str) -> bool:
    return bool(line.strip()) and not line.startswith(("#", "     "))


def _row(number: int, line: str) -> Row:
    method, route, of, *cells = line.split()
    if len(cells) not in (len(WHO), len(WHO) + 1) or method not in ("GET", "POST"):
        raise ValueError(f"{ROUTES.name}, line {number}: {len(WHO)} answers are expected: {line!r}")
    return Row(method, route, of, tuple(cells[: len(WHO)]), *cells[len(WHO) :])


def routes() -> list[str]:
    """The name of every route there is, in the order of the addresses."""
    return [name for name, _pattern in _walk(get_resolver().url_patterns)]


def _walk(patterns: Iterable[URLPattern | URLResolver], space: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        else:
            yield f"{space}{pattern.name}", pattern


def arguments() -> dict[str, list[str]]:
    """For each route with arguments: the kind of each, `int`, `str`, `slug` or `regex`."""
    found = {}
    for name, pattern in _walk(get_resolver().url_patterns):
        converters = pattern.pattern.converters.values()
        kinds = [type(one).__name__.removesuffix("Converter").lower() for one in converters]
        found[name] = kinds or ["regex"] * len(getattr(pattern.pattern, "regex", None).groupindex or ())
    return {name: kinds for name, kinds in found.items() if kinds}


def ask(client: Client, row: Row, records: dict[str, type_of_arguments], method: str = "") -> HttpResponse:
    """Send the row's request; a POST comes with an empty form."""
    return client.generic(method or row.method, address(row, records), secure=False)


def address(row: Row, records: dict[str, type_of_arguments]) -> str:
    """The row's address, with the record that it names."""
    return reverse(row.route, args=records[row.of])


def said(response: HttpResponse) -> tuple[str, str]:
    """The answer as the table writes it, and where it leads on to."""
    if response.status_code != HTTPStatus.FOUND:
        return str(response.status_code), ""
    route = resolve(response.headers["Location"].partition("?")[0]).view_name
    known = {settings.LOGIN_URL: SIGN_IN, "mfa_index": SET_UP}
    return (known[route], "") if route in known else (ONWARD, route)
