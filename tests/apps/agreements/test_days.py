"""Single days: asked for, answered, moved, a place closed; and where everybody works on which day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from hjemmedag.apps.agreements import actions, queries
from hjemmedag.apps.agreements.duties import due
from hjemmedag.apps.agreements.models import AdHocAnswer, AdHocDay, Arrangement, Concerned, Habit, MovedDay
from hjemmedag.apps.audit.models import Entry
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.people.models import Absence, Company, Employee, Site
from hjemmedag.core.agreements.days import Because, DayState, Move, Placed
from hjemmedag.core.agreements.pattern import Place
from hjemmedag.core.duties import Scope
from hjemmedag.core.refusals import Refused
from hjemmedag.rulebook.load import load
from tests.conftest import NOW, TODAY

DAY = timedelta(days=1)
WHEN: dict[str, Any] = {"now": NOW, "today": TODAY}
ASKED: dict[str, Any] = {**WHEN, "rulebook": load()}
FRIDAY, TUESDAY = TODAY + 4 * DAY, TODAY + DAY


def letters(template: str) -> list[int]:
    return list(Message.objects.filter(template=f"agreements/mail/{template}").values_list("recipient", flat=True))


def approved(employee: Employee, by: Employee, day: date) -> AdHocDay:
    row = AdHocDay.objects.create(employee=employee, day=day, asked_at=NOW)
    AdHocAnswer.objects.create(ad_hoc_day=row, outcome="approved", by=by, at=NOW)
    return row


@pytest.fixture
def arranged(offer: Callable[..., Arrangement], sign: Callable[..., None], anna: Employee, bo: Employee) -> Arrangement:
    """Anna works at home on Mondays and Fridays from today on."""
    arrangement = offer(anna, by=bo, first=TODAY, wanted_from=TODAY)
    sign(arrangement)
    actions.start(arrangement=arrangement.pk, on=TODAY, actor=None, now=NOW)
    return arrangement


def test_a_day_is_asked_for_and_answered_and_both_are_told(anna: Employee, bo: Employee) -> None:
    row = actions.ask_for_day(employee=anna.pk, day=TUESDAY, **ASKED)
    assert queries.placed([anna.pk], [TUESDAY])[anna.pk] == {TUESDAY: Placed(Place.OFFICE)}
    assert [(duty.kind, duty.owner, duty.due) for duty in due(Scope(bo.pk), TODAY)] == [
        ("agreements.answer_day", bo.pk, TUESDAY)
    ]
    actions.answer_day(ad_hoc_day=row.pk, actor=bo.pk, approved=True, **WHEN)
    assert queries.placed([anna.pk], [TUESDAY])[anna.pk] == {TUESDAY: Placed(Place.HOME, Because.AD_HOC)}
    assert list(due(Scope(bo.pk), TODAY)) == []
    assert (letters("day_asked"), letters("day_answered")) == ([bo.pk], [anna.pk])
    assert list(Entry.objects.order_by("pk").values_list("action", flat=True)) == [
        "agreements.ask_for_day",
        "agreements.answer_day",
    ]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY - DAY, "Den dag er gået."),
        (TODAY + 91 * DAY, "op til 90 dage frem"),
        (date(2026, 12, 25), "helligdag"),
        (date(2026, 11, 28), "Du arbejder ikke den dag."),
        (TUESDAY, "Du er væk den dag."),
    ],
)
def test_a_day_that_can_not_be_had_is_refused_in_one_sentence(anna: Employee, day: date, words: str) -> None:
    Absence.objects.create(employee=anna, kind="sick", starts=TUESDAY, ends=TUESDAY + DAY)
    with pytest.raises(Refused, match=words):
        actions.ask_for_day(employee=anna.pk, day=day, **ASKED)
    assert not AdHocDay.objects.exists()


def test_one_day_is_asked_for_once_even_by_two_windows_at_once(anna: Employee) -> None:
    actions.ask_for_day(employee=anna.pk, day=TUESDAY, **ASKED)
    with pytest.raises(Refused):
        actions.ask_for_day(employee=anna.pk, day=TUESDAY, **ASKED)
    with pytest.raises(IntegrityError), transaction.atomic():
        AdHocDay.objects.create(employee=anna, day=TUESDAY, asked_at=NOW)


def test_someone_without_a_manager_or_with_a_home_day_has_nobody_or_nothing_to_ask(
    arranged: Arrangement, anna: Employee, carl: Employee
) -> None:
    with pytest.raises(Refused):
        actions.ask_for_day(employee=carl.pk, day=TUESDAY, **ASKED)
    with pytest.raises(Refused):
        actions.ask_for_day(employee=anna.pk, day=FRIDAY, **ASKED)


def test_a_no_has_a_reason_and_an_answer_stands(anna: Employee, bo: Employee) -> None:
    row = actions.ask_for_day(employee=anna.pk, day=TUESDAY, **ASKED)
    with pytest.raises(Refused):
        actions.answer_day(ad_hoc_day=row.pk, actor=bo.pk, approved=False, reason=" ", **WHEN)
    with pytest.raises(Refused):
        actions.answer_day(ad_hoc_day=row.pk, actor=anna.pk, approved=True, **WHEN)
    actions.answer_day(ad_hoc_day=row.pk, actor=bo.pk, approved=False, reason="Kundebesøg", **WHEN)
    with pytest.raises(Refused):
        actions.answer_day(ad_hoc_day=row.pk, actor=bo.pk, approved=True, **WHEN)
    with pytest.raises(Refused):
        actions.withdraw_day(ad_hoc_day=row.pk, employee=anna.pk, **WHEN)
    assert AdHocAnswer.objects.get().reason == "Kundebesøg"


def test_an_unanswered_day_runs_out_and_is_nobodys_duty(anna: Employee, bo: Employee) -> None:
    row = actions.ask_for_day(employee=anna.pk, day=TUESDAY, **ASKED)
    after = TUESDAY + DAY
    assert queries.day_state(row, after) is DayState.EXPIRED
    assert list(due(Scope(bo.pk), after)) == []
    with pytest.raises(Refused):
        actions.answer_day(ad_hoc_day=row.pk, actor=bo.pk, approved=True, now=NOW + 2 * DAY, today=after)


def test_a_day_taken_back_is_free_to_ask_for_again_and_the_manager_hears_of_an_approved_one(
    anna: Employee, bo: Employee
) -> None:
    for answered in (False, True):
        row = actions.ask_for_day(employee=anna.pk, day=TUESDAY, **ASKED)
        if answered:
            actions.answer_day(ad_hoc_day=row.pk, actor=bo.pk, approved=True, **WHEN)
        actions.withdraw_day(ad_hoc_day=row.pk, employee=anna.pk, **WHEN)
    assert letters("day_withdrawn") == [bo.pk]
    assert queries.day_facts([anna.pk], TODAY, FRIDAY) == {anna.pk: {}}


def test_a_habit_is_a_duty_until_the_manager_settles_it(anna: Employee, bo: Employee) -> None:
    for weeks in range(6):
        approved(anna, bo, TODAY - (1 + 7 * weeks) * DAY)
    [duty] = due(Scope(bo.pk), TODAY)
    assert (duty.kind, duty.about, duty.due) == ("agreements.habit", anna.pk, TODAY - DAY + 14 * DAY)
    assert list(due(Scope(anna.pk), TODAY)) == []
    actions.settle_habit(employee=anna.pk, actor=bo.pk, outcome="stop", **ASKED)
    assert list(due(Scope(), TODAY)) == []
    assert letters("habit") == [anna.pk]
    with pytest.raises(Refused):
        actions.settle_habit(employee=anna.pk, actor=bo.pk, outcome="fixed", **ASKED)
    assert Habit.objects.count() == 1


def test_an_application_on_its_way_or_an_arrangement_ends_a_habit(
    apply: Callable[..., Any], anna: Employee, bo: Employee
) -> None:
    for weeks in range(6):
        approved(anna, bo, TODAY - (1 + 7 * weeks) * DAY)
    apply(anna)
    assert [duty.kind for duty in due(Scope(bo.pk), TODAY)] == ["agreements.decide"]


def test_a_fixed_day_is_moved_within_its_week_and_moved_back(
    arranged: Arrangement, anna: Employee, bo: Employee
) -> None:
    row = actions.move_day(employee=anna.pk, move=Move(FRIDAY, TUESDAY), **ASKED)
    placed = queries.placed([anna.pk], [TODAY, TUESDAY, FRIDAY])[anna.pk]
    assert placed == {
        TODAY: Placed(Place.HOME),
        TUESDAY: Placed(Place.HOME, Because.MOVED_HERE),
        FRIDAY: Placed(Place.OFFICE, Because.MOVED_AWAY),
    }
    with pytest.raises(Refused):
        actions.move_day(employee=anna.pk, move=Move(FRIDAY, TUESDAY + DAY), **ASKED)
    actions.undo_move(moved_day=row.pk, employee=anna.pk, **WHEN)
    assert queries.day_facts([anna.pk], TODAY, FRIDAY) == {anna.pk: {}}
    assert letters("day_moved") == [bo.pk, bo.pk]
    with pytest.raises(Refused):
        actions.undo_move(moved_day=row.pk, employee=anna.pk, **WHEN)


@pytest.mark.parametrize(
    "move",
    [
        Move(FRIDAY, FRIDAY),
        Move(FRIDAY, FRIDAY + 4 * DAY),
        Move(TUESDAY, TUESDAY + DAY),
        Move(FRIDAY, TODAY),
        Move(TODAY - 3 * DAY, TODAY - 4 * DAY),
        Move(FRIDAY, FRIDAY + DAY),
    ],
)
def test_a_move_that_the_frames_do_not_give_is_refused(arranged: Arrangement, anna: Employee, move: Move) -> None:
    with pytest.raises(Refused):
        actions.move_day(employee=anna.pk, move=move, **ASKED)


def test_two_moves_of_one_day_or_to_one_day_at_once_are_one(arranged: Arrangement, anna: Employee) -> None:
    actions.move_day(employee=anna.pk, move=Move(FRIDAY, TUESDAY), **ASKED)
    for home_day, instead in ((FRIDAY, TUESDAY + DAY), (TODAY, TUESDAY)):
        with pytest.raises(IntegrityError), transaction.atomic():
            MovedDay.objects.create(employee=anna, home_day=home_day, instead=instead, moved_at=NOW)


@pytest.fixture
def closing(dorte: Employee) -> dict[str, Any]:
    """Aarhus is closed from tomorrow for two days; those with Carl's title can't work at home."""
    site = Site.objects.get(name="Aarhus")
    days = {"first": TUESDAY, "last": TUESDAY + DAY, "reason": "Vandskade"}
    return {"site": site.pk, **days, "not_at_home": ["Konsulent"], "actor": dorte.pk, **ASKED}


def test_a_closed_place_sends_home_all_but_those_who_cannot_and_each_hears_of_it_once(
    closing: dict[str, Any], anna: Employee, bo: Employee, carl: Employee, dorte: Employee
) -> None:
    row = actions.close_site(**closing)
    everyone = {anna.pk, bo.pk, carl.pk, dorte.pk}
    assert sorted(letters("closed")) == sorted(everyone)
    assert {one.employee_id for one in Concerned.objects.filter(sent_home=False)} == {carl.pk}
    placed = queries.placed(everyone, [TUESDAY])
    assert {who for who, days in placed.items() if days[TUESDAY].at_home} == everyone - {carl.pk}
    assert queries.titles_kept() == {"Konsulent"}
    with pytest.raises(Refused):
        actions.close_site(**closing | {"first": TUESDAY + DAY, "last": FRIDAY})
    with pytest.raises(Refused):
        actions.ask_for_day(employee=anna.pk, day=TUESDAY, **ASKED)
    actions.undo_closure(closure=row.pk, actor=dorte.pk, **WHEN)
    assert queries.day_facts(everyone, TODAY, FRIDAY) == {who: {} for who in everyone}
    assert len(letters("closed")) == 2 * len(everyone)
    actions.close_site(**closing)


def test_a_place_is_undone_before_its_first_day_only(closing: dict[str, Any], anna: Employee, dorte: Employee) -> None:
    row = actions.close_site(**closing)
    with pytest.raises(Refused):
        actions.undo_closure(closure=row.pk, actor=dorte.pk, now=NOW + DAY, today=TUESDAY)


@pytest.mark.parametrize(
    "days",
    [
        (TODAY - DAY, TODAY),
        (FRIDAY, TUESDAY),
        (TODAY, TODAY + 31 * DAY),
        (FRIDAY + DAY, FRIDAY + 2 * DAY),
        (TODAY, date.max),
        (date.max, date.max),
        (TODAY + 366 * DAY, TODAY + 366 * DAY),
    ],
)
def test_days_on_which_nothing_can_be_closed_are_refused(
    closing: dict[str, Any], anna: Employee, days: tuple[date, date]
) -> None:
    with pytest.raises(Refused):
        actions.close_site(**closing | {"first": days[0], "last": days[1]})


def test_days_in_a_row_count_together_and_the_company_chooses_how_many(closing: dict[str, Any], anna: Employee) -> None:
    monday = FRIDAY + 3 * DAY
    actions.close_site(**closing | {"first": monday, "last": monday + 25 * DAY})
    for first, last in ((TUESDAY, FRIDAY), (monday + 28 * DAY, monday + 33 * DAY)):
        with pytest.raises(Refused, match="31"):
            actions.close_site(**closing | {"first": first, "last": last})
    actions.close_site(**closing | {"first": monday + 29 * DAY, "last": monday + 33 * DAY})


def test_hr_sees_whose_frame_asks_for_more_than_a_message(closing: dict[str, Any], anna: Employee) -> None:
    row = actions.close_site(**closing)
    assert queries.frames_asking(row) == []
    Company.objects.update(sector="state")
    assert [frame.area for frame in queries.frames_asking(row)] == ["state"]


def test_a_closed_office_can_not_be_moved_to_or_from(
    arranged: Arrangement, closing: dict[str, Any], anna: Employee
) -> None:
    actions.close_site(**closing | {"first": FRIDAY, "last": FRIDAY})
    with pytest.raises(Refused):
        actions.move_day(employee=anna.pk, move=Move(FRIDAY, TUESDAY), **ASKED)


def test_where_everybody_works_costs_the_same_queries_for_three_as_for_one(
    arranged: Arrangement, closing: dict[str, Any], anna: Employee, bo: Employee, carl: Employee
) -> None:
    actions.close_site(**closing)
    days, costs = [TODAY + number * DAY for number in range(30)], []
    for people in ([anna.pk], [anna.pk, bo.pk, carl.pk]):
        with CaptureQueriesContext(connection) as asked:
            queries.placed(people, days)
        costs.append(len(asked))
    assert costs == [5, 5]
