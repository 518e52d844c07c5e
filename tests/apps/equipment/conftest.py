"""A small stock: two screens, a chair and a headset in Aarhus, and the package of a developer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.conftest import HIRED, NOW, TODAY

if TYPE_CHECKING:
    from hjemmedag.apps.equipment.models import Handover, Item, Kind, Loan
    from hjemmedag.apps.people.models import Employee
    from hjemmedag.apps.policy.models import JobFunction


@pytest.fixture
def kind(dorte: Employee) -> Callable[..., Kind]:
    """`kind("Skærm", service_months=24)` adds a kind."""
    from hjemmedag.apps.equipment import actions

    def kind(name: str, benefit: str = "computer", **months: int) -> Kind:
        facts = actions.KindFacts(name=name, benefit=benefit, **months)
        return actions.add_kind(kind=facts, actor=dorte.pk, now=NOW)

    return kind


@pytest.fixture
def put(dorte: Employee) -> Callable[..., Item]:
    """`put(screen, "S-1")` puts an item in stock in Aarhus."""
    from hjemmedag.apps.equipment import actions
    from hjemmedag.apps.people.models import Site

    def put(kind: Kind, number: str, **more: object) -> Item:
        facts = actions.ItemFacts(kind=kind.pk, number=number, site=Site.objects.get(name="Aarhus").pk, **more)
        return actions.add_item(item=facts, actor=dorte.pk, now=NOW)

    return put


@pytest.fixture
def stock(kind: Callable[..., Kind], put: Callable[..., Item]) -> dict[str, Item]:
    """Two screens, a chair and a headset, by number."""
    screen, chair = kind("Skærm", service_months=24), kind("Stol", "furniture")
    headset = kind("Headset", lasts_months=36)
    rows = [
        put(screen, "S-1", serial="CN0001", model="Dell U2723QE", bought_on=date(2026, 1, 5)),
        put(screen, "S-2", serial="CN0002", model="Dell U2723QE"),
        put(chair, "C-1", model="RH Logic"),
        put(headset, "H-1"),
    ]
    return {row.number: row for row in rows}


@pytest.fixture
def developer(stock: dict[str, Item], dorte: Employee) -> JobFunction:
    """The job function of Anna's title, with a package of a screen and a chair."""
    from hjemmedag.apps.equipment import actions, queries
    from hjemmedag.apps.policy.models import JobFunction

    function = JobFunction.objects.create(name="udvikler")
    counts = {stock["S-1"].kind_id: 1, stock["C-1"].kind_id: 1}
    actions.set_package(
        function=function.pk, counts=counts, starts=HIRED, seen=queries.digest([]), actor=dorte.pk, now=NOW
    )
    return function


@pytest.fixture
def lend(stock: dict[str, Item], gry: Employee, seal: None) -> Callable[..., Handover]:
    """`lend(anna, "S-1", "C-1")` hands these over, unsigned."""
    from hjemmedag.apps.equipment import actions

    def lend(person: Employee, *numbers: str, return_on: date | None = None) -> Handover:
        items = [stock[number].pk for number in numbers]
        return actions.hand_over(
            employee=person.pk, items=items, return_on=return_on, actor=gry.pk, today=TODAY, now=NOW
        )

    return lend


@pytest.fixture
def lent(lend: Callable[..., Handover]) -> Callable[..., list[Loan]]:
    """`lent(anna, "S-1")` hands over and signs: the running loans, by number."""
    from hjemmedag.apps.documents import actions as documents
    from hjemmedag.apps.documents.models import Document

    def lent(person: Employee, *numbers: str, return_on: date | None = None) -> list[Loan]:
        handover = lend(person, *numbers, return_on=return_on)
        sha256 = Document.objects.get(pk=handover.document_id).sha256
        documents.sign(
            document=handover.document_id,
            signer=person.pk,
            expected_sha256=sha256,
            authenticated=["password", "totp"],
            now=NOW,
        )
        return list(handover.loans.order_by("item__number"))

    return lent
