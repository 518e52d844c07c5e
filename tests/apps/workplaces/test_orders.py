"""A finding that equipment mends: ordered in one press, handed over by a keeper, rated again by the person."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from hjemmedag.apps.equipment import actions as equipment
from hjemmedag.apps.equipment import duties as keeping
from hjemmedag.apps.equipment.models import Item, Kind, Order
from hjemmedag.apps.people.models import Employee, RoleGrant, Site
from hjemmedag.apps.workplaces import actions, duties, queries
from hjemmedag.apps.workplaces.models import Finding, Measure
from hjemmedag.core.duties import Scope
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.core.workplaces.findings import Stage
from hjemmedag.rulebook.load import load
from tests.apps.workplaces.sealing import unsealed
from tests.conftest import NOW, TODAY

Browser = Callable[[Employee], Client]


@pytest.fixture
def kinds(dorte: Employee) -> dict[str, Kind]:
    """A chair that mends what is asked about chairs, and a screen that mends nothing."""
    made = (
        equipment.KindFacts(name="Kontorstol", benefit="furniture", remedy="chair"),
        equipment.KindFacts(name="Skærm", benefit="computer"),
    )
    return {one.name: equipment.add_kind(kind=one, actor=dorte.pk, now=NOW) for one in made}


@pytest.fixture
def chair(kinds: dict[str, Kind], dorte: Employee) -> Item:
    """One chair in stock."""
    facts = equipment.ItemFacts(kind=kinds["Kontorstol"].pk, number="ST-1", site=Site.objects.get(name="Aarhus").pk)
    return equipment.add_item(item=facts, actor=dorte.pk, now=NOW)


@pytest.fixture
def found(anna: Employee, at_home: Callable[..., None], assess: Callable[..., object]) -> dict[str, Finding]:
    """Anna's chair in two ways, her light, and her pain."""
    at_home(anna)
    assess(anna, no=("chair_stable", "chair_adjustable", "light_enough", "body_free_of_pain"))
    return {one.question: one for one in Finding.objects.all()}


def order(finding: Finding, kind: Kind | None, by: Employee) -> Measure:
    pk = kind.pk if kind else None
    return actions.order(finding=finding.pk, kind=pk, actor=by.pk, today=TODAY, now=NOW, rulebook=load())


def hand_over(to: Employee, by: Employee, item: Item) -> int:
    given = equipment.hand_over(employee=to.pk, items=[item.pk], return_on=None, actor=by.pk, today=TODAY, now=NOW)
    return given.pk


def stage(finding: Finding) -> Stage:
    return queries.followed(Finding.objects.filter(pk=finding.pk))[0].stage


def asked(person: Employee, finding: Finding) -> list[str]:
    own = duties.due(Scope(owner=person.pk), TODAY)
    kept = (one for one in keeping.due(Scope(owner=person.pk), TODAY) if one.kind == "equipment.hand_over")
    return [one.kind for one in own if one.subject == finding.pk and one.kind != "workplaces.assess"] + [
        one.kind for one in kept
    ]


def test_from_a_press_to_the_new_rating(
    found: dict[str, Finding], kinds: dict[str, Kind], chair: Item, anna: Employee, bo: Employee, gry: Employee
) -> None:
    finding = found["chair_stable"]
    assert (asked(bo, finding), asked(gry, finding)) == (["workplaces.plan"], [])
    measure = order(finding, kinds["Kontorstol"], bo)
    assert (measure.owner, measure.due, stage(finding)) == (gry, measure.order.due, Stage.PLANNED)
    assert (asked(bo, finding), asked(gry, finding), asked(anna, finding)) == ([], ["equipment.hand_over"], [])
    hand_over(anna, gry, chair)
    assert (stage(finding), asked(gry, finding), asked(anna, finding)) == (Stage.CARRIED_OUT, [], ["workplaces.rerate"])
    assert Measure.objects.get().done_on == TODAY
    actions.rerate(finding=finding.pk, in_order=True, employee=anna.pk, today=TODAY, now=NOW)
    assert stage(finding) is Stage.CLOSED
    assert unsealed() == []


def test_pressed_twice_or_by_two_at_once_it_is_one_order_and_one_measure(
    found: dict[str, Finding], kinds: dict[str, Kind], bo: Employee, dorte: Employee
) -> None:
    first = order(found["chair_stable"], kinds["Kontorstol"], bo)
    assert order(found["chair_stable"], kinds["Kontorstol"], dorte) == first
    assert (Order.objects.count(), Measure.objects.count()) == (1, 1)


def test_one_chair_mends_both_findings(
    found: dict[str, Finding], kinds: dict[str, Kind], chair: Item, anna: Employee, bo: Employee, gry: Employee
) -> None:
    both = [found["chair_stable"], found["chair_adjustable"]]
    assert len({order(each, kinds["Kontorstol"], bo).order_id for each in both}) == 1
    hand_over(anna, gry, chair)
    assert [stage(each) for each in both] == [Stage.CARRIED_OUT] * 2


def test_what_is_taken_back_is_planned_again(
    found: dict[str, Finding], kinds: dict[str, Kind], chair: Item, anna: Employee, bo: Employee, gry: Employee
) -> None:
    order(found["chair_stable"], kinds["Kontorstol"], bo)
    handover = hand_over(anna, gry, chair)
    equipment.take_back(handover=handover, reason="Forkert", actor=gry.pk, today=TODAY, now=NOW)
    assert (stage(found["chair_stable"]), asked(gry, found["chair_stable"])) == (
        Stage.PLANNED,
        ["equipment.hand_over"],
    )


def test_a_chair_that_did_not_help_leaves_it_open_for_another(
    found: dict[str, Finding], kinds: dict[str, Kind], chair: Item, anna: Employee, bo: Employee, gry: Employee
) -> None:
    finding = found["chair_stable"]
    first = order(finding, kinds["Kontorstol"], bo)
    hand_over(anna, gry, chair)
    actions.rerate(finding=finding.pk, in_order=False, employee=anna.pk, today=TODAY, now=NOW)
    again = order(finding, kinds["Kontorstol"], bo)
    assert (again != first, again.order_id != first.order_id, stage(finding)) == (True, True, Stage.PLANNED)


def test_an_order_called_off_is_made_anew_or_carried_out_otherwise(
    found: dict[str, Finding], kinds: dict[str, Kind], bo: Employee, gry: Employee
) -> None:
    finding = found["chair_stable"]
    measure = order(finding, kinds["Kontorstol"], bo)
    with pytest.raises(Refused, match=r"Det er bestilt|It is ordered"):
        actions.carry_out(finding=finding.pk, revision=1, actor=gry.pk, today=TODAY, now=NOW)
    equipment.call_off(order=measure.order_id, reason="Udsolgt", actor=gry.pk, now=NOW)
    assert asked(gry, finding) == ["workplaces.carry_out"]
    again = order(finding, kinds["Kontorstol"], bo)
    assert (again.pk, again.revision, again.order_id != measure.order_id) == (measure.pk, 2, True)
    equipment.call_off(order=again.order_id, reason="Udsolgt", actor=gry.pk, now=NOW)
    actions.carry_out(finding=finding.pk, revision=2, actor=gry.pk, today=TODAY, now=NOW)
    assert stage(finding) is Stage.CARRIED_OUT


def test_what_is_planned_or_closed_is_not_ordered_for(
    found: dict[str, Finding], kinds: dict[str, Kind], anna: Employee, bo: Employee
) -> None:
    finding = found["chair_stable"]
    planned = actions.Planned(cause="Slidt", what="Anna henter en stol", owner=anna.pk, due=TODAY)
    actions.plan(finding=finding.pk, planned=planned, revision=0, actor=bo.pk, today=TODAY, now=NOW)
    with pytest.raises(Stale):
        order(finding, kinds["Kontorstol"], bo)
    assert Order.objects.count() == 0


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("chair_stable", "Skærm"),
        ("chair_stable", ""),
        ("light_enough", "Kontorstol"),
        ("body_free_of_pain", "Kontorstol"),
    ],
)
def test_only_what_mends_it_is_ordered_and_never_for_what_is_private(
    question: str, kind: str, found: dict[str, Finding], kinds: dict[str, Kind], bo: Employee
) -> None:
    with pytest.raises(Refused):
        order(found[question], kinds.get(kind), bo)
    assert (Order.objects.count(), Measure.objects.count()) == (0, 0)


def test_without_a_keeper_nothing_is_ordered(found: dict[str, Finding], kinds: dict[str, Kind], bo: Employee) -> None:
    RoleGrant.objects.filter(role__in=("hr", "it")).delete()
    with pytest.raises(Refused, match="IT"):
        order(found["chair_stable"], kinds["Kontorstol"], bo)
    assert Order.objects.count() == 0


def test_whoever_plans_orders_with_one_button_and_nobody_else_can(
    found: dict[str, Finding],
    kinds: dict[str, Kind],
    anna: Employee,
    bo: Employee,
    carl: Employee,
    gry: Employee,
    as_: Browser,
    clock: object,
) -> None:
    url = f"/fund/{found['chair_stable'].pk}/"
    press = {"kind": str(kinds["Kontorstol"].pk)}
    assert "Bestil: Kontorstol" in as_(bo).get(url).text
    assert "Bestil: Kontorstol" not in as_(anna).get(url).text
    assert [as_(one).post(f"{url}bestilling/", press).status_code for one in (anna, carl, gry)] == [404, 404, 404]
    assert "retter ikke op på" in as_(bo).post(f"{url}bestilling/", {"kind": "x"}, follow=True).text
    page = as_(bo).post(f"{url}bestilling/", press, follow=True).text
    assert ("Bestilt, ikke udleveret endnu" in page, "Bestil: Kontorstol" in page) == (True, False)
    as_(bo).post(f"{url}bestilling/", press)
    assert Order.objects.count() == 1
    assert f"/udstyr/udlevering/til/{anna.pk}/" in as_(gry).get(url).text


def test_a_finding_that_no_kind_mends_has_no_button(
    found: dict[str, Finding], kinds: dict[str, Kind], bo: Employee, as_: Browser, clock: object
) -> None:
    assert "Bestil:" not in as_(bo).get(f"/fund/{found['light_enough'].pk}/").text
