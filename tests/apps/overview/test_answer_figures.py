"""Yes and no in figures: by group, never for few, and not from day to day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client

from hjemmedag.apps.agreements.models import Application, Decision
from hjemmedag.apps.overview.queries import answers
from hjemmedag.apps.people.models import Department, Employee, RoleGrant, Team, TeamMembership
from hjemmedag.core.people.roles import Role, Viewer
from tests.conftest import HIRED, NOW, TODAY

PAGE = "/ansoegninger/tal/"
LAST_QUARTER = datetime(2026, 9, 15, 10, 0, tzinfo=NOW.tzinfo)
SPRING = datetime(2026, 2, 16, 10, 0, tzinfo=NOW.tzinfo)
EVERYWHERE = Viewer(employee=0, roles=frozenset({Role.HR}), units={Role.HR: None})
Answer = Callable[..., None]


@pytest.fixture
def answer(hire: Callable[..., Employee], bo: Employee) -> Answer:
    """`answer(12, no=3)` hires so many and answers each once, so many with no."""

    def answer(number: int, *, no: int = 0, team: str = "Platform", at: datetime = LAST_QUARTER) -> None:
        for each in range(number):
            who = hire(f"{team}{each}{at:%j}", team=team)
            row = Application.objects.create(employee=who, created_at=at, submitted_at=at)
            outcome = Decision.Outcome.REFUSED if each < no else Decision.Outcome.APPROVED
            Decision.objects.create(application=row, outcome=outcome, reason="Fordi.", by=bo, at=at)

    return answer


def told(viewer: Viewer = EVERYWHERE, year: int = 2026) -> list[tuple[Any, ...]]:
    rows = answers.answers(viewer, year, TODAY)
    return [(one.groups, one.people, one.granted, one.refused, one.percent) for one in rows]


def test_units_of_enough_people_are_told_alone(answer: Answer) -> None:
    answer(12, no=3)
    answer(10, no=5, team="HR")
    assert told() == [(("HR",), 10, 5, 5, 50), (("Udvikling",), 12, 9, 3, 25)]


def test_a_small_unit_is_told_together_with_another(answer: Answer) -> None:
    answer(12, no=3)
    answer(4, no=4, team="HR")
    assert told() == [(("HR", "Udvikling"), 16, 9, 7, 44)]


def test_too_few_in_all_are_not_told_of(answer: Answer) -> None:
    answer(9, no=9)
    assert told() == []


def test_an_answer_counts_once_its_quarter_is_over(answer: Answer) -> None:
    answer(12, no=1)
    answer(12, no=3, at=NOW)
    assert told() == [(("Udvikling",), 12, 11, 1, 8)]


def test_figures_stay_until_enough_new_people_have_an_answer(answer: Answer) -> None:
    answer(10, no=2, at=SPRING)
    answer(1, no=1)
    assert told() == [(("Udvikling",), 10, 8, 2, 20)]
    assert [one.through for one in answers.answers(EVERYWHERE, 2026, TODAY)] == [date(2026, 3, 31)]


@pytest.mark.parametrize("no", [0, 10])
def test_where_everyone_got_the_same_nothing_is_told(no: int, answer: Answer) -> None:
    answer(10, no=no)
    assert told() == []


def test_who_moves_takes_no_answer_along(answer: Answer) -> None:
    answer(12, no=3, at=SPRING)
    answer(10, no=5, team="HR", at=SPRING)
    team = Team.objects.get(name="HR")
    mover = TeamMembership.objects.filter(team__name="Platform").latest("pk")
    TeamMembership.objects.filter(pk=mover.pk).update(ends=date(2026, 5, 31))
    TeamMembership.objects.create(employee=mover.employee, team=team, starts=date(2026, 6, 1))
    assert [one[1] for one in told()] == [10, 12]


@pytest.mark.parametrize(
    ("today", "ends"),
    [
        (date(2026, 3, 31), []),
        (date(2026, 4, 1), [date(2026, 3, 31)]),
        (date(2026, 12, 31), [date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30)]),
        (date(2027, 1, 1), [date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30), date(2026, 12, 31)]),
    ],
)
def test_a_year_is_counted_by_whole_quarters(today: date, ends: list[date]) -> None:
    assert answers.quarters(2026, today) == ends


def test_whoever_has_one_unit_sees_that_alone(answer: Answer) -> None:
    answer(12, no=3)
    answer(10, no=1, team="HR")
    unit = frozenset({Department.objects.get(name="HR").pk})
    viewer = Viewer(employee=0, roles=frozenset({Role.UNION}), units={Role.UNION: unit})
    assert told(viewer=viewer) == [(("HR",), 10, 9, 1, 10)]


def test_a_year_without_answers_is_empty(answer: Answer) -> None:
    answer(12)
    assert (answers.years(TODAY), told(year=2025)) == ([2026], [])


def test_hr_and_the_union_representative_see_and_take_the_figures_home(
    as_: Callable[[Employee], Client], answer: Answer, dorte: Employee, finn: Employee, anna: Employee
) -> None:
    answer(12, no=3)
    assert [as_(one).get(PAGE).status_code for one in (dorte, finn, anna)] == [200, 200, 403]
    lines = as_(finn).get(f"{PAGE}?format=csv").content.decode("utf-8-sig").split("\r\n")
    assert lines[1] == "Udvikling;12;9;3;25;30-09-2026"


def test_nothing_to_tell_says_why(as_: Callable[[Employee], Client], dorte: Employee) -> None:
    page = as_(dorte).get(f"{PAGE}?aar=1999&gruppe=x")
    assert (page.status_code, page.context["rows"]) == (200, [])


def test_a_role_for_another_unit_sees_nothing(
    as_: Callable[[Employee], Client], answer: Answer, hire: Callable[..., Employee]
) -> None:
    answer(12, no=1)
    kim = hire("Kim")
    hr = Department.objects.get(name="HR")
    RoleGrant.objects.create(employee=kim, role=Role.UNION, department=hr, starts=HIRED)
    assert as_(kim).get(PAGE).context["rows"] == []
