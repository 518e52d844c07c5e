"""Homes as places of work in a demo company of forty: a year of them, in every state."""

from collections import Counter
from datetime import date

import pytest

from hjemmedag.apps.overview.queries import health
from hjemmedag.apps.workplaces import queries
from hjemmedag.apps.workplaces.models import (
    Assessment,
    CountedRisks,
    EyeAnswer,
    Finding,
    Instruction,
    Judgement,
    Measure,
    Sharing,
)
from hjemmedag.core.duties import Scope
from hjemmedag.core.workplaces.findings import Stage

TODAY = date(2026, 11, 23)
EMPLOYEES = 40
pytestmark = pytest.mark.django_db


def test_homes_are_judged_both_ways(built: None) -> None:
    assert set(Judgement.objects.values_list("covered", flat=True)) == {True, False}


def test_most_have_assessed_their_home_and_someone_is_asked_to(built: None) -> None:
    working = list(queries.needs(Scope(), TODAY))
    waiting = [one for one in working if one.assess_now(TODAY)]
    assert 0 < len(waiting) < len(working)
    assert Assessment.objects.filter(submitted_on__isnull=False).count() > len(waiting)


def test_findings_have_come_differently_far(built: None) -> None:
    stages = Counter(one.stage for one in queries.followed(Finding.objects.all()))
    assert stages[Stage.OPEN] > 0
    assert stages[Stage.CLOSED] > 0
    assert len(stages) >= 3


def test_somebody_shares_was_instructed_had_an_eye_test_and_told_of_a_problem(built: None) -> None:
    for kind in (Sharing, Instruction, EyeAnswer):
        assert kind.objects.exists()
    assert Finding.objects.filter(told="amr", near_miss=None).count() == 1


def test_equipment_was_ordered_for_two_findings_and_handed_over_for_one(built: None) -> None:
    ordered = Measure.objects.filter(order__isnull=False)
    assert Counter(one.waits_for_equipment for one in ordered) == {True: 1, False: 1}
    assert ordered.get(order__loan__isnull=False).done_on is not None


def test_the_months_are_counted_and_the_discussion_was_corrected(built: None) -> None:
    months = list(CountedRisks.objects.values_list("month", flat=True))
    assert (len(months), months[-1]) == (11, date(2026, 11, 1))
    [standing] = queries.discussions()
    assert standing.replaces is not None
    assert {one.role for one in standing.participants.all()} == {"hr", "amr", "tr"}


def test_nothing_is_unsealed(built: None) -> None:
    assert health.wounds() == set()
