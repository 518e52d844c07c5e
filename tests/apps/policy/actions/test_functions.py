"""The list of job functions."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.models import JobFunction
from hjemmedag.core.refusals import Refused, Stale
from tests.conftest import NOW, TODAY


@pytest.fixture
def by_dorte(dorte: Employee) -> dict[str, Any]:
    return {"actor": dorte.pk, "now": NOW}


def test_a_name_stands_once_whatever_its_case(by_dorte: dict[str, Any]) -> None:
    actions.add_function(name="Økonom", **by_dorte)
    with pytest.raises(Refused):
        actions.add_function(name="ØKONOM", **by_dorte)
    assert [one.name for one in queries.functions()] == ["Økonom"]


def test_the_database_holds_a_name_once_too(by_dorte: dict[str, Any]) -> None:
    actions.add_function(name="Bogholder", **by_dorte)
    with pytest.raises(IntegrityError), transaction.atomic():
        JobFunction.objects.create(name="BOGHOLDER")
    assert [one.name for one in queries.functions()] == ["Bogholder"]


def test_a_function_can_change_the_case_of_its_own_name(by_dorte: dict[str, Any]) -> None:
    one = actions.add_function(name="økonom", **by_dorte)
    actions.rename_function(function=one.pk, was="økonom", name="Økonom", **by_dorte)
    assert [one.name for one in queries.functions()] == ["Økonom"]


def test_the_second_of_two_who_rename_is_told(by_dorte: dict[str, Any]) -> None:
    one = actions.add_function(name="Jurist", **by_dorte)
    actions.rename_function(function=one.pk, was="Jurist", name="Advokat", **by_dorte)
    with pytest.raises(Stale):
        actions.rename_function(function=one.pk, was="Jurist", name="Notar", **by_dorte)
    assert [one.name for one in queries.functions()] == ["Advokat"]


def test_a_retired_function_keeps_its_name_and_can_return(by_dorte: dict[str, Any]) -> None:
    one = actions.add_function(name="Jurist", **by_dorte)
    actions.retire_function(function=one.pk, today=TODAY, **by_dorte)
    assert [(row.name, row.retired_on) for row in queries.functions()] == [("Jurist", TODAY)]
    with pytest.raises(Refused):
        actions.add_function(name="jurist", **by_dorte)
    actions.restore_function(function=one.pk, **by_dorte)
    assert [(row.name, row.retired_on) for row in queries.functions()] == [("Jurist", None)]
    assert list(audit.changed_rows()) == []


def test_functions_are_found_and_ordered_as_danish_does(by_dorte: dict[str, Any]) -> None:
    for name in ("Ægtesælger", "Zoolog", "Ålefisker", "Økonom", "arkivar"):
        actions.add_function(name=name, **by_dorte)
    assert [one.name for one in queries.functions()] == ["arkivar", "Zoolog", "Ægtesælger", "Økonom", "Ålefisker"]
    assert [one.name for one in queries.functions("øKO")] == ["Økonom"]


def test_titles_that_are_no_function_yet_are_suggested_the_commonest_first(
    by_dorte: dict[str, Any], anna: Employee, hire: Any
) -> None:
    for name in ("Signe", "Sune", "Søren"):
        hire(name, title="Udvikler")
    hire("Forhen", title="Telegrafist", ends=TODAY)
    actions.add_function(name="hr-chef", **by_dorte)
    assert queries.suggested_functions(TODAY) == ["Udvikler", "Teamleder"]
