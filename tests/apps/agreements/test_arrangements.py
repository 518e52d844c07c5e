"""An arrangement from the first signature to its end, on any date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hjemmedag.apps.agreements import actions, queries, tasks
from hjemmedag.apps.agreements.models import Arrangement, StatusChange
from hjemmedag.apps.documents import actions as documents
from hjemmedag.apps.people.models import Employee
from hjemmedag.core.agreements.status import Status
from hjemmedag.core.refusals import Refused
from tests.conftest import NOW, TODAY

FIRST = date(2026, 12, 1)


def status(arrangement: Arrangement, on: date) -> Status:
    """The status by both ways of asking, which must agree."""
    by_record = queries.standing(arrangement, on).status
    itself = Arrangement.objects.filter(pk=arrangement.pk)
    assert [one for one in Status if queries.of_status(itself, one, on).exists()] == [by_record]
    return by_record


def test_signed_by_both_it_is_agreed_and_begins_on_its_day(
    offer: Callable[..., Arrangement], sign: Callable[..., None], anna: Employee, bo: Employee, clock: object
) -> None:
    arrangement = offer(anna, by=bo)
    assert status(arrangement, TODAY - timedelta(days=1)) is Status.NOT_YET
    assert status(arrangement, TODAY) is Status.WAITING
    sign(arrangement)
    assert status(arrangement, TODAY) is Status.AGREED
    assert list(queries.ready_to_start(FIRST - timedelta(days=1))) == []
    assert list(queries.ready_to_start(FIRST)) == [arrangement]


def test_the_task_begins_what_is_due_and_only_once(
    offer: Callable[..., Arrangement], sign: Callable[..., None], anna: Employee, bo: Employee, clock: object
) -> None:
    arrangement = offer(anna, by=bo, first=TODAY, wanted_from=TODAY)
    assert tasks.begin_arrangements.call() == 0
    sign(arrangement)
    assert [tasks.begin_arrangements.call(), tasks.begin_arrangements.call()] == [1, 0]
    assert status(arrangement, TODAY) is Status.IN_FORCE
    assert queries.count_in_force(TODAY) == 1


def test_it_can_be_paused_resumed_and_closed_in_order(
    offer: Callable[..., Arrangement], sign: Callable[..., None], anna: Employee, bo: Employee, dorte: Employee
) -> None:
    arrangement = offer(anna, by=bo)
    sign(arrangement)
    days = [FIRST + timedelta(days=30 * month) for month in range(4)]
    actions.start(arrangement=arrangement.pk, on=days[0], actor=None, now=NOW)
    actions.pause(arrangement=arrangement.pk, on=days[1], actor=dorte.pk, reason="Ombygning", now=NOW)
    actions.resume(arrangement=arrangement.pk, on=days[2], actor=dorte.pk, reason="Færdig", now=NOW)
    actions.close(arrangement=arrangement.pk, on=days[3], actor=dorte.pk, reason="Flytter", now=NOW)
    found = [status(arrangement, day) for day in days]
    assert found == [Status.IN_FORCE, Status.PAUSED, Status.IN_FORCE, Status.CLOSED]
    assert status(arrangement, days[1] - timedelta(days=1)) is Status.IN_FORCE


def test_the_terms_of_many_days_are_those_of_each_and_cost_the_same(
    offer: Callable[..., Arrangement], sign: Callable[..., None], anna: Employee, bo: Employee, dorte: Employee
) -> None:
    arrangement = offer(anna, by=bo)
    sign(arrangement)
    actions.start(arrangement=arrangement.pk, on=FIRST, actor=None, now=NOW)
    paused = FIRST + timedelta(days=10)
    actions.pause(arrangement=arrangement.pk, on=paused, actor=dorte.pk, reason="Ombygning", now=NOW)
    days = [FIRST + timedelta(days=away) for away in range(-2, 14)]
    each = {day: terms for day in days if (terms := queries.terms_in_force(anna.pk, day)) is not None}
    assert queries.terms_by_day(anna.pk, days) == each
    assert sorted(each) == days[2:12]
    counts = []
    for asked_for in (days[2:3], days):
        with CaptureQueriesContext(connection) as asked:
            queries.terms_by_day(anna.pk, asked_for)
        counts.append(len(asked))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("change", [actions.pause, actions.resume])
def test_what_the_status_does_not_allow_is_refused(
    offer: Callable[..., Arrangement], anna: Employee, bo: Employee, change: Callable[..., StatusChange]
) -> None:
    arrangement = offer(anna, by=bo)
    with pytest.raises(Refused):
        change(arrangement=arrangement.pk, on=FIRST, actor=bo.pk, reason="", now=NOW)


def test_a_declined_addendum_stops_it(offer: Callable[..., Arrangement], anna: Employee, bo: Employee) -> None:
    arrangement = offer(anna, by=bo)
    [document] = queries.documents_of(arrangement)
    documents.decline(document=document, actor=anna.pk, reason="Jeg har fortrudt.", now=NOW)
    assert status(arrangement, TODAY) is Status.STOPPED
    assert list(queries.ready_to_start(FIRST)) == []


def test_the_history_tells_everything_in_order(
    offer: Callable[..., Arrangement], sign: Callable[..., None], anna: Employee, bo: Employee
) -> None:
    arrangement = offer(anna, by=bo)
    sign(arrangement, now=NOW + timedelta(hours=1))
    actions.start(arrangement=arrangement.pk, on=FIRST, actor=None, now=datetime(2026, 12, 1, 7, tzinfo=NOW.tzinfo))
    kinds = [event.kind for event in queries.events(queries.standing(arrangement, FIRST)) if event.kind != "read"]
    assert kinds == ["submitted", "approved", "offered", "signed", "signed", "start"]


def test_ten_arrangements_cost_as_many_queries_as_one(
    offer: Callable[..., Arrangement], hire: Callable[..., Employee], bo: Employee, django_assert_num_queries: object
) -> None:
    counts = []
    for name in ("Per", "Pia", "Pil"):
        offer(hire(name, manager=bo), by=bo)
        with CaptureQueriesContext(connection) as asked:
            queries.standings(Arrangement.objects.all(), TODAY)
        counts.append(len(asked))
    assert counts == [counts[0]] * 3
