"""Choosing the criteria: dated sets, one person at a time, and nothing risky without a reason."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.models import CriteriaSet
from hjemmedag.core.policy.criteria import Criterion
from hjemmedag.core.refusals import Refused, Stale
from tests.conftest import NOW, TODAY

SUITS = Criterion("suitability")
LATER = TODAY + timedelta(days=30)


def choose(actor: Employee, *criteria: Criterion, **other: Any) -> CriteriaSet:
    usual: dict[str, Any] = {"was": 0, "starts": TODAY, "why": "Så alle ved, hvad der ses på."}
    return actions.choose_criteria(criteria=criteria, **usual | other, actor=actor.pk, today=TODAY, now=NOW)


def held() -> list[list[str]]:
    sets = (queries.criteria_on(day) for day in (TODAY - timedelta(days=1), TODAY, LATER))
    return [[one.key for one in queries.criteria_of(found)] if found else [] for found in sets]


def test_a_new_set_takes_over_from_its_day_and_the_earlier_one_stays(dorte: Employee) -> None:
    choose(dorte, SUITS)
    choose(dorte, Criterion("policy_read"), Criterion("office_days", weight=2, threshold=2), was=1, starts=LATER)
    assert held() == [[], ["suitability"], ["policy_read", "office_days"]]


@pytest.mark.parametrize("key", ["seniority", "performance", "hours"])
def test_what_can_discriminate_is_off_until_a_reason_is_written(dorte: Employee, key: str) -> None:
    number = queries.kinds()[key].threshold
    asked = Criterion(key, threshold=number.usual if number else None)
    with pytest.raises(Refused):
        choose(dorte, asked)
    assert queries.criteria_sets() == []
    made = choose(dorte, Criterion(key, threshold=asked.threshold, reason="Oplæring sker på kontoret."))
    assert queries.criteria_of(made)[0].reason == "Oplæring sker på kontoret."


@pytest.mark.parametrize(
    ("criteria", "other"),
    [
        ((), {}),
        ((Criterion("sick_days"),), {}),
        ((SUITS,), {"why": "  "}),
        ((SUITS,), {"starts": TODAY - timedelta(days=1)}),
        ((Criterion("office_days", threshold=9),), {}),
    ],
)
def test_what_cannot_be_used_is_refused(
    dorte: Employee, criteria: tuple[Criterion, ...], other: dict[str, Any]
) -> None:
    with pytest.raises(Refused):
        choose(dorte, *criteria, **other)
    assert queries.criteria_sets() == []


def test_the_second_of_two_is_told(dorte: Employee) -> None:
    choose(dorte, SUITS)
    with pytest.raises(Stale):
        choose(dorte, SUITS)
    assert [one.number for one in queries.criteria_sets()] == [1]


def test_the_database_numbers_a_set_once(dorte: Employee) -> None:
    made = choose(dorte, SUITS)
    with pytest.raises(IntegrityError), transaction.atomic():
        CriteriaSet.objects.create(number=1, starts=TODAY, criteria=made.criteria, why="x", by=dorte, at=NOW)


def test_it_is_recorded(dorte: Employee) -> None:
    made = choose(dorte, SUITS)
    [entry] = audit.history(kind="policy.CriteriaSet", subject=made.pk)
    assert (entry.action, entry.actor) == ("policy.choose_criteria", dorte.pk)
