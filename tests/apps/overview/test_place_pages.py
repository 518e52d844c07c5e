"""Asking for a place beside the home, answering it and letting it end, as people see it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from hjemmedag.apps.agreements import actions
from hjemmedag.apps.agreements.models import AdHocDay, Arrangement, OtherPlace
from hjemmedag.apps.people.models import Employee
from tests.conftest import NOW, TODAY

Browser = Callable[[Employee], Client]
ADDRESS = "Strandvejen 9, 8420 Knebel"
WISH = {
    "name": "Sommerhuset",
    "street": "Strandvejen 9",
    "postcode": "8420",
    "city": "Knebel",
    "country": "DK",
    "room": "stuen",
    "first": "2026-11-24",
    "last": "2026-12-31",
}


@pytest.fixture
def living(anna: Employee, bo: Employee, offer: Callable[..., Arrangement], sign: Callable[..., None]) -> Arrangement:
    """Anna's arrangement, signed by all and begun today."""
    arrangement = offer(anna, by=bo, first=TODAY)
    sign(arrangement)
    actions.start(arrangement=arrangement.pk, on=TODAY, actor=None, now=NOW)
    return arrangement


@pytest.fixture
def asked(anna: Employee, living: Arrangement, as_: Browser) -> str:
    """The page of the place that Anna has asked for."""
    url: str = as_(anna).post(f"/ordninger/{living.pk}/sted/", WISH).url
    return url


def test_anna_asks_bo_agrees_and_the_address_stays_with_her_and_hr(
    anna: Employee, bo: Employee, dorte: Employee, asked: str, living: Arrangement, as_: Browser
) -> None:
    assert [ADDRESS in as_(who).get(asked).text for who in (anna, bo, dorte)] == [True, False, True]
    assert as_(bo).post(asked, {"answer": "approve"}).status_code == 302
    for who in (anna, bo):
        page = as_(who).get(f"/ordninger/{living.pk}/").text
        assert ("Sommerhuset" in page, "Bed om et andet sted" in page) == (True, who == anna)
    mine = as_(anna).get("/hjemmearbejdssted/").text
    assert ("Dine andre arbejdssteder" in mine, "skal vurderes" in mine.lower()) == (True, True)


def test_a_no_without_a_reason_is_sent_back_and_one_with_it_is_read(
    anna: Employee, bo: Employee, asked: str, as_: Browser
) -> None:
    assert "Skriv hvorfor ikke." in as_(bo).post(asked, {"answer": "refuse", "reason": " "}).text
    as_(bo).post(asked, {"answer": "refuse", "reason": "Der er intet net."})
    assert "Der er intet net." in as_(anna).get(asked).text
    late = as_(bo).post(asked, {"answer": "approve"}).text
    assert "Det er allerede besvaret eller trukket tilbage." in late


def test_wrong_answers_and_strangers_are_kept_out(
    anna: Employee, bo: Employee, carl: Employee, asked: str, as_: Browser
) -> None:
    assert as_(bo).post(asked, {"answer": "måske"}).status_code == 400
    assert as_(anna).post(asked, {"answer": "approve"}).status_code == 403
    assert as_(carl).get(asked).status_code == 404
    assert as_(anna).post(f"{asked}tilbagetraekning/").url == asked
    assert OtherPlace.objects.get().outcome == "withdrawn"


def test_a_single_day_is_spent_at_the_place_and_its_last_day_ends_it(
    anna: Employee, bo: Employee, asked: str, as_: Browser
) -> None:
    assert "Hvor?" not in as_(anna).get("/hjemmedage/").text
    as_(bo).post(asked, {"answer": "approve", "reason": "Fint."})
    assert "Hvor?" in as_(anna).get("/hjemmedage/").text
    place = OtherPlace.objects.get()
    as_(anna).post("/hjemmedage/", {"other": "2026-11-25", "place": str(place.pk)})
    assert AdHocDay.objects.get().place == place
    assert "Sommerhuset" in as_(bo).get("/hjemmedage/team/").text
    assert "Stedet" in as_(anna).post(f"{asked}ophoer/", {"last": "2027-06-01"}, follow=True).text
    as_(bo).post(f"{asked}ophoer/", {"last": "2026-11-25"})
    place.refresh_from_db()
    assert place.last is not None
    assert place.last.isoformat() == "2026-11-25"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "A\u202eB"}, "name"),
        ({"postcode": "84"}, "postcode"),
        ({"first": "i morgen"}, "first"),
        ({"last": "2026-11-23"}, "__all__"),
        ({"street": "Prøvevej 1", "postcode": "8000"}, "__all__"),
    ],
)
def test_what_is_wrong_is_said_where_it_stands_and_nothing_is_kept(
    anna: Employee, living: Arrangement, as_: Browser, wrong: dict[str, str], field: str
) -> None:
    page = as_(anna).post(f"/ordninger/{living.pk}/sted/", WISH | wrong)
    assert (list(page.context["form"].errors), OtherPlace.objects.count()) == ([field], 0)
