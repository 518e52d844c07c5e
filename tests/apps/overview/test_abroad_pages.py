"""A period abroad as employee, manager, IT security and HR see it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from hjemmedag.apps.agreements.models import StayAbroad
from hjemmedag.apps.people.models import Employee

Browser = Callable[[Employee], Client]
WISH = {"country": "ES", "first": "2027-01-04", "last": "2027-02-05", "reason": "Hos min søster"}


@pytest.fixture
def asked(anna: Employee, bo: Employee, dorte: Employee, gry: Employee, as_: Browser) -> str:
    """The page of the period that Anna has asked for."""
    url: str = as_(anna).post("/udlandet/", WISH).url
    return url


def test_it_warns_counts_and_never_decides(anna: Employee, asked: str, as_: Browser) -> None:
    page = as_(anna).get(asked).text
    assert "25 af " in page
    assert "arbejdsdage i Spanien" in page
    assert "afgør vi ikke" in page
    assert "mere end fire uger i træk" in page


def test_both_answer_and_hr_writes_down_that_it_was_told(
    anna: Employee, bo: Employee, dorte: Employee, gry: Employee, as_: Browser
) -> None:
    asked = as_(anna).post("/udlandet/", WISH).url
    assert "Hos min søster" in as_(bo).get(asked).text
    assert "Hos min søster" not in as_(gry).get(asked).text
    assert as_(bo).post(asked, {"side": "manager", "answer": "approve"}).url == asked
    assert as_(gry).post(asked, {"side": "it", "answer": "approve", "words": "Kun med VPN."}).url == asked
    assert "Kun med VPN." in as_(anna).get(asked).text
    assert "ikke skrevet ned endnu" in as_(bo).get(asked).text
    assert as_(dorte).post(f"{asked}oplysning/", {"on": "2026-11-23"}).url == asked
    assert "fortalt på skrift" in as_(anna).get(asked).text
    for who in (bo, gry, dorte):
        assert "Spanien" in as_(who).get("/udlandet/").text


def test_a_no_needs_a_reason_and_each_side_answers_for_itself(
    anna: Employee, bo: Employee, gry: Employee, carl: Employee, asked: str, as_: Browser
) -> None:
    assert "Skriv hvorfor ikke." in as_(bo).post(asked, {"side": "manager", "answer": "refuse"}).text
    assert as_(bo).post(asked, {"side": "it", "answer": "approve"}).status_code == 403
    assert as_(gry).post(asked, {"side": "manager", "answer": "approve"}).status_code == 403
    assert as_(anna).post(asked, {"side": "manager", "answer": "approve"}).status_code == 403
    assert as_(bo).post(asked, {"side": "hvem", "answer": "approve"}).status_code == 400
    assert as_(carl).get(asked).status_code == 404
    assert "Anna" not in as_(carl).get("/udlandet/").text
    assert as_(bo).post(asked, {"side": "manager", "answer": "refuse", "words": "Travl tid."}).url == asked
    late = as_(gry).post(asked, {"side": "it", "answer": "approve"}).text
    assert "Det er allerede besvaret eller trukket tilbage." in late


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"country": "DK"}, "country"),
        ({"first": ""}, "first"),
        ({"last": "snart"}, "last"),
        ({"last": "2027-01-03"}, "__all__"),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(
    anna: Employee, bo: Employee, as_: Browser, wrong: dict[str, str], field: str
) -> None:
    page = as_(anna).post("/udlandet/", WISH | wrong)
    assert (list(page.context["form"].errors), StayAbroad.objects.count()) == ([field], 0)


def test_anna_takes_it_back(anna: Employee, asked: str, as_: Browser) -> None:
    assert "trukket tilbage" in as_(anna).post(f"{asked}tilbagetraekning/", follow=True).text
