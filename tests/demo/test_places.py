"""Places beside the home and periods abroad in the demo: agreed, waiting and ended."""

from __future__ import annotations

import pytest

from hjemmedag.apps.agreements import duties, queries
from hjemmedag.apps.agreements.models import OtherPlace
from hjemmedag.core.agreements.abroad import StayState
from hjemmedag.core.duties import Scope
from tests.demo.conftest import TODAY

EMPLOYEES = 12
pytestmark = pytest.mark.django_db


def test_one_arrangement_has_a_place_that_counts_one_that_ended_and_one_that_waits(built: None) -> None:
    rows = OtherPlace.objects.order_by("id")
    assert len({row.arrangement_id for row in rows}) == 1
    ended = [row.ends is not None and row.ends <= TODAY for row in rows]
    assert [(row.outcome, over) for row, over in zip(rows, ended, strict=True)] == [
        ("approved", False),
        ("approved", True),
        ("", False),
    ]


def test_a_period_abroad_is_over_and_a_longer_one_waits_for_it_security(built: None) -> None:
    assert [(queries.stay_state(row), row.informs) for row in queries.stays()] == [
        (StayState.WAITING, True),
        (StayState.APPROVED, False),
    ]
    kinds = {duty.kind for duty in duties.due(Scope(), TODAY)}
    assert {"agreements.secure_stay", "agreements.answer_place"} <= kinds
