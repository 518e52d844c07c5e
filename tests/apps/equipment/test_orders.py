"""What is ordered beyond the package: one of a kind at a time, handed over or called off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from hjemmedag.core.duties import Scope
from hjemmedag.core.refusals import Stale
from hjemmedag.core.workplaces.questions import Remedy
from tests.conftest import NOW, TODAY

if TYPE_CHECKING:
    from hjemmedag.apps.equipment.models import Handover, Item, Order
    from hjemmedag.apps.people.models import Employee
    from hjemmedag.apps.policy.models import JobFunction

DUE = TODAY + timedelta(days=14)


@pytest.fixture
def order(stock: dict[str, Item], bo: Employee) -> Callable[..., Order]:
    """`order(anna, "C-1")` orders one of the kind of that item."""
    from hjemmedag.apps.equipment import actions

    def order(person: Employee, number: str) -> Order:
        return actions.order(employee=person.pk, kind=stock[number].kind_id, due=DUE, actor=bo.pk, now=NOW)

    return order


def lacking(person: Employee) -> list[tuple[str, int]]:
    from hjemmedag.apps.equipment import queries

    needs = [need for need in queries.needs(TODAY) if need.employee == person.pk]
    return [(name, count) for need in needs for _kind, name, count in need.lacking]


def test_pressed_twice_it_is_one_order(order: Callable[..., Order], anna: Employee, carl: Employee) -> None:
    from hjemmedag.apps.audit import queries as audit

    first = order(anna, "C-1")
    assert order(anna, "C-1") == first
    assert order(carl, "C-1") != first
    assert [entry.action for entry in audit.history(kind="equipment.Order", subject=first.pk)] == ["equipment.order"]


def test_the_database_holds_one_open_order_of_a_kind(order: Callable[..., Order], anna: Employee) -> None:
    row = order(anna, "C-1")
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_a_keeper_is_asked_to_hand_it_over_in_time(
    order: Callable[..., Order], anna: Employee, gry: Employee, dorte: Employee
) -> None:
    from hjemmedag.apps.equipment import duties

    order(anna, "C-1")
    found = [one for one in duties.due(Scope(), TODAY) if one.kind == "equipment.hand_over"]
    assert [(one.owner, one.about, one.due) for one in found] == [(gry.pk, anna.pk, DUE)]


def test_what_is_handed_over_is_no_longer_lacking(
    order: Callable[..., Order], lend: Callable[..., Handover], anna: Employee
) -> None:
    made = order(anna, "C-1")
    assert lacking(anna) == [("Stol", 1)]
    lend(anna, "S-1")
    assert lacking(anna) == [("Stol", 1)]
    handover = lend(anna, "C-1")
    made.refresh_from_db()
    assert (lacking(anna), made.loan, made.waits) == ([], handover.loans.get(), False)


def test_what_is_taken_back_is_lacking_again(
    order: Callable[..., Order], lend: Callable[..., Handover], anna: Employee, gry: Employee
) -> None:
    from hjemmedag.apps.audit import queries as audit
    from hjemmedag.apps.equipment import actions

    order(anna, "C-1")
    handover = lend(anna, "C-1")
    actions.take_back(handover=handover.pk, reason="Forkert stol", actor=gry.pk, today=TODAY, now=NOW)
    assert lacking(anna) == [("Stol", 1)]
    assert (audit.broken_link(), list(audit.changed_rows())) == (None, [])


def test_another_one_of_a_kind_that_someone_has_can_be_ordered(
    order: Callable[..., Order], lend: Callable[..., Handover], anna: Employee
) -> None:
    lend(anna, "S-1")
    order(anna, "S-2")
    assert lacking(anna) == [("Skærm", 1)]


def test_an_order_stands_once_beside_the_package(
    order: Callable[..., Order],
    developer: JobFunction,
    offer: Callable[..., object],
    anna: Employee,
    bo: Employee,
) -> None:
    from hjemmedag.apps.equipment import queries

    first = TODAY + timedelta(days=20)
    offer(anna, by=bo, first=first)
    order(anna, "C-1")
    order(anna, "H-1")
    assert lacking(anna) == [("Headset", 1), ("Skærm", 1), ("Stol", 1)]
    [need] = queries.needs(TODAY)
    assert (need.starts, need.ordered_by, need.day) == (first, DUE, DUE)


def test_whoever_has_left_is_not_waited_for(order: Callable[..., Order], hire: Callable[..., Employee]) -> None:
    from hjemmedag.apps.equipment import queries

    order(hire("Kim", ends=TODAY), "C-1")
    assert queries.needs(TODAY) == []


def test_an_order_is_called_off_once_with_its_reason_and_can_be_made_anew(
    order: Callable[..., Order], anna: Employee, gry: Employee
) -> None:
    from hjemmedag.apps.equipment import actions

    made = order(anna, "C-1")
    actions.call_off(order=made.pk, reason="Udsolgt", actor=gry.pk, now=NOW)
    assert lacking(anna) == []
    with pytest.raises(Stale):
        actions.call_off(order=made.pk, reason="Udsolgt", actor=gry.pk, now=NOW)
    assert order(anna, "C-1") != made


def test_the_keeper_sees_the_order_and_calls_it_off(
    order: Callable[..., Order], anna: Employee, gry: Employee, as_: Callable[[Employee], Client]
) -> None:
    browser, made = as_(gry), order(anna, "C-1")
    page = browser.get(f"/udstyr/udlevering/til/{anna.pk}/").text
    assert ("bestilt af Bo" in page, f"/udstyr/bestilling/{made.pk}/" in page) == (True, True)
    assert "Stol" in browser.get("/udstyr/udlevering/").text
    assert "Skal udfyldes." in browser.post(f"/udstyr/bestilling/{made.pk}/", {"reason": ""}).text
    browser.post(f"/udstyr/bestilling/{made.pk}/", {"reason": "Udsolgt"})
    made.refresh_from_db()
    assert (made.reason, made.called_off_by) == ("Udsolgt", gry)
    assert browser.get(f"/udstyr/bestilling/{made.pk}/").status_code == 404


def test_needs_cost_one_query_for_any_number_of_orders(
    order: Callable[..., Order], anna: Employee, carl: Employee, django_assert_num_queries: Callable[..., object]
) -> None:
    from hjemmedag.apps.equipment import queries

    for person in (anna, carl):
        order(person, "C-1")
        order(person, "S-1")
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        assert len(queries.needs(TODAY)) == 2


def test_nobody_is_their_own_keeper(gry: Employee, dorte: Employee, anna: Employee) -> None:
    from hjemmedag.apps.equipment import queries

    assert [queries.keeper_for(one.pk, TODAY) for one in (anna, gry, dorte)] == [gry.pk, dorte.pk, gry.pk]


def test_a_kind_says_what_it_mends(stock: dict[str, Item], gry: Employee, as_: Callable[[Employee], Client]) -> None:
    from hjemmedag.apps.equipment import queries

    kind = stock["C-1"].kind
    assert queries.kinds_for(Remedy.CHAIR) == []
    said = {"name": "Stol", "benefit": "furniture", "remedy": "chair", "revision": "1"}
    assert "bicycle" in as_(gry).post(f"/udstyr/typer/{kind.pk}/", said | {"remedy": "bicycle"}).text
    as_(gry).post(f"/udstyr/typer/{kind.pk}/", said)
    assert queries.kinds_for(Remedy.CHAIR) == [kind]
