"""What is past retention is deleted, with a log, and nothing else is."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.overview.tasks import TIMETABLE
from hjemmedag.apps.people.models import AgreementLimits, AgreementProfile, Employee, EmploymentTerms
from hjemmedag.apps.worktime import actions, tasks
from hjemmedag.apps.worktime.models import Answer, Entry, Explanation, MonthLock, Registration, Sending, Week
from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.worktime.weeks import days_of, monday_of
from tests.apps.worktime.test_register import register, worked
from tests.conftest import HIRED, NOW

DAY = timedelta(days=1)
MARCH = date(2026, 3, 16)
KEPT = date(2031, 6, 30)
"""The last day on which March 2026 is kept: five years after June, when the last four months that hold it end."""


@pytest.fixture(autouse=True)
def registering(company: object) -> None:
    """The company has registered here since January."""
    actions.choose(choices=actions.Choices(starts=date(2026, 1, 5)), revision=1, actor=None, now=NOW)


def forget(on: date) -> int:
    return actions.forget_expired(today=on, now=datetime.combine(on, datetime.min.time(), COPENHAGEN))


def left(*kinds: Any) -> list[int]:
    return [kind.objects.count() for kind in kinds]


def full_week(who: Employee, by: Employee, monday: date = MARCH) -> None:
    """Written, corrected twice, explained, sent and approved."""
    tuesday = monday + DAY
    days = {monday: [worked(monday, 8, 16), worked(monday, 20, 21)], tuesday: [worked(tuesday, 7, 15)]}
    actions.register(
        employee=who.pk, monday=monday, days=days, revision=0, actor=who.pk, now=NOW, because="Serveren gik ned"
    )
    for hour in (9, 10):
        register(who, {monday + 2 * DAY: [worked(monday + 2 * DAY, hour, 16)]}, monday=monday)
    register(who, {monday + 2 * DAY: []}, monday=monday)
    actions.send(employee=who.pk, monday=monday, revision=4, now=NOW)
    week = Week.objects.get(employee=who, monday=monday)
    actions.answer(week=week.pk, approved=True, reason="", revision=5, actor=by.pk, now=NOW)


def test_entries_are_there_on_the_last_day_and_gone_on_the_next(anna: Employee, bo: Employee) -> None:
    full_week(anna, bo)
    assert forget(KEPT) == 0
    assert left(Entry, Explanation, Week, Sending, Answer) == [6, 1, 1, 1, 1]
    assert forget(KEPT + DAY) == 6
    assert left(Entry, Explanation, Week, Sending, Answer) == [0, 0, 0, 0, 0]


def test_the_log_says_how_many_and_the_chain_stands(anna: Employee, bo: Employee) -> None:
    full_week(anna, bo)
    forget(KEPT + DAY)
    entry = audit.entries("worktime.forget").get()
    assert (entry.actor, entry.payload.data) == (None, {"entries": 6, "explanations": 1, "weeks": 1})
    assert (audit.broken_link(), list(audit.changed_rows())) == (None, [])
    assert forget(KEPT + DAY) == 0
    assert audit.entries("worktime.forget").count() == 1


def test_a_later_month_and_the_frame_around_stay(anna: Employee, bo: Employee, dorte: Employee) -> None:
    full_week(anna, bo)
    april = date(2026, 4, 13)
    register(anna, {april: [worked(april, 8, 16)]}, monday=april)
    MonthLock.objects.create(month=date(2026, 3, 1), by=dorte, at=NOW)
    way = actions.Way(method="file")
    actions.set_registration(employee=anna.pk, way=way, starts=april, revision=0, actor=dorte.pk, now=NOW)
    forget(KEPT + DAY)
    assert list(Entry.objects.values_list("day", flat=True)) == [april]
    assert left(Week, MonthLock, Registration) == [1, 1, 1]


def test_a_week_across_two_months_keeps_its_later_days(anna: Employee) -> None:
    monday = date(2026, 3, 30)
    days = [day for day in days_of(monday) if day.weekday() < 5]
    register(anna, {day: [worked(day, 8, 16)] for day in days}, monday=monday)
    assert forget(KEPT + DAY) == 2
    assert list(Entry.objects.values_list("day", flat=True)) == days[2:]
    assert left(Week) == [1]
    assert forget(date(2031, 8, 1)) == 3
    assert left(Week) == [0]


def agree(
    who: Employee, months: int, *, starts: date = HIRED, ends: date | None = None, confirmed: bool = True
) -> None:
    """A collective agreement with a longer period covers someone."""
    profile = AgreementProfile.objects.create(name=f"Aftale {who.number}", confirmed_at=NOW if confirmed else None)
    AgreementLimits.objects.create(profile=profile, starts=starts, ends=ends, reference_months=months)
    EmploymentTerms.objects.filter(employment__employee=who).update(agreement=profile)


def test_a_longer_period_by_agreement_keeps_longer_for_whom_it_covers(anna: Employee, carl: Employee) -> None:
    for who in (anna, carl):
        register(who, {MARCH: [worked(MARCH, 8, 16)]}, monday=MARCH)
    agree(anna, 12)
    forget(KEPT + DAY)
    assert [entry.employee_id for entry in Entry.objects.all()] == [anna.pk]
    assert [forget(date(2032, 2, 28)), forget(date(2032, 2, 29))] == [0, 1]


@pytest.mark.parametrize(
    ("starts", "ends", "goes"),
    [
        (date(2025, 1, 1), MARCH + DAY, 0),
        (date(2025, 1, 1), MARCH, 1),
        (MARCH, None, 0),
        (MARCH + DAY, None, 1),
    ],
)
def test_a_dated_agreement_keeps_longer_on_the_days_it_covers(
    anna: Employee, starts: date, ends: date | None, goes: int
) -> None:
    register(anna, {MARCH: [worked(MARCH, 8, 16)]}, monday=MARCH)
    agree(anna, 12, starts=starts, ends=ends)
    assert forget(KEPT + DAY) == goes


def test_an_agreement_that_nobody_has_confirmed_changes_nothing(anna: Employee) -> None:
    register(anna, {MARCH: [worked(MARCH, 8, 16)]}, monday=MARCH)
    agree(anna, 12, confirmed=False)
    assert forget(KEPT + DAY) == 1


def test_where_the_law_of_the_day_is_unknown_nothing_is_deleted(anna: Employee) -> None:
    before = date(2024, 6, 3)
    week = Week.objects.create(employee=anna, monday=monday_of(before))
    start = datetime(2024, 6, 3, 8, tzinfo=COPENHAGEN)
    Entry.objects.create(
        employee=anna, week=week, day=before, start=start, end=start + timedelta(hours=8), place="home", by=anna, at=NOW
    )
    assert forget(date(2040, 1, 1)) == 0


def test_more_people_cost_no_more_queries(anna: Employee, bo: Employee, carl: Employee) -> None:
    costs = []
    for some in ((anna,), (bo, carl)):
        for who in some:
            register(who, {MARCH: [worked(MARCH, 8, 16)]}, monday=MARCH)
        with CaptureQueriesContext(connection) as asked:
            assert forget(KEPT + DAY) == len(some)
        costs.append(len(asked))
    assert costs[0] == costs[1]


def test_the_worker_does_it_every_day() -> None:
    assert TIMETABLE["forget_working_time"] == (tasks.forget_expired, DAY)
