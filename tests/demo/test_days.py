"""Single days, moves, closures and second looks in the demo: every state is there."""

from __future__ import annotations

from datetime import date

import pytest

from hjemmedag.apps.agreements import queries
from hjemmedag.apps.agreements.models import AdHocDay, Closure, MovedDay, SecondLook
from hjemmedag.core.agreements.days import DayState
from hjemmedag.core.duties import Scope
from hjemmedag.rulebook.load import load

TODAY = date(2026, 11, 23)
EMPLOYEES = 40
pytestmark = pytest.mark.django_db


def test_single_days_are_in_every_state_over_the_year(built):
    days = AdHocDay.objects.select_related("answer")
    assert {queries.day_state(row, TODAY) for row in days} == set(DayState)
    assert (TODAY - min(row.day for row in days)).days > 200


def test_days_are_moved_and_moved_back_and_places_close_and_open_again(built):
    assert {row.undone_at is None for row in MovedDay.objects.all()} == {True, False}
    assert [row.undone_at is None for row in Closure.objects.order_by("starts")] == [True, False, True]


def test_a_habit_and_a_second_look_wait_for_someone(built):
    found = queries.turns(Scope(), TODAY, load())
    assert len(found.habits) == 1
    assert found.days
    assert SecondLook.objects.exists()
