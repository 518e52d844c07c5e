"""Addresses that nobody was given: forged ids are not found; whatever stands behind a question mark shows a page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import pytest
from django.urls import reverse

from tests.access.table import CLOSED, LISTS, Row, address, as_it_was, ask, routes, rows

if TYPE_CHECKING:
    from tests.access.conftest import World

FORGED = {
    int: ("0", "9" * 18, "9" * 19, "9" * 30, "9" * 5000, "-1", "1.0", "abc", "Å", "1'", "1%20OR%201=1", "%F0%9F%8F%A0"),
    str: ("x", "9" * 300, "'", "%25", "..", "%2e%2e", "Å", "%F0%9F%8F%A0", "csv%0D%0AX-Evil:1"),
}
ASKED = (
    *("action", "afdeling", "as_of", "brug", "format", "fra", "hvem", "kind", "klar", "kvittering", "new", "next"),
    *("orden", "page", "periode", "person", "process", "q", "rolle", "sprog", "state", "status", "sted", "team", "til"),
    *("tilstand", "vis"),
)
"""Everything that some page reads from behind the question mark."""
ODD = {
    "nothing": "",
    "letters": "abc",
    "negative": "-1",
    "nought": "0",
    "large": "9" * 20,
    "endless": "9" * 5000,
    "quotes": "'\"`--;)",
    "patterns": "%_\\*[",
    "markup": "<script>alert(1)</script>",
    "no such day": "31-02-2026",
    "before all days": "0001-01-01",
    "after all days": "9999-12-31",
    "another file": "exe",
    "another script": "æøå ÆØÅ ß ﬁ 🏠 \u202e\ud7ff",
    "many words": "a b " * 1000,
}


def forged(row: Row) -> list[str]:
    """The row's address with last ids that nobody has."""
    converters = routes()[row.route].pattern.converters.values()
    kinds = [int if type(one).__name__ == "IntConverter" else str for one in converters]
    if not kinds:
        return []
    kind, known = kinds[-1], ["4711" if one is int else "plads" for one in kinds]
    before, _known, after = reverse(row.route, args=known).rpartition(known[-1])
    return [f"{before}{one}{after}" for one in FORGED[kind]]


@pytest.mark.parametrize("who", ["out", "own", "hr"])
def test_a_forged_id_is_not_found(who: str, world: World) -> None:
    found = []
    for row in {row.route: row for row in rows()}.values():
        for url in forged(row):
            with as_it_was(row):
                answer = ask(world.browsers[who], url, row.method)
            allowed = (404,) if who == "hr" and row.by(who) != "403" else (302, 403, 404)
            found += [] if answer.status_code in allowed else [f"{row.method} {url[:90]}: {answer.status_code}"]
    assert found == []


@pytest.mark.parametrize("odd", ODD)
def test_whatever_is_asked_for_behind_the_question_mark_a_page_is_shown(odd: str, world: World) -> None:
    found = []
    for row in rows():
        for more in ({}, {"format": "csv"}) if row.route in LISTS else ({},):
            url = f"{address(row, world.records)}?{urlencode(dict.fromkeys(ASKED, ODD[odd]) | more)}"
            if row.by("hr") not in CLOSED:
                with as_it_was(row):
                    answer = ask(world.browsers["hr"], url, row.method)
                found += [] if answer.status_code in (200, 302, 400) else [f"{row.route} {more}: {answer.status_code}"]
    assert found == []


@pytest.mark.parametrize("words", ["x" * 2**20, "x " * 2**19], ids=["one long word", "many words"])
def test_a_megabyte_of_search_finds_nothing(words: str, world: World) -> None:
    for route in (*LISTS, "overview:search", "overview:rules", "people:suggestions"):
        [row] = [row for row in rows() if row.route == route]
        answer = ask(world.browsers["hr"], f"{address(row, world.records)}?q={quote(words)}")
        assert (route, answer.status_code) == (route, 200)


def test_a_character_that_no_database_holds_is_a_bad_request_everywhere(world: World) -> None:
    found = []
    for row in rows():
        answer = ask(world.browsers["hr"], f"{address(row, world.records)}?q=a%00b", row.method)
        found += [] if answer.status_code == 400 else [f"{row.route}: {answer.status_code}"]
    assert found == []
    assert ask(world.browsers["hr"], "/regler/a%00b/").status_code == 400
