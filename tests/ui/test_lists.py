"""What the address of a list asks for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
from django.test import RequestFactory

from hjemmedag.ui.lists import Asked

if TYPE_CHECKING:
    from hjemmedag.ui.requests import Request

TODAY = date(2026, 11, 23)
STATES = [("", "All"), ("open", "Open"), (3, "Third")]


def asked(address: str) -> Asked:
    return Asked(cast("Request", RequestFactory().get(address)), TODAY)


def test_an_address_without_more_asks_for_the_usual_list() -> None:
    one = asked("/")
    state = one.filter("state", "State", STATES)
    assert (one.q, one.on, one.format, state.value, state.narrows) == ("", TODAY, "", "", False)


def test_the_address_says_words_day_choice_and_file() -> None:
    one = asked("/?q=+anna++test+&as_of=2026-05-01&state=open&format=xlsx")
    state = one.filter("state", "State", STATES)
    assert (one.q, one.on, one.format) == ("anna  test", date(2026, 5, 1), "xlsx")
    assert (state.value, state.narrows) == ("open", True)


def test_a_choice_by_number_is_known_by_its_words() -> None:
    assert asked("/?state=3").filter("state", "State", STATES).value == "3"


def test_what_can_not_be_read_asks_for_the_usual() -> None:
    one = asked("/?as_of=i+morgen&state=odd&format=pdf")
    assert (one.on, one.filter("state", "State", STATES).value, one.format) == (TODAY, "", "")


def test_endless_words_are_read_to_a_hundred_letters() -> None:
    assert asked(f"/?q={'x' * 5000}").q == "x" * 100


@pytest.mark.parametrize(
    ("said", "meant"), [("7", 7), ("", None), ("-1", None), ("1.0", None), ("٣", None), ("9" * 19, None)]
)
def test_a_number_is_one_that_a_row_could_have(said: str, meant: int | None) -> None:
    assert asked(f"/?team={said}").number("team") == meant


@pytest.mark.parametrize(
    ("said", "rows"), [("", range(50)), ("2", range(50, 70)), ("x", range(50)), ("9", range(50, 70))]
)
def test_a_page_has_fifty_rows_and_there_is_always_one(said: str, rows: range) -> None:
    assert asked(f"/?page={said}").page(range(70)).object_list == rows


def test_another_order_keeps_the_search_and_begins_at_the_first_page() -> None:
    assert asked("/?q=anna&team=&orden=navn&page=3&format=x").address(orden="-navn") == "?q=anna&orden=-navn"
