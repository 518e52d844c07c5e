"""Who is asked to send a week, and who to answer one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hjemmedag.apps.people.models import Absence, Employee
from hjemmedag.apps.worktime import actions, duties
from hjemmedag.apps.worktime.models import Week
from hjemmedag.core.duties import Duty, Scope
from tests.apps.worktime.test_register import MONDAY, approve, register, worked
from tests.conftest import NOW, TODAY


@pytest.fixture(autouse=True)
def registering(company: object) -> None:
    """The company has registered here for a while."""
    actions.choose(choices=actions.Choices(starts=date(2026, 1, 5)), revision=1, actor=None, now=NOW)


def due(who: Employee, on: date = TODAY) -> list[Duty]:
    return list(duties.due(Scope(owner=who.pk), on))


def test_a_week_that_is_over_is_sent_within_three_days(anna: Employee) -> None:
    assert [(one.kind, one.due) for one in due(anna)] == [("worktime.send", date(2026, 11, 25))]


def test_nobody_is_asked_while_the_company_registers_elsewhere(anna: Employee) -> None:
    actions.choose(choices=actions.Choices(starts=None), revision=2, actor=None, now=NOW)
    assert due(anna) == []


def test_nobody_is_asked_about_a_week_before_it_began(anna: Employee) -> None:
    actions.choose(choices=actions.Choices(starts=MONDAY + timedelta(days=7)), revision=2, actor=None, now=NOW)
    assert due(anna) == []


def test_someone_away_all_week_is_not_asked(anna: Employee) -> None:
    Absence.objects.create(employee=anna, kind="annual_leave", starts=MONDAY, ends=MONDAY + timedelta(days=5))
    assert due(anna) == []


def test_someone_who_began_that_week_is_not_asked(hire: Callable[..., Employee]) -> None:
    assert due(hire("Kim", starts=MONDAY + timedelta(days=1))) == []


def test_a_sent_week_waits_for_the_manager(anna: Employee, bo: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    actions.send(employee=anna.pk, monday=MONDAY, revision=1, now=NOW)
    assert due(anna) == []
    assert [(one.kind, one.due, one.facts["weeks"]) for one in due(bo) if one.kind == "worktime.approve"] == [
        ("worktime.approve", TODAY + timedelta(days=7), 1)
    ]


def test_an_approved_week_asks_nobody(anna: Employee, bo: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    approve(anna, bo)
    assert [one.kind for who in (anna, bo) for one in due(who)] == ["worktime.send"]


def test_a_returned_week_asks_its_person_again(anna: Employee, bo: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    actions.send(employee=anna.pk, monday=MONDAY, revision=1, now=NOW)
    actions.answer(week=Week.objects.get().pk, approved=False, reason="Fredag?", revision=2, actor=bo.pk, now=NOW)
    assert [one.kind for one in due(anna)] == ["worktime.again"]
    actions.send(employee=anna.pk, monday=MONDAY, revision=3, now=NOW)
    assert due(anna) == []


def test_everyones_duties_cost_two_queries(anna: Employee, bo: Employee, carl: Employee, dorte: Employee) -> None:
    for scope in (Scope(), Scope(owner=anna.pk)):
        list(duties.due(scope, TODAY))
        with CaptureQueriesContext(connection) as asked:
            list(duties.due(scope, TODAY))
        assert len(asked) == 2
    assert {one.owner for one in duties.due(Scope(), TODAY)} == {anna.pk, bo.pk, carl.pk, dorte.pk}


def test_an_older_week_that_came_back_asks_its_person_and_opens_first(
    as_: Callable[[Employee], Client], anna: Employee, bo: Employee
) -> None:
    older = MONDAY - timedelta(days=14)
    register(anna, {older: [worked(older, 8, 16)]}, monday=older)
    actions.send(employee=anna.pk, monday=older, revision=1, now=NOW)
    week = Week.objects.get()
    actions.answer(week=week.pk, approved=False, reason="Tirsdag?", revision=2, actor=bo.pk, now=NOW)
    assert [one.kind for one in due(anna)] == ["worktime.send", "worktime.again"]
    assert as_(anna).get("/arbejdstid/").headers["Location"] == "/arbejdstid/2026/45/"
    actions.send(employee=anna.pk, monday=older, revision=3, now=NOW)
    assert [one.kind for one in due(anna)] == ["worktime.send"]
