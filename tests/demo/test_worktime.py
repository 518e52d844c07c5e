"""Working time in a demo company of forty: a year of it, in every state."""

from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest

from hjemmedag.apps.overview.queries import health
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime import queries
from hjemmedag.apps.worktime.models import Answer, Draft, Entry, Explanation, MonthFigures, MonthLock, Week
from hjemmedag.core.duties import Scope
from hjemmedag.core.instants import COPENHAGEN, local
from hjemmedag.core.people.roles import Role
from hjemmedag.core.worktime.weeks import Status

TODAY = date(2026, 11, 23)
LAST = date(2026, 11, 16)

EMPLOYEES = 40
pytestmark = pytest.mark.django_db


def anna() -> int:
    return people.one_of_each_role(TODAY)[Role.EMPLOYEE].pk


def bo() -> int:
    return people.one_of_each_role(TODAY)[Role.MANAGER].pk


def test_annas_hours_stand_for_a_year_and_the_latest_week_is_left_to_her(built: None) -> None:
    weeks = Week.objects.filter(employee=anna()).order_by("monday")
    assert (weeks[0].monday, weeks.latest("monday").monday) == (date(2025, 11, 3), LAST - timedelta(days=7))
    assert weeks.count() >= 50
    assert anna() in queries.unsent(Scope(), TODAY)


def test_most_have_sent_the_latest_week_and_a_few_have_not(built: None) -> None:
    missing = queries.unsent(Scope(), TODAY)
    assert 2 <= len(missing) <= 6
    assert queries.registered(TODAY)


def test_weeks_are_in_every_state_there_is(built: None) -> None:
    states = Counter(queries.way_of(week).status for week in queries.with_way(Week.objects.all()))
    assert set(states) == set(Status) - {Status.OPEN}
    assert Answer.objects.filter(approved=False).count() == 2


def test_bo_has_weeks_to_answer_and_one_of_them_was_changed_after_he_approved_it(built: None) -> None:
    team = people.led_by(bo(), TODAY)
    waiting = queries.waiting(Week.objects.filter(employee__in=team))
    assert [one.corrected for one in waiting].count(True) == 1
    assert {one.monday for one in waiting if not one.corrected} == {LAST}


def test_a_rest_was_too_short_and_has_its_reason_and_someone_was_on_call(built: None) -> None:
    assert set(Explanation.objects.values_list("rule", flat=True)) == {"worktime.daily_rest"}
    assert set(Entry.objects.values_list("kind", flat=True)) == {"work", "on_call", "call_out"}
    assert Entry.objects.exclude(reason="").count() == 1


def test_payroll_has_closed_all_months_but_the_latest(built: None) -> None:
    closed = list(MonthLock.objects.order_by("month").values_list("month", flat=True))
    assert (closed[0], closed[-1], len(closed)) == (date(2025, 12, 1), date(2026, 9, 1), 10)


def test_a_few_calendars_suggest_evenings_that_are_nobodys_hours_yet(built: None) -> None:
    drafts = Draft.objects.filter(employee=anna())
    assert sorted(drafts.values_list("title", flat=True)) == ["Demo for kunden", "Opkald med New York", "Statusmøde"]
    assert Draft.objects.values("employee").distinct().count() == 3
    assert not Entry.objects.filter(method=Entry.Method.DRAFT).exists()
    now = datetime.combine(TODAY, time(10), COPENHAGEN)
    shown = queries.drafts_shown(queries.week_shown(anna(), LAST, now=now))
    assert sorted(one.title for some in shown.values() for one in some) == ["Demo for kunden", "Opkald med New York"]


def test_nobody_wrote_hours_before_they_were_worked(built: None) -> None:
    assert [one for one in Entry.objects.all() if one.at < one.end] == []
    assert {local(at).date() for at in Entry.objects.values_list("at", flat=True)} <= {
        TODAY - timedelta(days=back) for back in range(1, 400)
    }
    assert health.wounds() == set()


def test_the_nightly_check_has_something_to_show(built: None) -> None:
    """Somebody nears 48 hours, and October has a rest that was too short."""
    assert queries.forecast()
    assert sum(one.daily for one in MonthFigures.objects.filter(counted__month=date(2026, 10, 1))) > 0
