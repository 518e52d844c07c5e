"""An unforeseen event on record excuses a short rest, and only that one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils.translation import override

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.worktime import actions, queries
from hjemmedag.apps.worktime.models import Explanation, Week
from hjemmedag.core.law import Verdict
from hjemmedag.core.refusals import Refused, Stale
from tests.apps.worktime.test_register import MONDAY, TUESDAY, worked
from tests.conftest import NOW

Browser = Callable[[Employee], Client]


@pytest.fixture
def week(company: object, anna: Employee) -> Week:
    """Anna worked till late on Monday and early on Tuesday, and has said why."""
    actions.choose(choices=actions.Choices(starts=date(2026, 1, 5)), revision=1, actor=None, now=NOW)
    days = {MONDAY: [worked(MONDAY, 8, 16), worked(MONDAY, 20, 23)], TUESDAY: [worked(TUESDAY, 7, 15)]}
    actions.register(
        employee=anna.pk, monday=MONDAY, days=days, revision=0, actor=anna.pk, now=NOW, because="Serveren gik ned"
    )
    return Week.objects.get()


def found(week: Week) -> list[queries.Found]:
    sunday = week.monday + timedelta(days=6)
    known = queries.records({week.employee_id}, week.monday, sunday)
    return [one for one in known.findings(week.employee_id, week.monday, sunday) if one.finding.rule.endswith("rest")]


def page(week: Week) -> str:
    return f"/arbejdstid/godkendelse/{week.pk}/haendelse/"


def test_a_recorded_event_makes_the_breach_a_derogation_and_says_why(as_: Browser, week: Week, bo: Employee) -> None:
    [before, *_others] = found(week)
    assert before.finding.verdict is Verdict.VIOLATION
    assert page(week) in as_(bo).get(f"/arbejdstid/godkendelse/{week.pk}/").content.decode()
    answer = as_(bo).post(
        page(week), {"rest": before.start.isoformat(), "account": "Brand i serverrummet.", "revision": week.revision}
    )
    assert answer.status_code == 302
    [after, *_others] = found(week)
    assert (after.finding.verdict, after.start, after.reason) == (Verdict.DEROGATED, before.start, "Serveren gik ned")
    assert "Brand i serverrummet." in after.finding.message.da
    assert "Brand i serverrummet." in as_(bo).get(f"/arbejdstid/godkendelse/{week.pk}/").content.decode()
    entry = audit.entries("worktime.record_unforeseen").get()
    assert (entry.actor, entry.about, list(audit.changed_rows())) == (bo.pk, week.employee_id, [])


def test_an_account_in_words_is_needed(as_: Browser, week: Week, bo: Employee) -> None:
    as_(bo).post(page(week), {"rest": found(week)[0].start.isoformat(), "account": "  ", "revision": week.revision})
    assert Explanation.objects.filter(unforeseen=True).count() == 0


@pytest.mark.parametrize(("late", "refusal"), [(1, Stale), (0, Refused)])
def test_a_week_that_changed_or_is_ones_own_is_refused(
    week: Week, anna: Employee, bo: Employee, late: int, refusal: type[Refused]
) -> None:
    with pytest.raises(refusal):
        actions.record_unforeseen(
            weeks=Week.objects.all(),
            week=week.pk,
            start=found(week)[0].start,
            account="Brand.",
            revision=week.revision + late,
            actor=bo.pk if late else anna.pk,
            now=NOW,
        )
    assert Explanation.objects.filter(unforeseen=True).count() == 0


def test_another_teams_people_and_the_person_do_not_reach_it(
    as_: Browser, week: Week, anna: Employee, carl: Employee, dorte: Employee
) -> None:
    assert [as_(who).get(page(week)).status_code for who in (anna, carl, dorte)] == [403, 403, 403]


def test_without_a_short_rest_there_is_nothing_to_record(
    as_: Browser, week: Week, anna: Employee, bo: Employee
) -> None:
    monday = MONDAY - timedelta(days=7)
    actions.confirm(employee=anna.pk, monday=monday, revision=0, now=NOW)
    calm = Week.objects.get(monday=monday)
    with override("en"):
        assert "<form method" not in as_(bo).get(page(calm)).content.decode().split("<main")[1]
