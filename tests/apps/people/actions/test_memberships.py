"""Teams from a day, one of them home."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hjemmedag.apps.people import actions, models
from hjemmedag.core.refusals import Refused
from tests.conftest import HIRED, NOW

DAY = timedelta(days=1)
MARCH, JUNE = date(2027, 3, 1), date(2027, 6, 1)


def team(name: str) -> models.Team:
    return models.Team.objects.get(name=name)


def move(person: models.Employee, name: str, on: date, *, home: bool = True) -> None:
    actions.move(employee=person.pk, team=team(name), on=on, home=home, actor=person.pk, now=NOW)


def teams(person: models.Employee) -> list[tuple[str, bool, date, date | None]]:
    rows = person.memberships.select_related("team").order_by("starts", "id")
    return [(row.team.name, row.home, row.starts, row.ends) for row in rows]


def test_a_move_is_a_date(anna: models.Employee) -> None:
    move(anna, "HR", MARCH)
    assert teams(anna) == [("Platform", True, HIRED, MARCH), ("HR", True, MARCH, None)]


def test_a_team_beside_the_home_team_does_not_replace_it(anna: models.Employee) -> None:
    move(anna, "HR", MARCH, home=False)
    assert teams(anna) == [("Platform", True, HIRED, None), ("HR", False, MARCH, None)]


def test_a_team_beside_that_becomes_home_is_not_left_twice(anna: models.Employee) -> None:
    move(anna, "HR", MARCH, home=False)
    move(anna, "HR", JUNE)
    assert teams(anna) == [
        ("Platform", True, HIRED, JUNE),
        ("HR", False, MARCH, JUNE),
        ("HR", True, JUNE, None),
    ]


def test_the_team_one_is_in_is_refused(anna: models.Employee) -> None:
    with pytest.raises(Refused, match="allerede i Platform"):
        move(anna, "Platform", MARCH, home=False)


def test_a_team_beside_can_be_left(anna: models.Employee) -> None:
    move(anna, "HR", MARCH, home=False)
    row = anna.memberships.get(home=False)
    actions.leave_team(membership=row.pk, last_day=JUNE - DAY, actor=anna.pk, now=NOW)
    assert teams(anna)[1] == ("HR", False, MARCH, JUNE)
