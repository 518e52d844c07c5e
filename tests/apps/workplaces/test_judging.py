"""Screen work at home is judged by the plan from the first day, and by the weeks that were registered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hjemmedag.apps.agreements import actions as agreements
from hjemmedag.apps.agreements.models import Arrangement
from hjemmedag.apps.audit.queries import changed_rows
from hjemmedag.apps.people import actions as people
from hjemmedag.apps.people.models import Absence, Employee, EmploymentTerms
from hjemmedag.apps.workplaces import actions, duties, queries
from hjemmedag.apps.workplaces.models import Assessment, Finding, Judgement, Occasion
from hjemmedag.apps.worktime import actions as worktime
from hjemmedag.core.duties import Duty, Scope
from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.people.homes import Address
from hjemmedag.core.workplaces.screen import Because
from hjemmedag.core.worktime.entries import Place
from tests.apps.workplaces.sealing import unsealed
from tests.conftest import NOW, TODAY

MONDAY = TODAY - timedelta(days=7)


def judged(person: Employee) -> queries.Screen | None:
    return queries.screens({person.pk}, TODAY).get(person.pk)


def due(person: Employee, on: date = TODAY) -> list[str]:
    return [one.kind for one in duties.due(Scope(owner=person.pk), on)]


def home_weeks(person: Employee, count: int, days: int, *, skip: int = 0) -> None:
    """So many whole weeks before today, each with some full days at home and the others at the office."""
    for back in range(skip + 1, skip + count + 1):
        monday = TODAY - timedelta(days=7 * back)
        hours = {}
        for number in range(5):
            day = monday + timedelta(days=number)
            start, end = (datetime.combine(day, time(hour), COPENHAGEN) for hour in (8, 16))
            place = Place.HOME if number < days else Place.OFFICE
            hours[day] = [worktime.Worked(start, end, place=place, break_minutes=30)]
        worktime.register(employee=person.pk, monday=monday, days=hours, revision=0, actor=person.pk, now=NOW)


@pytest.fixture
def registering(company: object) -> None:
    worktime.choose(choices=worktime.Choices(starts=date(2026, 1, 5)), revision=1, actor=None, now=NOW)


def test_three_planned_days_bring_the_home_under_the_order_from_the_first_day(
    anna: Employee, at_home: Callable[..., None]
) -> None:
    at_home(anna, days=3)
    found = judged(anna)
    assert found is not None
    assert (found.covered, found.by, found.answer.because) == (True, "plan", Because.HOME)
    assert found.home_hours == Decimal("22.2")


def test_two_planned_days_do_not(anna: Employee, at_home: Callable[..., None]) -> None:
    at_home(anna, days=2)
    found = judged(anna)
    assert found is not None
    assert (found.covered, found.answer.because) == (False, Because.OTHER_PLACE)
    assert found.home_hours == Decimal("14.8")


def test_someone_without_home_work_is_not_judged(anna: Employee) -> None:
    assert judged(anna) is None
    assert actions.judge(employees={anna.pk}, today=TODAY, now=NOW) == []


def test_weeks_above_the_line_for_two_months_bring_the_home_under_the_order(
    anna: Employee, registering: None, at_home: Callable[..., None]
) -> None:
    at_home(anna, days=2)
    home_weeks(anna, 12, 3)
    found = judged(anna)
    assert found is not None
    assert (found.covered, found.by, found.answer.because) == (True, "weeks", Because.HOME)


def test_who_is_covered_by_weeks_is_told_apart_from_who_is_by_plan(
    anna: Employee, bo: Employee, registering: None, at_home: Callable[..., None]
) -> None:
    at_home(anna, days=3)
    home_weeks(bo, 12, 3)
    actions.judge(today=TODAY, now=NOW)
    assert queries.covered_by_weeks([anna.pk, bo.pk]) == {bo.pk}


def test_a_month_above_the_line_is_not_regular_yet(
    anna: Employee, registering: None, at_home: Callable[..., None]
) -> None:
    at_home(anna, days=2)
    home_weeks(anna, 4, 4)
    found = judged(anna)
    assert found is not None
    assert (found.covered, found.answer.because) == (False, Because.NOT_REGULAR)


def test_a_week_with_holiday_is_left_out_of_the_average(
    anna: Employee, registering: None, at_home: Callable[..., None]
) -> None:
    at_home(anna, days=2)
    home_weeks(anna, 11, 3, skip=1)
    Absence.objects.create(employee=anna, kind="annual_leave", starts=MONDAY, ends=MONDAY + timedelta(days=5))
    found = judged(anna)
    assert found is not None
    assert found.covered


def test_a_home_abroad_is_not_judged_by_danish_rules(anna: Employee, at_home: Callable[..., None]) -> None:
    at_home(anna, days=4)
    home = Address("Storgatan 1", "21120", "Malmö", "SE")
    people.set_home(employee=anna.pk, address=home, starts=TODAY, actor=anna.pk, now=NOW)
    found = judged(anna)
    assert found is not None
    assert (found.covered, found.answer.because) == (False, Because.ABROAD)


def test_many_are_judged_in_the_same_number_of_queries_as_two(
    hire: Callable[..., Employee], bo: Employee, at_home: Callable[..., None]
) -> None:
    staff = [hire(f"Person{number}", manager=bo) for number in range(4)]
    for person in staff:
        at_home(person)
    asked = []
    for number in (2, 4):
        with CaptureQueriesContext(connection) as found:
            assert len(queries.screens({one.pk for one in staff[:number]}, TODAY)) == number
        asked.append(len(found))
    assert asked[0] == asked[1]


def test_a_judgement_is_written_once_and_again_only_when_something_changes(
    anna: Employee, at_home: Callable[..., None]
) -> None:
    at_home(anna)
    assert len(actions.judge(today=TODAY, now=NOW)) == 1
    assert actions.judge(today=TODAY + timedelta(days=1), now=NOW) == []
    row = Judgement.objects.get()
    assert (row.covered, row.because, row.works_at_home) == (True, "home_above", True)
    assert list(changed_rows()) == []
    assert unsealed() == []


def test_the_first_judgement_asks_for_an_assessment_and_offers_an_eye_test(
    anna: Employee, at_home: Callable[..., None]
) -> None:
    at_home(anna)
    assert due(anna) == []
    actions.judge(today=TODAY, now=NOW)
    [assess, eyes, contents] = duties.due(Scope(owner=anna.pk), TODAY)
    assert contents.kind == "workplaces.contents"
    assert (assess.kind, assess.due, assess.minutes) == ("workplaces.assess", TODAY + timedelta(days=30), 10)
    assert (eyes.kind, eyes.due) == ("workplaces.eye_test", TODAY)


def test_below_the_line_there_is_no_eye_test_to_offer(anna: Employee, at_home: Callable[..., None]) -> None:
    at_home(anna, days=2)
    actions.judge(today=TODAY, now=NOW)
    assert due(anna) == ["workplaces.assess", "workplaces.contents"]


def test_the_eyes_need_not_wait_for_the_interval(anna: Employee, at_home: Callable[..., None]) -> None:
    at_home(anna)
    actions.judge(today=TODAY, now=NOW)
    actions.answer_eye_test(employee=anna.pk, tested_on=TODAY, today=TODAY, now=NOW)
    need = queries.need_of(anna.pk, TODAY)
    assert need is not None
    assert not need.eye_test_now(TODAY)
    assert (need.eye_test_on_trouble(TODAY).right, need.eye_test_on_trouble(TODAY).due) == (True, TODAY)


def test_a_reading_that_is_not_confirmed_chooses_questions_and_demands_nothing(
    anna: Employee, at_home: Callable[..., None], assess: Callable[..., Assessment]
) -> None:
    EmploymentTerms.objects.filter(employment__employee=anna).update(weekly_hours=Decimal(10))
    at_home(anna, days=5, remote=True)
    found = judged(anna)
    assert found is not None
    assert (found.covered, found.sure, found.answer.because) == (True, False, Because.ALL_AT_HOME)
    row = assess(anna, no=["screen_glare"])
    assert (row.covered, row.sure) == (True, False)
    need = queries.need_of(anna.pk, TODAY)
    assert need is not None
    assert (need.covered, need.sure, need.eye_test.right) == (True, False, False)
    assert "workplaces.eye_test" not in due(anna)
    assert [one.is_law for one in Finding.objects.filter(employee=anna)] == [False]


def test_an_eye_test_comes_again_after_the_companys_interval(anna: Employee, at_home: Callable[..., None]) -> None:
    at_home(anna)
    actions.judge(today=TODAY, now=NOW)
    actions.answer_eye_test(employee=anna.pk, tested_on=TODAY, today=TODAY, now=NOW)
    assert "workplaces.eye_test" not in due(anna)
    assert "workplaces.eye_test" in due(anna, date(2028, 11, 23))


def test_crossing_the_line_after_an_assessment_asks_for_a_new_one(
    anna: Employee, registering: None, at_home: Callable[..., None], assess: Callable[..., object]
) -> None:
    at_home(anna, days=2)
    actions.judge(today=TODAY - timedelta(days=1), now=NOW)
    assess(anna, today=TODAY - timedelta(days=1))
    home_weeks(anna, 12, 3)
    actions.judge(today=TODAY, now=NOW)
    assert set(Occasion.objects.filter(on=TODAY).values_list("kind", flat=True)) == {"covered"}
    assert due(anna) == ["workplaces.assess", "workplaces.eye_test", "workplaces.contents"]


def test_an_arrangement_that_ends_leaves_nothing_to_do(anna: Employee, at_home: Callable[..., None]) -> None:
    at_home(anna)
    actions.judge(today=TODAY, now=NOW)
    agreements.close(arrangement=Arrangement.objects.get().pk, on=TODAY, actor=None, reason="Slut", now=NOW)
    actions.judge(today=TODAY + timedelta(days=1), now=NOW)
    assert Judgement.objects.latest("on").works_at_home is False
    assert due(anna) == []


def test_the_duties_of_all_are_asked_for_in_as_many_queries_as_those_of_one(
    hire: Callable[..., Employee], bo: Employee, at_home: Callable[..., None], assess: Callable[..., object]
) -> None:
    asked = []
    for number in range(3):
        person = hire(f"Person{number}", manager=bo)
        at_home(person)
        actions.judge(today=TODAY, now=NOW)
        assess(person, no=("chair_stable",))
        with CaptureQueriesContext(connection) as found:
            all_duties: list[Duty] = list(duties.due(Scope(), TODAY))
        assert len([one for one in all_duties if one.kind == "workplaces.plan"]) == number + 1
        asked.append(len(found))
    assert asked == [5, 5, 5]


def test_more_days_at_home_ask_for_a_new_assessment(
    anna: Employee, at_home: Callable[..., None], assess: Callable[..., object]
) -> None:
    at_home(anna, days=2)
    assess(anna)
    Judgement.objects.update(on=TODAY - timedelta(days=9), home_hours=Decimal("7.40"))
    actions.judge(today=TODAY, now=NOW)
    assert set(Occasion.objects.values_list("kind", flat=True)) == {"arrangement", "more_days"}


def test_a_home_assessed_before_the_arrangement_began_is_not_asked_about_again_when_it_does(
    anna: Employee,
    bo: Employee,
    offer: Callable[..., Arrangement],
    sign: Callable[..., None],
    assess: Callable[..., object],
) -> None:
    arrangement = offer(anna, by=bo, first=TODAY + timedelta(days=8))
    sign(arrangement)
    assess(anna)
    for later in range(1, 8):
        actions.judge(today=TODAY + timedelta(days=later), now=NOW)
    begun = TODAY + timedelta(days=8)
    agreements.start(arrangement=arrangement.pk, on=begun, actor=None, now=NOW)
    actions.judge(today=begun, now=NOW)
    assert Judgement.objects.latest("on").works_at_home
    assert "workplaces.assess" not in due(anna, begun)
