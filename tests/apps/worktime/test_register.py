"""Writing working time down: nothing is overwritten, nothing is registered twice, nobody writes over another."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.worktime import actions, queries
from hjemmedag.apps.worktime.actions import Worked
from hjemmedag.apps.worktime.models import Entry, Week
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.core.worktime.entries import Place
from hjemmedag.core.worktime.typed import Span, instants
from hjemmedag.core.worktime.weeks import Status
from tests.conftest import NOW

MONDAY = date(2026, 11, 16)
TUESDAY = date(2026, 11, 17)


@pytest.fixture(autouse=True)
def registering(company: object) -> None:
    """The company has registered here since January."""
    actions.choose(choices=actions.Choices(starts=date(2026, 1, 5)), revision=1, actor=None, now=NOW)


def worked(day: date, start: int, end: int, place: Place = Place.HOME) -> Worked:
    """Hours by the clock."""
    return Worked(*instants(day, Span(start * 60, end * 60)), place=place)


def register(
    who: Employee, days: dict[date, list[Worked]], *, monday: date = MONDAY, reason: str = "", now: datetime = NOW
) -> int:
    week = Week.objects.filter(employee=who, monday=monday).first()
    return actions.register(
        employee=who.pk,
        monday=monday,
        days=days,
        revision=week.revision if week else 0,
        actor=who.pk,
        now=now,
        reason=reason,
    )


def said(who: Employee, day: date) -> list[tuple[int, int]]:
    return [(span.start // 60, span.end // 60) for span in map(queries.span_of, queries.of_days(who.pk, day, day))]


def approve(who: Employee, by: Employee, monday: date = MONDAY) -> None:
    week = Week.objects.get(employee=who, monday=monday)
    actions.send(employee=who.pk, monday=monday, revision=week.revision, now=NOW)
    week.refresh_from_db()
    actions.answer(week=week.pk, approved=True, reason="", revision=week.revision, actor=by.pk, now=NOW)


def status(who: Employee, monday: date = MONDAY) -> Status:
    return queries.way_of(queries.week_of(who.pk, monday)).status


def test_a_day_says_what_was_last_written(anna: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    register(anna, {MONDAY: [worked(MONDAY, 8, 15), worked(MONDAY, 20, 21)]})
    assert said(anna, MONDAY) == [(8, 15), (20, 21)]


def test_what_it_said_before_stays(anna: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    register(anna, {MONDAY: [worked(MONDAY, 9, 16)]})
    register(anna, {MONDAY: []})
    assert [(one.start.hour, one.removed) for one in queries.history(anna.pk, MONDAY, MONDAY)] == [
        (7, False),
        (8, False),
        (8, True),
    ]
    assert said(anna, MONDAY) == []
    assert audit.broken_link() is None


def test_the_same_hours_again_write_nothing(anna: Employee) -> None:
    days = {MONDAY: [worked(MONDAY, 8, 16)], TUESDAY: []}
    assert (register(anna, days), register(anna, days)) == (1, 0)
    assert Entry.objects.count() == 1


def test_days_that_were_not_asked_about_stay_as_they_are(anna: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    register(anna, {TUESDAY: [worked(TUESDAY, 8, 16)]})
    assert said(anna, MONDAY) == [(8, 16)]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ({MONDAY: [worked(MONDAY, 8, 12), worked(MONDAY, 11, 14)]}, "overlap"),
        ({MONDAY: [worked(MONDAY, 22, 30)], TUESDAY: [worked(TUESDAY, 5, 9)]}, "overlap"),
        ({MONDAY: [Worked(NOW - timedelta(hours=50), NOW - timedelta(hours=25), Place.HOME)]}, "24 hours"),
    ],
)
def test_impossible_hours_are_refused_and_nothing_is_written(
    anna: Employee, days: dict[date, list[Worked]], words: str
) -> None:
    from django.utils import translation

    with translation.override("en"), pytest.raises(Refused, match=words):
        register(anna, days)
    assert Entry.objects.count() == 0


def test_hours_ahead_are_refused(anna: Employee) -> None:
    today = NOW.date()
    with pytest.raises(Refused):
        register(anna, {today: [worked(today, 8, 16)]}, monday=today)


def test_the_night_from_the_week_before_is_minded(anna: Employee) -> None:
    sunday = MONDAY - timedelta(days=1)
    register(anna, {sunday: [worked(sunday, 22, 30)]}, monday=MONDAY - timedelta(days=7))
    with pytest.raises(Refused):
        register(anna, {MONDAY: [worked(MONDAY, 5, 12)]})


def test_whoever_saw_an_older_week_is_told(anna: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    with pytest.raises(Stale):
        actions.register(employee=anna.pk, monday=MONDAY, days={MONDAY: []}, revision=0, actor=anna.pk, now=NOW)
    assert said(anna, MONDAY) == [(8, 16)]


def test_a_week_is_sent_and_approved(anna: Employee, bo: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    assert status(anna) is Status.OPEN
    approve(anna, bo)
    assert status(anna) is Status.APPROVED


def test_after_approval_a_change_says_why_and_waits_for_approval_again(anna: Employee, bo: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    approve(anna, bo)
    later = NOW + timedelta(minutes=5)
    with pytest.raises(Refused):
        register(anna, {MONDAY: [worked(MONDAY, 8, 17)]}, now=later)
    register(anna, {MONDAY: [worked(MONDAY, 8, 17)]}, reason="Jeg glemte mødet", now=later)
    assert status(anna) is Status.SENT
    assert [week.ever_approved for week in queries.sent(Week.objects.all())] == [True]
    assert Entry.objects.latest("id").reason == "Jeg glemte mødet"


def test_once_approved_each_further_change_says_why(anna: Employee, bo: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    approve(anna, bo)
    register(anna, {MONDAY: [worked(MONDAY, 8, 17)]}, reason="Jeg glemte mødet")
    with pytest.raises(Refused):
        register(anna, {MONDAY: [worked(MONDAY, 8, 18)]})


def test_an_approved_week_that_is_confirmed_with_a_change_is_sent_once(anna: Employee, bo: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    approve(anna, bo)
    revision = Week.objects.get().revision
    typed = {TUESDAY: [worked(TUESDAY, 9, 12)]}
    actions.confirm(employee=anna.pk, monday=MONDAY, revision=revision, typed=typed, reason="Glemt", now=NOW)
    assert Week.objects.get().sendings.count() == 2


def test_a_closed_month_asks_why(anna: Employee, ida: Employee) -> None:
    october = date(2026, 10, 12)
    actions.lock(month=date(2026, 10, 1), actor=ida.pk, today=NOW.date(), now=NOW)
    with pytest.raises(Refused):
        register(anna, {october: [worked(october, 8, 16)]}, monday=october)
    assert register(anna, {october: [worked(october, 8, 16)]}, monday=october, reason="Glemt") == 1


def test_a_month_is_closed_once_and_when_it_is_over(ida: Employee) -> None:
    with pytest.raises(Refused):
        actions.lock(month=date(2026, 11, 1), actor=ida.pk, today=NOW.date(), now=NOW)
    actions.lock(month=date(2026, 10, 1), actor=ida.pk, today=NOW.date(), now=NOW)
    with pytest.raises(Stale):
        actions.lock(month=date(2026, 10, 1), actor=ida.pk, today=NOW.date(), now=NOW)


def test_a_returned_week_says_why_and_is_sent_again(anna: Employee, bo: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    week = Week.objects.get()
    actions.send(employee=anna.pk, monday=MONDAY, revision=week.revision, now=NOW)
    week.refresh_from_db()
    with pytest.raises(Refused):
        actions.answer(week=week.pk, approved=False, reason=" ", revision=week.revision, actor=bo.pk, now=NOW)
    week.refresh_from_db()
    actions.answer(week=week.pk, approved=False, reason="Tirsdag mangler", revision=week.revision, actor=bo.pk, now=NOW)
    assert status(anna) is Status.RETURNED
    week.refresh_from_db()
    actions.send(employee=anna.pk, monday=MONDAY, revision=week.revision, now=NOW)
    assert status(anna) is Status.SENT


def test_nobody_approves_their_own_week(anna: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    with pytest.raises(Refused):
        approve(anna, anna)


def test_all_weeks_as_they_were_seen_are_approved_at_once(anna: Employee, bo: Employee, carl: Employee) -> None:
    for who in (anna, carl):
        register(who, {MONDAY: [worked(MONDAY, 8, 16)]})
        actions.send(employee=who.pk, monday=MONDAY, revision=1, now=NOW)
    seen = dict(Week.objects.values_list("pk", "revision"))
    register(carl, {TUESDAY: [worked(TUESDAY, 8, 16)]})
    assert actions.approve_all(weeks=Week.objects.all(), revisions=seen, actor=bo.pk, now=NOW) == 1
    assert (status(anna), status(carl)) == (Status.APPROVED, Status.SENT)


def test_a_week_is_not_sent_before_friday(anna: Employee) -> None:
    monday = date(2026, 11, 23)
    register(anna, {monday: [worked(monday, 8, 9)]}, monday=monday)
    with pytest.raises(Refused):
        actions.send(employee=anna.pk, monday=monday, revision=1, now=NOW)
