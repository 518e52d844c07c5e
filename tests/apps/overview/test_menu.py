"""The menu: a few places a role, each of which opens, and what belongs to one shown below it while one is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from hjemmedag.apps.overview.queries.menu import menu
from hjemmedag.apps.people.access import viewer
from hjemmedag.apps.people.models import Company, Employee, StandIn

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


def test_whoever_stands_in_for_a_manager_finds_what_they_answer(
    as_: Browser, bo: Employee, anna: Employee, carl: Employee, company: Company
) -> None:
    def labels(person: Employee) -> dict[str, list[str]]:
        return {group["heading"]: [item["label"] for item in group["items"]] for group in shown(person)}

    assert "Du er stedfortræder" not in labels(carl) | labels(bo)
    StandIn.objects.create(employee=anna, by=carl, starts=timezone.localdate())
    [group] = [group for group in shown(carl) if group["heading"] == "Du er stedfortræder"]
    assert [item["label"] for item in group["items"]] == ["Godkend", "Teamets hjemmedage", "Teamets ordninger"]
    assert [as_(carl).get(item["url"]).status_code for item in group["items"]] == [200, 200, 200]
