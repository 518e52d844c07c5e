"""Periods abroad: asked for, answered by the manager and by IT security, and told of by HR before a longer one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import translation

from hjemmedag.apps.agreements import actions, duties, queries
from hjemmedag.apps.agreements.models import StayAbroad
from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.people.models import Employee
from hjemmedag.core.agreements.abroad import Side, StayState
from hjemmedag.core.duties import Scope
from hjemmedag.core.refusals import Refused
from hjemmedag.rulebook.load import load
from tests.conftest import NOW, TODAY

Ask = Callable[..., StayAbroad]
SPAIN = actions.WantedStay("ES", date(2027, 1, 4), date(2027, 1, 15), "Vi bor hos min søster.")
LATER = {"now": NOW + timedelta(hours=1), "today": TODAY}


@pytest.fixture(autouse=True)
def english() -> object:
    """Refusals are read in English here."""
    with translation.override("en"):
        yield


@pytest.fixture
def ask(anna: Employee, bo: Employee, dorte: Employee, gry: Employee) -> Ask:
    """`ask(country="SE")` asks for two weeks in Spain, or something else, as Anna."""

    def ask(by: Employee = anna, **other: object) -> StayAbroad:
        wanted = replace(SPAIN, **other)
        return actions.ask_for_stay(employee=by.pk, wanted=wanted, now=NOW, today=TODAY, rulebook=load())

    return ask


def answer(row: StayAbroad, by: Employee, side: Side, approved: bool = True, words: str = "") -> None:
    actions.answer_stay(stay=row.pk, side=side, actor=by.pk, approved=approved, words=words, **LATER)


def owed(owner: Employee) -> list[tuple[str, date | None]]:
    due = duties.due(Scope(owner.pk), TODAY)
    return [(duty.kind, duty.due) for duty in due if duty.kind.endswith("_stay")]


def state(row: StayAbroad) -> StayState:
    return queries.stay_state(queries.stays().get(pk=row.pk))


def test_both_must_say_yes_and_it_may_set_conditions(ask: Ask, anna: Employee, bo: Employee, gry: Employee) -> None:
    row = ask()
    by = TODAY + timedelta(days=14)
    assert [owed(one) for one in (bo, gry, anna)] == [
        [("agreements.answer_stay", by)],
        [("agreements.secure_stay", by)],
        [],
    ]
    answer(row, bo, Side.MANAGER)
    assert (state(row), owed(bo)) == (StayState.WAITING, [])
    answer(row, gry, Side.IT, words="Kun på firmaets computer.")
    assert (state(row), owed(gry)) == (StayState.APPROVED, [])
    told = Message.objects.filter(template__startswith="agreements/mail/stay_").values_list("template", "recipient")
    assert sorted(told) == [("agreements/mail/stay_answered", anna.pk), ("agreements/mail/stay_asked", bo.pk)]
    assert (audit.broken_link(), list(audit.changed_rows())) == (None, [])


def test_one_no_with_its_reason_settles_it_for_both(ask: Ask, bo: Employee, gry: Employee) -> None:
    row = ask()
    with pytest.raises(Refused, match="Write why not"):
        answer(row, gry, Side.IT, approved=False, words=" ")
    answer(row, gry, Side.IT, approved=False, words="Landet er ikke dækket af vores adgang.")
    assert (state(row), owed(bo)) == (StayState.REFUSED, [])
    with pytest.raises(Refused, match="already"):
        answer(row, bo, Side.MANAGER)


def test_two_answers_of_one_side_leave_the_first(ask: Ask, bo: Employee, dorte: Employee) -> None:
    row = ask()
    answer(row, bo, Side.MANAGER)
    with pytest.raises(Refused, match="already"):
        answer(row, dorte, Side.MANAGER, approved=False, words="Nej.")
    assert list(row.answers.values_list("side", "approved")) == [("manager", True)]


def test_nobody_answers_their_own_wish(ask: Ask, anna: Employee) -> None:
    row = ask()
    for side in Side:
        with pytest.raises(Refused, match="your own wish"):
            answer(row, anna, side)


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"country": "DK"}, "not abroad"),
        ({"first": date(2026, 11, 22)}, "has passed"),
        ({"last": date(2027, 1, 3)}, "before the first"),
        ({"last": date(2028, 1, 4)}, "at most a year"),
        ({"first": date(2027, 1, 15), "last": date(2027, 1, 20)}, "some of these days already"),
    ],
)
def test_what_makes_no_sense_is_refused(ask: Ask, other: dict[str, object], says: str) -> None:
    first = ask()
    with pytest.raises(Refused, match=says):
        ask(**other)
    assert list(StayAbroad.objects.all()) == [first]


def test_the_days_of_a_refused_or_withdrawn_period_are_free_again(ask: Ask, anna: Employee, gry: Employee) -> None:
    answer(ask(), gry, Side.IT, approved=False, words="Nej.")
    second = ask()
    actions.withdraw_stay(stay=second.pk, employee=anna.pk, **LATER)
    assert state(ask()) is StayState.WAITING
    with pytest.raises(Refused, match="nothing to take back"):
        actions.withdraw_stay(stay=second.pk, employee=anna.pk, **LATER)


def test_hr_tells_of_more_than_four_weeks_before_departure(
    ask: Ask, anna: Employee, bo: Employee, dorte: Employee, gry: Employee
) -> None:
    row = ask(last=date(2027, 2, 1))
    assert (row.informs, owed(dorte)) == (True, [])
    answer(row, bo, Side.MANAGER)
    answer(row, gry, Side.IT)
    assert owed(dorte) == [("agreements.inform_of_stay", date(2027, 1, 3))]
    when = {"stay": row.pk, "actor": dorte.pk, **LATER}
    with pytest.raises(Refused, match="still to come"):
        actions.inform_of_stay(on=TODAY + timedelta(days=1), **when)
    with pytest.raises(Refused, match="Someone else in HR"):
        actions.inform_of_stay(on=TODAY, **{**when, "actor": anna.pk})
    actions.inform_of_stay(on=TODAY, **when)
    assert owed(dorte) == []
    with pytest.raises(Refused, match="already"):
        actions.inform_of_stay(on=TODAY, **when)


def test_four_weeks_or_a_period_not_agreed_needs_no_telling(ask: Ask, dorte: Employee) -> None:
    row = ask(last=date(2027, 1, 31))
    assert row.informs is False
    with pytest.raises(Refused, match="Nothing has to be told"):
        actions.inform_of_stay(stay=row.pk, on=TODAY, actor=dorte.pk, **LATER)


def test_the_days_in_a_country_are_counted_over_its_periods(ask: Ask) -> None:
    ask()
    ask(country="SE", first=date(2027, 2, 1), last=date(2027, 2, 5))
    second = ask(first=date(2027, 3, 1), last=date(2027, 3, 5))
    found = queries.time_away(second, load())
    assert found.there == 15
