"""Injuries, near misses and insurances in a demo company of forty: a year of them, in every state."""

from collections import Counter
from datetime import date

import pytest

from hjemmedag.apps.overview.queries import health
from hjemmedag.apps.workplaces import queries
from hjemmedag.apps.workplaces.models import Account, Injury, InjuryDraft, InjuryHealth, NearMiss
from hjemmedag.core.workplaces.injuries import Clock

TODAY = date(2026, 11, 23)
EMPLOYEES = 40
pytestmark = pytest.mark.django_db


def test_injuries_stand_in_every_state(built: None) -> None:
    cases = queries.cases(queries.with_latest(Injury.objects.all()), TODAY)
    assert Counter(case.clock for case in cases) == {
        Clock.REPORTED: 1,
        Clock.LOOKED_INTO: 1,
        Clock.DUE: 1,
        Clock.CHECK: 1,
        Clock.ASK: 1,
    }
    assert Account.objects.count() == len(cases) + 1
    assert InjuryHealth.objects.count() == len(cases) - 1
    assert InjuryDraft.objects.count() == 1


def test_near_misses_are_planned_answered_and_waiting(built: None) -> None:
    rows = NearMiss.objects.order_by("on")
    assert [(bool(one.finding_id), bool(one.answer)) for one in rows] == [(True, False), (False, True), (False, False)]


def test_a_review_comes_up_and_most_have_looked_at_their_own_insurance(built: None) -> None:
    answer = queries.covered(list(queries.insurances()), TODAY, contents_told=True)
    assert answer.open == ("liability_clarified",)
    looked, people = queries.contents_checked(TODAY)
    assert 0 < looked <= people


def test_nothing_is_unsealed(built: None) -> None:
    assert health.wounds() == set()
