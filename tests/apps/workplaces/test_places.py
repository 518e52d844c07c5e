"""Each agreed place beside the home is assessed by itself, and no one place stands in for another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from hjemmedag.apps.agreements import actions as agreements
from hjemmedag.apps.agreements.models import Arrangement, OtherPlace
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.workplaces import actions, duties, queries
from hjemmedag.apps.workplaces.models import Assessment, Finding
from hjemmedag.core.duties import Scope
from hjemmedag.core.people.homes import Address
from hjemmedag.core.refusals import Refused
from hjemmedag.core.workplaces.questions import Reply
from hjemmedag.rulebook.load import load
from tests.conftest import NOW, TODAY

Add = Callable[..., OtherPlace]


@pytest.fixture
def add(anna: Employee, bo: Employee, offer: Callable[..., Arrangement], sign: Callable[..., None]) -> Add:
    """`add("Sommerhuset")` is agreed for Anna from 1 December on."""
    arrangement = offer(anna, by=bo, first=TODAY)
    sign(arrangement)
    agreements.start(arrangement=arrangement.pk, on=TODAY, actor=None, now=NOW)

    def add(name: str, first: date = date(2026, 12, 1), last: date | None = None) -> OtherPlace:
        wanted = agreements.WantedPlace(name, Address(f"{name} 1", "8420", "Knebel"), "stuen", first, last)
        when = {"now": NOW, "today": TODAY, "rulebook": load()}
        row = agreements.ask_for_place(arrangement=arrangement.pk, wanted=wanted, actor=anna.pk, **when)
        return agreements.approve_place(place=row.pk, actor=bo.pk, now=NOW, today=TODAY)

    return add


def asked(person: Employee, on: date = TODAY) -> list[tuple[int, date | None]]:
    due = duties.due(Scope(owner=person.pk), on)
    return [(duty.subject, duty.due) for duty in due if duty.kind == "workplaces.assess_place"]


def assess(person: Employee, place: int, *no: str) -> Assessment:
    actions.begin(employee=person.pk, place=place, today=TODAY, now=NOW)
    draft = queries.draft(person.pk)
    assert draft is not None
    actions.answer(
        employee=person.pk,
        replies={each.key: Reply.NO if each.key in no else Reply.YES for each in draft.asked},
    )
    return actions.submit(employee=person.pk, today=TODAY, now=NOW)


def test_each_place_is_asked_about_before_it_is_used_and_again_when_the_answer_is_old(anna: Employee, add: Add) -> None:
    house, flat = add("Sommerhuset"), add("Lejligheden", date(2027, 3, 1))
    assert asked(anna) == [(house.pk, date(2026, 12, 1))]
    assess(anna, house.pk, "no_tripping")
    assert asked(anna) == []
    assert asked(anna, date(2027, 2, 1)) == [(flat.pk, date(2027, 3, 1))]
    assert (house.pk, date(2029, 11, 23)) in asked(anna, date(2029, 11, 1))
    assert Finding.objects.get().assessment.place == house


def test_assessing_a_place_does_not_assess_the_home(anna: Employee, add: Add) -> None:
    assess(anna, add("Sommerhuset").pk)
    actions.judge(today=TODAY, now=NOW)
    need = queries.need_of(anna.pk, TODAY)
    assert need is not None
    assert (need.surveyed_on, queries.last_assessed([anna.pk])) == (None, {})


def test_one_assessment_is_filled_in_at_a_time(anna: Employee, add: Add) -> None:
    house = add("Sommerhuset")
    actions.begin(employee=anna.pk, today=TODAY, now=NOW)
    with translation.override("en"), pytest.raises(Refused, match="begun to assess another place"):
        actions.begin(employee=anna.pk, place=house.pk, today=TODAY, now=NOW)


def test_nobody_assesses_anothers_place_or_one_that_has_ended(anna: Employee, carl: Employee, add: Add) -> None:
    house = add("Sommerhuset", last=date(2026, 12, 10))
    for who, today in ((carl, TODAY), (anna, date(2026, 12, 11))):
        with translation.override("en"), pytest.raises(Refused, match="isn’t agreed"):
            actions.begin(employee=who.pk, place=house.pk, today=today, now=NOW)
    assert asked(anna, date(2026, 12, 11)) == []


@pytest.mark.parametrize("places", [1, 3])
def test_the_duties_cost_one_query_for_one_place_or_three(
    anna: Employee, add: Add, places: int, django_assert_num_queries: Callable[..., object]
) -> None:
    for number in range(places):
        add(f"Sted {number}")
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        assert len(list(queries.place_needs(Scope(), TODAY))) == places


def test_the_page_lists_the_places_and_begins_with_one(
    anna: Employee, add: Add, as_: Callable[[Employee], Client]
) -> None:
    house = add("Sommerhuset")
    browser = as_(anna)
    assert "Sommerhuset" in browser.get("/hjemmearbejdssted/").text
    assert browser.post("/hjemmearbejdssted/apv/", {"place": str(house.pk)}).status_code == 302
    assert "Du vurderer: Sommerhuset." in browser.get("/hjemmearbejdssted/apv/trin/1/").text
