"""Which duties rest during a leave, and when they are due afterwards."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.duties import Duty
from hjemmedag.core.overview.resting import NEEDS_THEM, OWN, rested, waits_for
from hjemmedag.core.periods import Period

DAY = timedelta(days=1)
LEAVE = Period(date(2026, 3, 1), date(2026, 9, 1))
DAYS = 14


def duty(kind: str, *, owner: int = 1, about: int = 1, due: date | None = None) -> Duty:
    return Duty(kind=kind, owner=owner, about=about, subject=7, rule="people.leave", minutes=1, due=due)


def due_on(due: date, on: date) -> date | None:
    left = rested(duty("policy.receipt", due=due), [LEAVE], on, DAYS)
    return None if left is None else left.due


def test_only_the_person_can_do_their_own_and_some_of_others_work_needs_them() -> None:
    assert waits_for(duty("policy.receipt")) == 1
    assert waits_for(duty("agreements.answer_change", owner=2)) is None
    assert waits_for(duty("equipment.hand_over", owner=2)) == 1
    assert waits_for(duty("agreements.decide", owner=2)) is None
    assert waits_for(duty("worktime.approve")) is None
    assert OWN.isdisjoint(NEEDS_THEM)


def test_a_duty_rests_from_the_first_day_of_the_leave_to_the_last() -> None:
    due = date(2026, 12, 1)
    days = [LEAVE.start - DAY, LEAVE.start, LEAVE.end - DAY, LEAVE.end]  # type: ignore[operator]
    assert [due_on(due, day) for day in days if day] == [due, None, None, due]


def test_what_fell_due_during_the_leave_is_due_two_weeks_after_the_first_day_back() -> None:
    back_by = date(2026, 9, 15)
    assert due_on(date(2026, 3, 1), LEAVE.end or date.max) == back_by
    assert due_on(date(2026, 8, 31), LEAVE.end or date.max) == back_by
    assert due_on(date(2026, 9, 14), LEAVE.end or date.max) == back_by
    assert due_on(date(2026, 9, 15), LEAVE.end or date.max) == date(2026, 9, 15)


def test_what_was_late_before_the_leave_is_still_late_after_it() -> None:
    assert due_on(date(2026, 2, 28), LEAVE.end or date.max) == date(2026, 2, 28)


def test_a_leave_soon_after_another_gives_time_after_both() -> None:
    again = Period(date(2026, 9, 10), date(2026, 10, 1))
    left = rested(duty("policy.receipt", due=date(2026, 5, 1)), [LEAVE, again], date(2026, 10, 2), DAYS)
    assert left is not None
    assert left.due == date(2026, 10, 15)


def test_a_duty_without_a_day_rests_and_comes_back_without_one() -> None:
    assert rested(duty("policy.receipt"), [LEAVE], date(2026, 5, 1), DAYS) is None
    assert rested(duty("policy.receipt"), [LEAVE], date(2026, 9, 1), DAYS) == duty("policy.receipt")


@given(st.dates(date(2026, 1, 1), date(2027, 1, 1)), st.integers(0, 200), st.integers(0, 200))
def test_a_leave_never_makes_a_duty_due_sooner(due: date, starts: int, length: int) -> None:
    first = date(2026, 3, 1) + starts * DAY
    leave = Period(first, first + (length + 1) * DAY)
    left = rested(duty("policy.receipt", due=due), [leave], date(2028, 1, 1), DAYS)
    assert left is not None
    assert left.due is not None
    assert left.due >= due
