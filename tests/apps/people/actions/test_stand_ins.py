"""Who answers in a manager's place: named by HR, from a day to another, and nothing beyond."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from hjemmedag.apps.audit.models import Entry
from hjemmedag.apps.people import access, actions, queries
from hjemmedag.apps.people.models import Absence, Employee, Employment, Reporting, StandIn
from hjemmedag.core.refusals import Refused, Stale
from tests.conftest import NOW, TODAY

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Refusals are read in English here."""
    with translation.override("en"):
        yield


def name(employee: Employee, by: Employee, actor: Employee, **other: object) -> StandIn:
    said: dict[str, object] = {"starts": TODAY, "last_day": None, "seen": 0, "now": NOW, "today": TODAY}
    return actions.name_stand_in(employee=employee.pk, by=by.pk, actor=actor.pk, **{**said, **other})  # type: ignore[arg-type]


def answers(employee: Employee, on: date = TODAY) -> int | None:
    return queries.deciders_of([employee.pk], on).get(employee.pk)


def test_the_manager_answers_until_someone_stands_in_and_again_afterwards(
    anna: Employee, bo: Employee, carl: Employee, dorte: Employee
) -> None:
    name(anna, carl, dorte, starts=TODAY + DAY, last_day=TODAY + 2 * DAY)
    assert [answers(anna, TODAY + n * DAY) for n in range(4)] == [bo.pk, carl.pk, carl.pk, bo.pk]
    assert access.viewer(bo, TODAY + DAY).team == {anna.pk}
    assert access.viewer(bo, TODAY + DAY).decides == frozenset()
    assert access.viewer(carl, TODAY + DAY).decides == {anna.pk}
    assert access.viewer(carl, TODAY).decides == frozenset()


def test_nobody_answers_for_someone_without_manager_until_hr_names_who(
    bo: Employee, carl: Employee, dorte: Employee
) -> None:
    assert answers(bo) is None
    name(bo, carl, dorte)
    assert answers(bo) == carl.pk


def test_whoever_has_left_or_is_on_leave_answers_for_nobody(
    anna: Employee, bo: Employee, carl: Employee, dorte: Employee
) -> None:
    row = name(anna, carl, dorte)
    leave = Absence.objects.create(employee=carl, kind="other", leave=True, starts=TODAY)
    assert answers(anna) == bo.pk
    assert access.viewer(bo, TODAY).decides == {anna.pk}
    assert access.viewer(carl, TODAY).decides == frozenset()
    leave.delete()
    Employment.objects.filter(employee=carl).update(ends=TODAY)
    assert answers(anna) == bo.pk
    row.delete()
    Absence.objects.create(employee=bo, kind="sick", starts=TODAY)
    assert answers(anna) == bo.pk
    Absence.objects.update(leave=True)
    assert answers(anna) is None


def test_a_stand_in_sees_nothing_else_of_the_persons_record(anna: Employee, carl: Employee, dorte: Employee) -> None:
    name(anna, carl, dorte)
    assert not access.visible(access.viewer(carl, TODAY), TODAY).filter(pk=anna.pk).exists()


def test_two_in_hr_who_name_someone_at_the_same_time_hear_of_each_other(
    anna: Employee, bo: Employee, carl: Employee, dorte: Employee
) -> None:
    first = name(anna, carl, dorte)
    with pytest.raises(Stale, match="just named a stand-in"):
        name(anna, dorte, dorte)
    name(anna, dorte, dorte, seen=first.pk, starts=TODAY + DAY)
    assert [answers(anna, TODAY + n * DAY) for n in range(2)] == [carl.pk, dorte.pk]
    with pytest.raises(IntegrityError), transaction.atomic():
        StandIn.objects.create(employee=anna, by=bo, starts=TODAY)


def test_nobody_stands_in_for_themselves_or_from_a_day_that_has_passed(
    anna: Employee, carl: Employee, dorte: Employee
) -> None:
    with pytest.raises(Refused, match="Nobody can answer their own wishes"):
        name(anna, anna, dorte)
    with pytest.raises(Refused, match="That day has passed"):
        name(anna, carl, dorte, starts=TODAY - DAY)
    Employment.objects.filter(employee=carl).update(ends=TODAY)
    with pytest.raises(Refused, match="Carl Test is not employed"):
        name(anna, carl, dorte)
    assert StandIn.objects.count() == 0


def test_from_the_day_it_ends_the_manager_answers_again(
    anna: Employee, bo: Employee, carl: Employee, dorte: Employee
) -> None:
    row = name(anna, carl, dorte)
    StandIn.objects.update(starts=TODAY - DAY)
    for _twice in range(2):
        actions.end_stand_in(stand_in=row.pk, actor=dorte.pk, now=NOW, today=TODAY)
    assert [answers(anna, TODAY - DAY), answers(anna)] == [carl.pk, bo.pk]
    written = Entry.objects.filter(action__contains="stand_in").order_by("number").values_list("action", flat=True)
    assert list(written) == ["people.name_stand_in", "people.end_stand_in"]


def test_who_answers_costs_one_query_for_any_number(
    hire: Callable[..., Employee], anna: Employee, bo: Employee, carl: Employee, dorte: Employee
) -> None:
    people = [anna, *(hire(f"N{n}", manager=bo) for n in range(3))]
    name(people[1], carl, dorte)
    with CaptureQueriesContext(connection) as asked:
        found = queries.deciders_of([one.pk for one in people], TODAY)
    assert len(asked) == 1
    assert found == {one.pk: carl.pk if one is people[1] else bo.pk for one in people}


def test_a_new_manager_answers_from_the_first_day_and_the_old_one_no_longer(
    anna: Employee, bo: Employee, carl: Employee, dorte: Employee
) -> None:
    actions.assign_manager(employee=anna.pk, manager=carl.pk, on=TODAY + DAY, actor=dorte.pk, now=NOW)
    assert [answers(anna, TODAY), answers(anna, TODAY + DAY)] == [bo.pk, carl.pk]
    assert Reporting.objects.filter(employee=anna).count() == 2
    assert access.viewer(bo, TODAY + DAY).decides == frozenset()


def test_hr_names_who_answers_on_the_page_and_ends_it_there(
    anna: Employee, bo: Employee, carl: Employee, dorte: Employee, as_: Callable[[Employee], Client]
) -> None:
    said = {"by": carl.number, "starts": "2026-11-23", "last_day": "", "seen": "0"}
    address = f"/mennesker/{anna.pk}/stedfortraeder/"
    assert as_(bo).post(address, said).status_code == 403
    assert as_(dorte).post(address, {**said, "by": "Nobody at all"}).status_code == 200
    assert StandIn.objects.count() == 0
    assert as_(dorte).post(address, said).status_code == 302
    assert "Carl Test" in as_(dorte).get(f"/mennesker/{anna.pk}/").content.decode()
    row = StandIn.objects.get()
    assert as_(carl).post(f"/stedfortraedere/{row.pk}/ophoer/").status_code == 403
    assert as_(dorte).post(f"/stedfortraedere/{row.pk}/ophoer/").status_code == 302
    assert StandIn.objects.count() == 0
