"""Rest in figures: counts for units, from which nobody can be worked out."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from itertools import count

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.people.models import Department, Employee, RoleGrant, Team, TeamPlacement
from hjemmedag.apps.worktime import actions, queries
from hjemmedag.apps.worktime.models import Entry, Registration, Week
from hjemmedag.core.instants import COPENHAGEN, local
from hjemmedag.core.law import Verdict
from hjemmedag.core.people.roles import Role, Viewer
from hjemmedag.core.worktime.weeks import monday_of
from tests.conftest import HIRED, NOW

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)
EVERYWHERE = Viewer(0, frozenset({Role.SAFETY}), {Role.SAFETY: None})
LATER = NOW + timedelta(days=20)
"""When October and November are counted."""
NUMBERS = count()
RULES = ("worktime.daily_rest", "worktime.weekly_rest", "worktime.compensatory_rest")


@pytest.fixture(autouse=True)
def here(company: object) -> None:
    """A company that registers here, with a third department."""
    actions.choose(choices=actions.Choices(starts=date(2026, 1, 5)), revision=1, actor=None, now=NOW)
    TeamPlacement.objects.create(
        team=Team.objects.create(name="Drift"), department=Department.objects.create(name="Drift"), starts=HIRED
    )


@pytest.fixture
def unit(hire: Callable[..., Employee]) -> Callable[..., list[Employee]]:
    """`unit("Platform", 12, late=2)`: so many people who worked on 1 October, some of them late and early again."""

    def unit(team: str, size: int, *, late: int = 0) -> list[Employee]:
        members = [hire(f"Person{next(NUMBERS)}", team=team) for _each in range(size)]
        for number, one in enumerate(members):
            work(one, FIRST, 8, 16)
            if number < late:
                work(one, FIRST, 20, 21)
                work(one, FIRST + timedelta(days=1), 7, 15)
        return members

    return unit


def work(who: Employee, day: date, start: int, end: int) -> None:
    """Hours on record, however they came there; `end` may lie after midnight."""
    week, _new = Week.objects.get_or_create(employee=who, monday=monday_of(day))
    midnight = datetime.combine(day, time.min)
    begins, ends = ((midnight + timedelta(hours=hour)).replace(tzinfo=COPENHAGEN) for hour in (start, end))
    Entry.objects.create(employee=who, week=week, day=day, start=begins, end=ends, place="home", by=who, at=NOW)


def told(viewer: Viewer = EVERYWHERE, first: date = FIRST, last: date = LAST) -> list[tuple[tuple[str, ...], int, int]]:
    actions.check_everyone(now=LATER)
    return [(one.units, one.people, one.daily) for one in queries.rest_counts(viewer, first, last)]


def test_a_unit_is_told_with_its_people_and_its_breaches(unit: Callable[..., list[Employee]]) -> None:
    unit("Platform", 12, late=2)
    unit("HR", 10)
    assert told() == [(("HR",), 10, 0), (("Udvikling",), 12, 2)]


def test_a_small_unit_is_only_told_with_others(unit: Callable[..., list[Employee]]) -> None:
    unit("Platform", 30, late=1)
    unit("HR", 12, late=1)
    unit("Drift", 3, late=2)
    assert told() == [(("Drift", "HR"), 15, 3), (("Udvikling",), 30, 1)]


def test_too_few_people_are_not_told_at_all(unit: Callable[..., list[Employee]]) -> None:
    unit("Platform", 9, late=1)
    assert told() == []


def test_people_without_a_department_hide_among_others(unit: Callable[..., list[Employee]]) -> None:
    Team.objects.create(name="Ingen")
    unit("Ingen", 1, late=1)
    unit("Platform", 12)
    assert told() == [(("", "Udvikling"), 13, 1)]


def test_those_who_do_not_register_make_no_unit_larger(
    unit: Callable[..., list[Employee]], hire: Callable[..., Employee]
) -> None:
    unit("Platform", 9, late=1)
    hire("Kim")
    assert told() == []


def test_nobody_can_be_worked_out_whatever_is_asked_and_subtracted(unit: Callable[..., list[Employee]]) -> None:
    """Months beside the quarter, and one representative's figures beside another's."""
    units = {
        "Udvikling": unit("Platform", 30, late=1),
        "HR": unit("HR", 12, late=1),
        "Drift": unit("Drift", 12, late=1),
    }
    for one in units["HR"][:4]:
        work(one, date(2026, 11, 3), 8, 23)
    for members in (units["Udvikling"], units["Drift"]):
        for one in members:
            work(one, date(2026, 11, 2), 8, 16)
    departments = {one.name: one.pk for one in people.departments()}
    viewers = [EVERYWHERE] + [
        Viewer(0, frozenset({Role.SAFETY}), {Role.SAFETY: frozenset(map(departments.get, names))})
        for names in (("HR",), ("HR", "Drift"), ("HR", "Udvikling"), ("Drift", "Udvikling"))
    ]
    november = date(2026, 11, 1), date(2026, 11, 23)
    seen = {group for viewer in viewers for group, _people, _daily in told(viewer, *november)}
    assert seen == {("Udvikling",), ("Drift", "HR")}
    whole = {group for viewer in viewers for group, _people, _daily in told(viewer, FIRST, november[1])}
    assert whole == {("Udvikling",), ("Drift", "HR")}


def test_a_representative_of_one_department_sees_that_one(
    as_: Callable[[Employee], Client], unit: Callable[..., list[Employee]], hire: Callable[..., Employee]
) -> None:
    unit("Platform", 12, late=2)
    unit("HR", 10, late=1)
    safe = hire("Sia")
    RoleGrant.objects.create(
        employee=safe, role="amr", department=Department.objects.get(name="Udvikling"), starts=HIRED
    )
    actions.check_everyone(now=LATER)
    page = as_(safe).get("/arbejdstid/hviletid/?periode=2026-10").content.decode()
    file = as_(safe).get("/arbejdstid/hviletid/?periode=2026-10&format=csv").content.decode("utf-8-sig")
    assert file.splitlines()[1:] == ["Udvikling;12;2;0;0"]
    assert [name in page.split("<main")[1] for name in ("Udvikling", "HR", " Test")] == [True, False, False]


def test_managers_and_colleagues_do_not_see_the_figures(
    as_: Callable[[Employee], Client], anna: Employee, bo: Employee, dorte: Employee, eva: Employee
) -> None:
    codes = [as_(who).get("/arbejdstid/hviletid/").status_code for who in (anna, bo, dorte, eva)]
    assert codes == [403, 403, 200, 200]


def test_days_as_a_self_organiser_are_not_counted_and_those_before_are(unit: Callable[..., list[Employee]]) -> None:
    [late, *_others] = unit("Platform", 12, late=1)
    work(late, date(2026, 10, 20), 8, 23)
    Registration.objects.create(
        employee=late, starts=date(2026, 10, 15), self_organiser=True, assessment="Alene.", review_on=date(2027, 1, 1)
    )
    assert told() == [(("Udvikling",), 12, 1)]


def test_the_quick_look_misses_nothing_that_the_rules_find(unit: Callable[..., list[Employee]]) -> None:
    """Random weeks, with late evenings and few days off, against each person's own findings."""
    luck = random.Random(7)
    members = unit("Platform", 24)
    for one in members:
        for day in range(1, 31):
            if luck.random() < 0.83:
                begins = luck.choice((6, 8, 9, 12))
                work(one, FIRST + timedelta(days=day), begins, begins + luck.choice((4, 8, 10, 14)))
    found = [
        each.finding.rule
        for one in members
        for each in queries.records({one.pk}, FIRST, LAST).findings(one.pk, FIRST, LAST)
        if each.finding.verdict is Verdict.VIOLATION and local(each.until).date() <= LAST
    ]
    actions.check_everyone(now=NOW)
    [counted] = queries.rest_counts(EVERYWHERE, FIRST, LAST)
    assert [counted.daily, counted.weekly, counted.owed] == [found.count(rule) for rule in RULES]
    assert min(counted.daily, counted.weekly) > 0


def test_more_people_ask_the_database_no_more_often(unit: Callable[..., list[Employee]]) -> None:
    costs = []
    for size in (12, 15):
        unit("Platform", size, late=2)
        with CaptureQueriesContext(connection) as asked:
            queries.rest_counts(EVERYWHERE, FIRST, LAST)
        costs.append(len(asked))
        actions.check_everyone(now=LATER)
    assert costs == [2, 2]


def test_a_month_is_counted_once_and_corrections_do_not_move_it(unit: Callable[..., list[Employee]]) -> None:
    members = unit("Platform", 12, late=1)
    assert told() == [(("Udvikling",), 12, 1)]
    for one in members[1:3]:
        work(one, FIRST, 20, 21)
        work(one, FIRST + timedelta(days=1), 7, 15)
    assert told() == [(("Udvikling",), 12, 1)]


@pytest.mark.parametrize(("day", "months"), [(9, 0), (10, 1)])
def test_a_month_is_counted_some_days_after_its_end(unit: Callable[..., list[Employee]], day: int, months: int) -> None:
    unit("Platform", 12)
    found = actions.check_everyone(now=datetime(2026, 11, day, 3, tzinfo=COPENHAGEN))
    assert (date(2026, 10, 1) in found.figures) == bool(months)
