"""From a finding to a closed one: a measure with cause, owner and day; carried out; and rated again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from hjemmedag.apps.audit.models import Entry
from hjemmedag.apps.people.access import viewer
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.workplaces import actions, duties, queries
from hjemmedag.apps.workplaces.models import Finding, Measure
from hjemmedag.core.duties import Scope
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.core.workplaces.findings import Stage
from tests.apps.workplaces.sealing import unsealed
from tests.conftest import NOW, TODAY

DUE = TODAY + timedelta(days=14)
ACTED = ("workplaces.plan", "workplaces.carry_out", "workplaces.rerate")


def kinds(person: Employee) -> list[str]:
    return [one.kind for one in duties.due(Scope(owner=person.pk), TODAY) if one.kind in ACTED]


def planned(owner: Employee, **other: object) -> actions.Planned:
    return actions.Planned(**{"cause": "Stolen er slidt", "what": "En ny stol", "owner": owner.pk, "due": DUE} | other)


def plan(finding: Finding, by: Employee, owner: Employee, *, revision: int = 0, **other: object) -> Measure:
    what = planned(owner, **other)
    return actions.plan(finding=finding.pk, planned=what, revision=revision, actor=by.pk, today=TODAY, now=NOW)


def carry_out(finding: Finding, by: Employee, revision: int = 1) -> None:
    actions.carry_out(finding=finding.pk, revision=revision, actor=by.pk, today=TODAY, now=NOW)


def rerate(finding: Finding, by: Employee, *, in_order: bool) -> None:
    actions.rerate(finding=finding.pk, in_order=in_order, employee=by.pk, today=TODAY, now=NOW)


def stage(finding: Finding) -> Stage:
    return queries.followed(Finding.objects.filter(pk=finding.pk))[0].stage


@pytest.fixture
def chair(anna: Employee, at_home: Callable[..., None], assess: Callable[..., object]) -> Finding:
    """Anna's chair is not stable."""
    at_home(anna)
    assess(anna, no=("chair_stable",))
    return Finding.objects.get()


def test_it_goes_from_hand_to_hand_until_the_person_says_that_it_is_in_order(
    chair: Finding, anna: Employee, bo: Employee, dorte: Employee
) -> None:
    assert (kinds(bo), kinds(dorte), kinds(anna)) == (["workplaces.plan"], [], [])
    plan(chair, bo, dorte)
    assert (kinds(bo), kinds(dorte), kinds(anna)) == ([], ["workplaces.carry_out"], [])
    carry_out(chair, dorte)
    assert (kinds(bo), kinds(dorte), kinds(anna)) == ([], [], ["workplaces.rerate"])
    rerate(chair, anna, in_order=True)
    assert (kinds(bo), kinds(dorte), kinds(anna), stage(chair)) == ([], [], [], Stage.CLOSED)
    assert unsealed() == []


def test_a_measure_that_did_not_help_is_kept_and_another_one_is_planned(
    chair: Finding, anna: Employee, bo: Employee
) -> None:
    plan(chair, bo, bo)
    carry_out(chair, bo)
    rerate(chair, anna, in_order=False)
    assert (stage(chair), kinds(bo)) == (Stage.OPEN, ["workplaces.plan"])
    plan(chair, bo, bo, what="En anden stol")
    assert (stage(chair), Measure.objects.count()) == (Stage.PLANNED, 2)
    carry_out(chair, bo)
    rerate(chair, anna, in_order=True)
    assert stage(chair) is Stage.CLOSED


def test_nobody_but_the_person_rates_it(chair: Finding, anna: Employee, bo: Employee) -> None:
    plan(chair, bo, bo)
    with pytest.raises(Stale):
        rerate(chair, anna, in_order=True)
    carry_out(chair, bo)
    with pytest.raises(Stale):
        rerate(chair, bo, in_order=True)


def test_two_who_plan_at_once_do_not_write_over_each_other(chair: Finding, bo: Employee, dorte: Employee) -> None:
    plan(chair, bo, bo)
    with pytest.raises(Stale):
        plan(chair, dorte, dorte)
    assert plan(chair, dorte, dorte, revision=1).revision == 2
    with pytest.raises(Stale):
        carry_out(chair, bo, revision=1)


def test_a_day_that_has_passed_and_an_owner_who_is_not_employed_are_refused(
    chair: Finding, bo: Employee, hire: Callable[..., Employee]
) -> None:
    with pytest.raises(Refused, match="Dagen er gået"):
        plan(chair, bo, bo, due=TODAY - timedelta(days=1))
    with pytest.raises(Refused, match="ansat her"):
        plan(chair, bo, hire("Kim", ends=TODAY))


def test_a_measure_that_is_carried_out_is_not_planned_anew(chair: Finding, bo: Employee) -> None:
    plan(chair, bo, bo)
    carry_out(chair, bo)
    with pytest.raises(Stale):
        plan(chair, bo, bo, revision=2)


def test_what_is_about_body_or_well_being_waits_for_a_handler_and_is_for_that_one_alone(
    anna: Employee, bo: Employee, dorte: Employee, eva: Employee, assess: Callable[..., object]
) -> None:
    assess(anna, no=("body_free_of_pain",))
    pain = Finding.objects.get()
    [named] = duties.due(Scope(owner=dorte.pk), TODAY)
    assert (named.kind, named.about) == ("workplaces.handler", dorte.pk)
    assert kinds(bo) == []
    choose = {"compliant_desks": False, "actor": dorte.pk, "today": TODAY, "now": NOW}
    actions.choose(handler=eva.pk, revision=1, **choose)
    assert (kinds(eva), kinds(bo), list(duties.due(Scope(owner=dorte.pk), TODAY))) == (["workplaces.plan"], [], [])
    with pytest.raises(Refused, match="kun du og personen"):
        plan(pain, eva, bo)
    plan(pain, eva, eva)
    assert kinds(eva) == ["workplaces.carry_out"]


def test_a_problem_is_planned_by_whoever_it_was_told_to(
    anna: Employee, bo: Employee, eva: Employee, dorte: Employee
) -> None:
    tell = {"employee": anna.pk, "today": TODAY, "now": NOW}
    actions.tell_problem(told="amr", words="Lampen blinker", **tell)
    assert (kinds(eva), kinds(dorte), kinds(bo)) == (["workplaces.plan"], [], [])
    actions.tell_problem(told="hr", words="Stikket er løst", **tell)
    assert (kinds(eva), kinds(dorte), kinds(bo)) == (["workplaces.plan"], ["workplaces.plan"], [])


def test_without_a_safety_representative_hr_hears_of_the_problem(anna: Employee, dorte: Employee) -> None:
    actions.tell_problem(employee=anna.pk, told="amr", words="Lampen blinker", today=TODAY, now=NOW)
    assert kinds(dorte) == ["workplaces.plan"]


def test_a_problem_without_words_is_refused(anna: Employee) -> None:
    with pytest.raises(Refused):
        actions.tell_problem(employee=anna.pk, told="hr", words="  ", today=TODAY, now=NOW)


def test_someone_without_a_manager_is_seen_to_by_hr(
    carl: Employee, dorte: Employee, assess: Callable[..., object]
) -> None:
    assess(carl, no=("way_out",))
    assert kinds(dorte) == ["workplaces.plan"]


def test_an_instruction_is_confirmed_by_the_person_alone(anna: Employee, bo: Employee, carl: Employee) -> None:
    from hjemmedag.apps.workplaces.models import Instruction

    what = {"subject": "Skærm og stol", "actor": bo.pk, "today": TODAY, "now": NOW}
    row = actions.instruct(employee=anna.pk, on=TODAY, **what)
    with pytest.raises(Refused):
        actions.instruct(employee=anna.pk, on=TODAY + timedelta(days=1), **what)
    with pytest.raises(Instruction.DoesNotExist):
        actions.confirm_instruction(instruction=row.pk, employee=carl.pk, now=NOW)
    assert actions.confirm_instruction(instruction=row.pk, employee=anna.pk, now=NOW).confirmed_at == NOW
    assert unsealed() == []


def test_whoever_saw_to_an_earlier_measure_no_longer_reads_the_finding(
    chair: Finding, anna: Employee, bo: Employee, carl: Employee, eva: Employee
) -> None:
    def reads(one: Employee) -> bool:
        return queries.readable(viewer(one, TODAY)).filter(pk=chair.pk).exists()

    plan(chair, bo, carl)
    assert (reads(carl), reads(eva)) == (True, False)
    carry_out(chair, carl)
    rerate(chair, anna, in_order=False)
    plan(chair, bo, eva)
    assert (reads(carl), reads(eva)) == (False, True)


def test_what_is_planned_about_body_or_well_being_is_on_record_without_a_name(
    anna: Employee, eva: Employee, at_home: Callable[..., None], assess: Callable[..., object]
) -> None:
    at_home(anna)
    assess(anna, no=("body_free_of_pain", "chair_stable"))
    pain, stool = Finding.objects.get(private=True), Finding.objects.get(private=False)
    for finding in (pain, stool):
        plan(finding, eva, eva)
        carry_out(finding, eva)
        rerate(finding, anna, in_order=True)
    acts = Entry.objects.filter(action__in=("workplaces.plan", "workplaces.carry_out", "workplaces.rerate"))
    assert list(acts.order_by("number").values_list("about", flat=True)) == [None] * 3 + [anna.pk] * 3
    assert unsealed() == []
