"""What is past retention is deleted, with a log, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.overview.tasks import TIMETABLE
from hjemmedag.apps.people.models import AgreementLimits, AgreementProfile, Employee, EmploymentTerms
from hjemmedag.apps.worktime import actions, tasks
from hjemmedag.apps.worktime.models import (
    Answer,
    Entry,
    Explanation,
    MonthLock,
    PayrollFile,
    Registration,
    Sending,
    Week,
)
from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.law import Kind, Rulebook
from hjemmedag.core.worktime.weeks import days_of, monday_of
from hjemmedag.rulebook.load import load
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


def old_entry(who: Employee, day: date) -> None:
    """Worked before the company registered here."""
    start = datetime.combine(day, time(8), COPENHAGEN)
    Entry.objects.create(
        employee=who,
        week=Week.objects.create(employee=who, monday=monday_of(day)),
        day=day,
        start=start,
        end=start + timedelta(hours=8),
        place="home",
        by=who,
        at=NOW,
    )


@pytest.mark.parametrize(
    ("worked_on", "kept"),
    [(date(2024, 6, 3), date(2029, 9, 30)), (date(2024, 7, 1), date(2029, 10, 31)), (date(2020, 1, 2), NOW.date())],
)
def test_from_before_the_duty_the_company_has_chosen_the_same_length(
    anna: Employee, worked_on: date, kept: date
) -> None:
    old_entry(anna, worked_on)
    assert forget(max(kept, NOW.date())) == (worked_on.year == 2020)
    assert forget(kept + DAY) == (worked_on.year > 2020)
    assert left(Entry, Week) == [0, 0]


def test_where_neither_law_nor_choice_is_known_nothing_is_deleted(
    anna: Employee, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = load().rule("worktime.retention")
    unknown = {name: replace(one, versions=()) for name, one in rule.parameters.items()}
    book = Rulebook({**load().rules, rule.key: replace(rule, parameters=unknown)})
    monkeypatch.setattr("hjemmedag.apps.worktime.queries.retention.load", lambda: book)
    old_entry(anna, date(2024, 6, 3))
    assert forget(date(2040, 1, 1)) == 0


def payroll_file(by: Employee, made: datetime, number: int) -> PayrollFile:
    return PayrollFile.objects.create(
        month=date(2026, 10, 1),
        profile="danloen",
        number=number,
        name=f"loen-{number}.csv",
        content=b"x",
        sha256="0" * 64,
        people=1,
        made_by=by,
        made_at=made,
    )


def test_payroll_files_go_five_years_after_their_calendar_year_with_a_log(anna: Employee, ida: Employee) -> None:
    midnight = datetime(2027, 1, 1, tzinfo=COPENHAGEN)
    files = [payroll_file(ida, NOW, 1), payroll_file(ida, midnight - timedelta(seconds=1), 2)]
    later = payroll_file(ida, midnight, 3)
    register(anna, {date(2026, 11, 16): [worked(date(2026, 11, 16), 8, 16)]}, monday=date(2026, 11, 16))
    for on, gone in ((date(2031, 12, 31), 0), (date(2032, 1, 1), 2), (date(2032, 1, 2), 0)):
        assert actions.forget_payroll_files(today=on, now=datetime.combine(on, time(3), COPENHAGEN)) == gone
    assert list(PayrollFile.objects.all()) == [later]
    assert left(Entry, Week) == [1, 1]
    log = audit.entries("worktime.forget_payroll_files").get()
    assert log.payload.data == {"files": [{"file": one.name, "sha256": one.sha256} for one in files]}
    assert (audit.broken_link(), list(audit.changed_rows())) == (None, [])


def test_the_task_lets_both_go(anna: Employee, ida: Employee, clock: time_machine.Traveller) -> None:
    register(anna, {MARCH: [worked(MARCH, 8, 16)]}, monday=MARCH)
    payroll_file(ida, NOW, 1)
    clock.move_to(datetime(2032, 1, 1, 3, tzinfo=COPENHAGEN))
    assert tasks.forget_expired.call() == 2
    assert left(Entry, PayrollFile) == [0, 0]


@pytest.mark.parametrize("name", ["years_before_duty", "payroll_years"])
def test_what_the_company_chose_is_not_said_to_be_law(name: str) -> None:
    parameter = load().rule("worktime.retention").parameters[name]
    assert {(one.kind, one.source.act) for one in parameter.versions} == {
        (Kind.COMPANY, "Virksomhedens eget valg, ikke lov")
    }


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
