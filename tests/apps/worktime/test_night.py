"""The nightly check: who is owed rest, whose silence HR hears of, which agreements run out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from hjemmedag.apps.people.models import (
    Absence,
    AgreementLimits,
    AgreementProfile,
    Employee,
    Employment,
    EmploymentTerms,
    Reporting,
)
from hjemmedag.apps.worktime import actions, duties, queries
from hjemmedag.apps.worktime.models import NightlyCheck, OwedRest, Silence
from hjemmedag.apps.worktime.tasks import check_everyone
from hjemmedag.core.duties import Duty, Scope
from hjemmedag.core.instants import COPENHAGEN
from tests.apps.worktime.test_forecast import days
from tests.apps.worktime.test_register import MONDAY, approve, register, worked
from tests.apps.worktime.test_rest_counts import work
from tests.chain import seal_what_is_there
from tests.conftest import HIRED, NOW, TODAY

THURSDAY, FRIDAY = MONDAY + timedelta(days=3), MONDAY + timedelta(days=4)


@pytest.fixture(autouse=True)
def registering(company: object) -> None:
    """The company has registered here since January."""
    actions.choose(choices=actions.Choices(starts=date(2026, 1, 5)), revision=1, actor=None, now=NOW)


@pytest.fixture
def agreed(anna: Employee) -> AgreementLimits:
    """Anna's agreement lets her rest be nine hours, once a week."""
    profile = AgreementProfile.objects.create(name="Prøveoverenskomsten", confirmed_at=NOW)
    EmploymentTerms.objects.filter(employment__employee=anna).update(agreement=profile)
    return AgreementLimits.objects.create(
        profile=profile, starts=HIRED, daily_rest_minutes=540, rest_reductions_per_week=1
    )


def at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=COPENHAGEN)


def kinds(who: Employee, kind: str, on: date = TODAY) -> list[Duty]:
    return [one for one in duties.due(Scope(owner=who.pk), on) if one.kind == kind]


def short_night(who: Employee, *, until: int = 15) -> None:
    """Nine hours of rest on Thursday night."""
    late, early = [worked(THURSDAY, 8, 15), worked(THURSDAY, 20, 21)], [worked(FRIDAY, 6, until)]
    register(who, {THURSDAY: late, FRIDAY: early}, now=at(FRIDAY, until + 1))


def test_a_rest_cut_short_with_leave_is_owed_at_once_and_gone_when_it_was_had(
    agreed: AgreementLimits, anna: Employee, bo: Employee
) -> None:
    short_night(anna)
    row = OwedRest.objects.get()
    assert (row.employee_id, row.since, row.minutes) == (anna.pk, FRIDAY, 13 * 60)
    assert [(one.about, one.due) for one in kinds(bo, "worktime.rest", FRIDAY)] == [(anna.pk, FRIDAY)]
    assert kinds(anna, "worktime.rest", FRIDAY) == []
    assert [one.owner for one in duties.due(Scope(), FRIDAY) if one.kind == "worktime.rest"] == [bo.pk]
    actions.check_everyone(now=at(FRIDAY, 23))
    assert OwedRest.objects.count() == 1
    actions.check_everyone(now=at(FRIDAY + timedelta(days=1), 5))
    assert OwedRest.objects.count() == 0


def test_work_that_comes_too_early_leaves_the_rest_owed(agreed: AgreementLimits, anna: Employee) -> None:
    short_night(anna)
    saturday = FRIDAY + timedelta(days=1)
    register(anna, {saturday: [worked(saturday, 3, 5)]}, now=at(saturday, 6))
    actions.check_everyone(now=at(saturday, 7))
    assert OwedRest.objects.get().since == saturday


def test_a_short_rest_without_leave_is_a_breach_and_nothing_owed(anna: Employee) -> None:
    late, early = [worked(THURSDAY, 8, 15), worked(THURSDAY, 20, 21)], [worked(FRIDAY, 6, 15)]
    actions.register(
        employee=anna.pk,
        monday=MONDAY,
        days={THURSDAY: late, FRIDAY: early},
        revision=0,
        actor=anna.pk,
        now=at(FRIDAY, 16),
        because="Serveren gik ned",
    )
    actions.check_everyone(now=at(FRIDAY, 17))
    assert OwedRest.objects.count() == 0


def sent(who: Employee, monday: date, on: date) -> None:
    register(who, {monday: [worked(monday, 8, 16)]}, monday=monday)
    actions.send(employee=who.pk, monday=monday, revision=1, now=at(on, 10))


@pytest.mark.parametrize(("days", "told"), [(13, 0), (14, 1)])
def test_hr_hears_of_an_approver_who_has_been_silent_for_two_weeks(
    anna: Employee, bo: Employee, dorte: Employee, days: int, told: int
) -> None:
    sent(anna, MONDAY - timedelta(days=28), TODAY - timedelta(days=days))
    actions.check_everyone(now=NOW)
    assert [(one.about, one.subject) for one in kinds(dorte, "worktime.silence")] == [(bo.pk, bo.pk)] * told
    assert kinds(bo, "worktime.silence") == []


def test_an_answer_ends_the_silence(anna: Employee, bo: Employee, dorte: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    approve(anna, bo)
    actions.check_everyone(now=NOW + timedelta(days=30))
    assert Silence.objects.count() == 0


def test_weeks_that_nobody_is_there_to_answer_are_told_at_once(anna: Employee, dorte: Employee) -> None:
    Reporting.objects.filter(employee=anna).delete()
    sent(anna, MONDAY, TODAY)
    actions.check_everyone(now=NOW)
    assert [(one.about, one.subject) for one in kinds(dorte, "worktime.nobody")] == [(anna.pk, anna.pk)]


@pytest.mark.parametrize(("days", "told"), [(60, 1), (61, 0)])
def test_hr_hears_of_an_agreement_that_runs_out(
    agreed: AgreementLimits, dorte: Employee, bo: Employee, days: int, told: int
) -> None:
    ends = TODAY + timedelta(days=days)
    AgreementLimits.objects.update(ends=ends)
    said = [(one.subject, one.due) for one in kinds(dorte, "worktime.agreement")]
    assert said == [(agreed.profile_id, ends - timedelta(days=1))] * told
    assert kinds(bo, "worktime.agreement") == []


def test_an_agreement_that_is_renewed_asks_nobody(agreed: AgreementLimits, dorte: Employee) -> None:
    ends = TODAY + timedelta(days=10)
    AgreementLimits.objects.update(ends=ends)
    AgreementLimits.objects.create(profile=agreed.profile, starts=ends, daily_rest_minutes=600)
    assert kinds(dorte, "worktime.agreement") == []


def test_the_worker_checks_and_leaves_the_records_sound(
    agreed: AgreementLimits, anna: Employee, dorte: Employee
) -> None:
    from hjemmedag.apps.overview.queries.health import records

    short_night(anna)
    seal_what_is_there()
    check_everyone.call()
    assert NightlyCheck.objects.count() == 1
    assert [finding.message for finding in records.rows()] == []


def test_a_period_that_is_over_and_was_too_long_is_told(anna: Employee, bo: Employee) -> None:
    for who, hours in ((anna, 11), (bo, 9)):
        for day in days(date(2026, 6, 1), date(2026, 9, 30)):
            work(who, day, 7, 7 + hours)
        for day in days(date(2026, 10, 1)):
            work(who, day, 8, 12)
    actions.check_everyone(now=NOW)
    [one] = queries.year_findings("worktime.weekly_hours")
    assert (one.employee, one.finding.first, one.finding.last) == (anna.pk, date(2026, 6, 1), date(2026, 9, 30))
    assert one.finding.measured > 48 * 60


def test_many_hours_at_night_are_told(anna: Employee, bo: Employee) -> None:
    for day in days(date(2026, 3, 2)):
        work(anna, day, 18, 24)
        work(bo, day, 8, 16)
    actions.check_everyone(now=NOW)
    [one] = queries.year_findings("worktime.night_work")
    assert one.employee == anna.pk
    assert one.finding.measured >= 200


def test_hr_sees_what_the_year_shows(as_: Callable[[Employee], Client], anna: Employee, dorte: Employee) -> None:
    for day in days(date(2026, 6, 1), date(2026, 9, 30)):
        work(anna, day, 7, 18)
    actions.check_everyone(now=NOW)
    page = as_(dorte).get("/arbejdstid/prognose/").content.decode().split("<main")[1]
    assert [words in page for words in ("Anna Test", "30. september")] == [True, True]


def test_whoever_has_left_is_not_foretold(anna: Employee) -> None:
    for day in days(date(2026, 9, 1)):
        work(anna, day, 7, 18)
    Employment.objects.filter(employee=anna).update(ends=TODAY - timedelta(days=3))
    EmploymentTerms.objects.filter(employment__employee=anna).update(ends=TODAY - timedelta(days=3))
    found = actions.check_everyone(now=NOW)
    assert (found.nearing, found.year) == ([], [])
    [row] = found.figures[date(2026, 10, 1)]
    assert row.people == 1


def test_sick_leave_without_a_last_day_counts_as_one_with(anna: Employee, bo: Employee) -> None:
    for who, last in ((anna, None), (bo, date(2027, 1, 1))):
        for day in days(date(2026, 8, 3), date(2026, 10, 9)):
            work(who, day, 7, 18)
        Absence.objects.create(employee=who, kind="sick", starts=date(2026, 10, 12), ends=last)
    actions.check_everyone(now=NOW)
    assert {one.employee: one.level for one in queries.forecast()} == {anna.pk: 3, bo.pk: 3}


def test_a_month_without_hours_is_counted_once_too(anna: Employee) -> None:
    assert len(actions.check_everyone(now=NOW).figures) == 10
    work(anna, date(2026, 3, 2), 8, 16)
    assert actions.check_everyone(now=NOW).figures == {}


def test_the_quick_look_at_the_average_misses_nobody_at_the_edge_of_a_month(anna: Employee) -> None:
    work(anna, date(2026, 9, 30), 14, 38)
    for day in days(date(2026, 10, 2)):
        work(anna, day, 7, 17)
    actions.check_everyone(now=NOW)
    assert [one.employee for one in queries.forecast()] == [anna.pk]


def test_what_a_correction_made_good_is_owed_no_longer(agreed: AgreementLimits, anna: Employee) -> None:
    short_night(anna)
    assert OwedRest.objects.count() == 1
    register(anna, {FRIDAY: [worked(FRIDAY, 9, 15)]}, now=at(FRIDAY, 17))
    assert OwedRest.objects.count() == 0


def test_a_company_that_begins_next_week_is_checked_all_the_same(anna: Employee) -> None:
    for day in days(date(2026, 3, 2)):
        work(anna, day, 18, 24)
    actions.choose(choices=actions.Choices(starts=TODAY + timedelta(days=7)), revision=2, actor=None, now=NOW)
    assert actions.check_everyone(now=NOW).year == []
