"""The menu: a few places a role, each of which opens, and what belongs to one shown below it while one is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from hjemmedag.apps.overview.queries.menu import menu
from hjemmedag.apps.people.access import viewer
from hjemmedag.apps.people.models import Company, Employee

Browser = Callable[[Employee], Client]


def shown(person: Employee, path: str = "/") -> list[dict[str, Any]]:
    return menu(viewer(person, timezone.localdate()), path)


def walk(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in items:
        yield item
        yield from walk(item["within"])


@pytest.mark.parametrize("name", ["anna", "bo", "dorte", "eva", "finn", "gry", "hans", "ida", "jens"])
def test_every_place_opens_and_so_does_what_is_within_it(
    name: str, request: pytest.FixtureRequest, as_: Browser, company: Company
) -> None:
    person = request.getfixturevalue(name)
    browser = as_(person)
    heads = {item["url"] for group in shown(person) for item in group["items"]}
    urls = {each["url"] for head in heads for group in shown(person, head) for each in walk(group["items"])}
    assert {url: browser.get(url, follow=True).status_code for url in urls} == dict.fromkeys(urls, 200)


def test_what_belongs_to_a_place_is_listed_while_one_is_there(dorte: Employee, company: Company) -> None:
    def below(path: str) -> dict[str, list[str]]:
        items = [item for group in shown(dorte, path) for item in group["items"]]
        return {item["label"]: [each["label"] for each in item["within"]] for item in items if item["within"]}

    roles = ["Roller", "Overenskomster", "Organisation", "Virksomhed"]
    assert below("/") == {}
    assert below("/mennesker/") == {"Mennesker": roles}
    assert below("/roller/") == {"Mennesker": roles}


def test_one_place_is_marked_as_the_current_one(dorte: Employee, company: Company) -> None:
    def current(path: str) -> list[str]:
        return [each["label"] for group in shown(dorte, path) for each in walk(group["items"]) if each["current"]]

    assert [current(path) for path in ("/", "/mennesker/", "/roller/", "/fund/7/")] == [
        ["I dag"],
        ["Mennesker"],
        ["Roller"],
        [],
    ]
