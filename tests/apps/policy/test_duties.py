"""The duty to confirm the policy."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from hjemmedag.apps.people.models import Employee, Employment, LegalEntity
from hjemmedag.apps.policy import actions, duties
from hjemmedag.core.duties import Duty, Scope
from tests.apps.policy.conftest import Begin, Publish
from tests.conftest import NOW, TODAY

COMING = TODAY + timedelta(10)


def owners(on: date, owner: int | None = None) -> list[int]:
    return [duty.owner for duty in duties.due(Scope(owner), on)]


def test_everyone_employed_is_asked_from_the_day_the_version_takes_effect(
    publish: Publish, dorte: Employee, anna: Employee, bo: Employee
) -> None:
    publish(COMING)
    assert owners(COMING - timedelta(1)) == []
    assert owners(COMING) == sorted([anna.pk, bo.pk, dorte.pk])


def test_a_draft_asks_nobody(begin: Begin, anna: Employee) -> None:
    begin()
    assert owners(TODAY) == []


def test_the_duty_says_by_when_and_why(publish: Publish, anna: Employee) -> None:
    version = publish(COMING)
    assert list(duties.due(Scope(anna.pk), COMING)) == [
        Duty(
            kind="policy.receipt",
            owner=anna.pk,
            about=anna.pk,
            subject=version.pk,
            rule="policy.receipt",
            minutes=5,
            due=COMING + timedelta(14),
            facts={"number": 1},
        )
    ]


def test_a_newcomer_is_asked_from_the_first_day_and_has_two_weeks(publish: Publish, hire: Any) -> None:
    publish(TODAY)
    begins = TODAY + timedelta(40)
    new = hire("Nynne", starts=begins)
    assert owners(begins - timedelta(1), new.pk) == []
    assert [duty.due for duty in duties.due(Scope(new.pk), begins)] == [begins + timedelta(14)]


def test_a_receipt_closes_the_duty_until_the_next_version(publish: Publish, anna: Employee) -> None:
    version = publish(TODAY)
    actions.confirm(version=version.pk, employee=anna.pk, today=TODAY, now=NOW)
    publish(COMING)
    assert owners(COMING - timedelta(1), anna.pk) == []
    assert owners(COMING, anna.pk) == [anna.pk]


def test_who_has_left_is_asked_no_more(publish: Publish, hire: Any) -> None:
    publish(TODAY)
    leaves = hire("Lone", ends=COMING)
    assert owners(COMING - timedelta(1), leaves.pk) == [leaves.pk]
    assert owners(COMING, leaves.pk) == []


def test_two_employments_ask_once_and_count_from_the_first(publish: Publish, hire: Any) -> None:
    publish(TODAY)
    both = hire("Tove")
    Employment.objects.create(employee=both, legal_entity=LegalEntity.objects.get(), starts=TODAY + timedelta(3))
    assert [duty.due for duty in duties.due(Scope(both.pk), TODAY + timedelta(5))] == [TODAY + timedelta(14)]


@pytest.mark.parametrize("people", [1, 3])
def test_duties_cost_two_queries_for_any_number_of_people(
    people: int, publish: Publish, hire: Any, django_assert_num_queries: Any
) -> None:
    publish(TODAY)
    for number in range(people):
        hire(f"P{number}")
    with django_assert_num_queries(2):
        assert len(list(duties.due(Scope(), TODAY))) == people + 1
