"""How much was worked where, week by week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.worktime import actions, queries
from hjemmedag.core.worktime.entries import Kind, Place
from tests.apps.worktime.test_register import MONDAY, register, worked
from tests.conftest import NOW

SUNDAY = MONDAY + timedelta(days=6)


@pytest.fixture(autouse=True)
def registering(company: object) -> None:
    actions.choose(choices=actions.Choices(starts=date(2026, 1, 5)), revision=1, actor=None, now=NOW)


def test_minutes_stand_by_place_and_week(anna: Employee, carl: Employee) -> None:
    tuesday = MONDAY + timedelta(days=1)
    office = [worked(tuesday, 8, 12, Place.OFFICE), worked(tuesday, 12, 13, Place.OFFICE)]
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)], tuesday: office})
    found = queries.places_by_week({anna.pk, carl.pk}, MONDAY, SUNDAY)
    assert found == {anna.pk: {MONDAY: queries.PlacesOfWeek(home=480, office=300)}}
    assert queries.who_worked_at_home(MONDAY, SUNDAY) == {anna.pk}


def test_being_on_call_at_home_is_no_work(anna: Employee) -> None:
    register(anna, {MONDAY: [replace(worked(MONDAY, 8, 16), kind=Kind.ON_CALL)]})
    assert queries.places_by_week({anna.pk}, MONDAY, SUNDAY) == {}
    assert queries.who_worked_at_home(MONDAY, SUNDAY) == set()
