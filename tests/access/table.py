"""The table of routes and roles: how it is read, which routes there are, and how an address is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import get_resolver, resolve, reverse
from django.urls.resolvers import URLPattern, URLResolver

ROUTES = Path(__file__).with_name("routes.txt")
WHO = ("out", "left", "half", "own", "oth", "led", "ldr", "hr", "unt", "un2", "amr", "tr", "it", "dpo", "pay", "aud")
SIGN_IN, SET_UP, ONWARD = "in", "2nd", "->"
CLOSED = (SIGN_IN, SET_UP, "403", "404")
"""The answers of a door that is closed to who asks."""
LISTS = (
    *("people:people", "documents:documents", "policy:receipts", "policy:job_functions"),
    *("equipment:stock", "equipment:handovers", "equipment:returns", "equipment:repairs", "equipment:packages"),
    *("equipment:answers", "equipment:internet"),
    *("overview:applications", "overview:arrangements", "overview:home_days"),
)
"""The lists that can be searched, filtered and taken as a file."""

Records = Mapping[str, tuple[Any, ...]]
"""The arguments of an address, for each word in the column “of”."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: a route, whose record its address names, what each is answered, and where `->` leads."""

    method: str
    route: str
    of: str
    answers: tuple[str, ...] = ()
    onward: str = ""

    @property
    def stage(self) -> str:
        """The stage the route belongs to; the sign-in library's own routes have none."""
        return self.route.partition(":")[0] if ":" in self.route else "account"

    def by(self, who: str) -> str:
        """What someone is answered."""
        return self.answers[WHO.index(who)]

    def named(self, onward: Iterable[str]) -> str:
        """The pages sent on to, each by its name within this stage."""
        return "|".join(sorted(name.removeprefix(f"{self.stage}:") for name in onward))

    def written(self) -> str:
        """The line as it stands in the table."""
        cells = " ".join(f"{cell:3}" for cell in self.answers)
        return f"{self.method:4} {self.route:35} {self.of:11} {cells} {self.onward}".rstrip()


def rows(stage: str = "") -> list[Row]:
    """The lines of the table, of one stage or all. Raises `ValueError` naming a line that can't be read."""
    lines = ROUTES.read_text(encoding="utf-8").splitlines()
    found = [_row(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    return [row for row in found if stage in ("", row.stage)]


def _row(number: int, line: str) -> Row:
    method, route, of, *cells = line.split()
    if method not in ("GET", "POST") or len(cells) - len(WHO) not in (0, 1):
        raise ValueError(f"{ROUTES.name}, line {number}: a method, a route, “of” and {len(WHO)} answers: {line!r}")
    return Row(method, route, of, tuple(cells[: len(WHO)]), "".join(cells[len(WHO) :]))


def routes() -> dict[str, URLPattern]:
    """Every route there is, by its name, in the order of the addresses."""
    return dict(_walk(get_resolver().url_patterns))


def _walk(patterns: Iterable[URLPattern | URLResolver], space: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        else:
            yield f"{space}{pattern.name or pattern.pattern}", pattern


def address(row: Row, records: Records) -> str:
    """The row's address, with the record that it names."""
    return reverse(row.route, args=records[row.of])


def ask(browser: Client, url: str, method: str = "GET", **more: Any) -> HttpResponse:
    """Ask for an address as if it were the first that this browser asks for; a POST comes with an empty form."""
    again = Client(raise_request_exception=False, **more)
    again.cookies.update(browser.cookies)
    response: HttpResponse = again.generic(method, url, content_type="application/x-www-form-urlencoded")
    return response


@contextmanager
def as_it_was(row: Row) -> Iterator[None]:
    """Whatever a request does is undone after it, counters included; rows about the demo are asked in a demo."""
    cache.clear()
    with override_settings(DEMO=row.of == "demo"), transaction.atomic():
        yield
        transaction.set_rollback(True)


def said(response: HttpResponse) -> tuple[str, str]:
    """The answer as the table writes it, and the route that it leads on to."""
    if response.status_code != HTTPStatus.FOUND:
        return str(response.status_code), ""
    route = resolve(response.headers["Location"].partition("?")[0]).view_name
    known = {settings.LOGIN_URL: SIGN_IN, "mfa_index": SET_UP}
    return (known[route], "") if route in known else (ONWARD, route)
