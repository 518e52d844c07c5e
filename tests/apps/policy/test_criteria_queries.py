"""The explained result for one person on a day, from facts of people and policy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from hjemmedag.apps.people.models import Employee, EmploymentTerms
from hjemmedag.apps.policy import actions, queries
from hjemmedag.core.policy.criteria import Criterion, Facts, Wished
from hjemmedag.core.policy.needs import Task
from tests.apps.policy.conftest import Publish
from tests.conftest import HIRED, NOW, TODAY

CRITERIA = (Criterion("suitability"), Criterion("policy_read"), Criterion("office_days", weight=2, threshold=2))


@pytest.fixture
def chosen(dorte: Employee) -> None:
    function = actions.add_function(name="UDVIKLER", actor=dorte.pk, now=NOW)
    by: dict[str, object] = {"actor": dorte.pk, "today": TODAY, "now": NOW}
    tasks = [Task("Kode", 60, pc=True), Task("Lager", 40, presence=True)]
    actions.analyse(function=function.pk, was=0, tasks=tasks, windows=(), starts=TODAY, **by)
    actions.choose_criteria(was=0, criteria=CRITERIA, starts=TODAY, why="Prøve", **by)


def met(employee: Employee, wished: Wished | None = None, days: int = 0) -> list[bool | None]:
    found = queries.explained(employee.pk, TODAY + timedelta(days=days), wished)
    assert found is not None
    return [one.holds for one in found.result.judged]


def test_each_criterion_is_told_of_with_its_reason(anna: Employee, publish: Publish, chosen: None) -> None:
    version = publish()
    assert met(anna) == [True, False, None]
    actions.confirm(version=version.pk, employee=anna.pk, today=TODAY, now=NOW)
    assert met(anna, Wished(home=2, office=3)) == [True, True, True]
    assert met(anna, Wished(home=4, office=1)) == [False, True, False]


def test_the_result_is_the_days_own(anna: Employee, publish: Publish, chosen: None) -> None:
    version = publish()
    actions.confirm(version=version.pk, employee=anna.pk, today=TODAY, now=NOW)
    assert queries.explained(anna.pk, TODAY - timedelta(days=1)) is None
    EmploymentTerms.objects.filter(employment__employee=anna).update(ends=TODAY + timedelta(days=1))
    assert met(anna, days=0) == [True, True, None]
    assert met(anna, days=1) == [None, True, None]


def test_a_receipt_given_later_does_not_count_on_an_earlier_day(anna: Employee, publish: Publish) -> None:
    version = publish(TODAY - timedelta(days=5))
    actions.confirm(version=version.pk, employee=anna.pk, today=TODAY, now=NOW)
    reads = [queries.facts_of(anna.pk, TODAY - timedelta(days=days)).read_on for days in (0, 1)]
    assert reads == [TODAY, None]


def test_nothing_is_known_of_someone_who_is_not_employed(anna: Employee) -> None:
    assert queries.facts_of(anna.pk, HIRED - timedelta(days=1)) == Facts()


def test_the_sum_is_said_in_sentences(anna: Employee, publish: Publish, chosen: None) -> None:
    version = publish()

    def summary() -> str:
        found = queries.explained(anna.pk, TODAY, Wished(home=2, office=3))
        assert found is not None
        with translation.override("en"):
            return found.summary

    before = summary()
    actions.confirm(version=version.pk, employee=anna.pk, today=TODAY, now=NOW)
    assert [before, summary()] == [
        "Required criteria that don’t hold: 1 of 2. Of what weighs, 1 of 1 speak for it.",
        "Everything that is required holds. Of what weighs, 1 of 1 speak for it.",
    ]


def test_it_costs_the_same_whatever_the_number_of_functions(
    anna: Employee, dorte: Employee, publish: Publish, chosen: None, hire: Callable[..., Employee]
) -> None:
    publish()

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            queries.explained(anna.pk, TODAY)
        return len(asked)

    before = cost()
    for number in range(3):
        actions.add_function(name=f"Andet {number}", actor=dorte.pk, now=NOW)
    assert (before, cost()) == (5, 5)


def test_what_is_known_of_everyone_at_once_is_what_is_known_of_each(
    anna: Employee, carl: Employee, hire: Callable[..., Employee], publish: Publish, chosen: None
) -> None:
    version = publish()
    actions.confirm(version=version.pk, employee=anna.pk, today=TODAY, now=NOW)
    hire("Karl", ends=TODAY)
    hire("Ditte", hours="20", starts=TODAY)
    everyone = queries.everyone(TODAY)
    assert {one.pk: one.facts for one in everyone} == {one.pk: queries.facts_of(one.pk, TODAY) for one in everyone}
    assert [(one.name, one.unit) for one in everyone if one.pk == anna.pk] == [("Anna Test", "Udvikling · Platform")]
    assert "Karl Test" not in {one.name for one in everyone}
