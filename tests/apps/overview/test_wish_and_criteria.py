"""The wish beside the criteria and the team's week: read before sending, and before answering."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from hjemmedag.apps.agreements import actions as agreements
from hjemmedag.apps.agreements.models import Application, Arrangement
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions
from hjemmedag.core.agreements.wish import Wish
from hjemmedag.core.policy.criteria import Criterion
from tests.conftest import NOW, TODAY

As = Callable[[Employee], Client]


@pytest.fixture
def chosen(dorte: Employee) -> None:
    actions.choose_criteria(
        was=0,
        criteria=[Criterion("policy_read"), Criterion("office_days", weight=2, threshold=4)],
        starts=TODAY,
        why="Prøve",
        actor=dorte.pk,
        today=TODAY,
        now=NOW,
    )


def lines(answer: Any) -> list[tuple[bool | None, str]]:
    found = answer.context["shown"].explained if "shown" in answer.context else answer.context["explained"]
    return [(one.holds, one.why.da) for one in found.result.judged]


RESULT = [
    (False, "Kvitteringen for version 1 mangler."),
    (False, "Ønsket giver 3 dage på kontoret om ugen. Kriteriet er mindst 4 dage."),
]


def test_the_result_is_shown_before_the_wish_is_sent(
    as_: As, anna: Employee, wish: Wish, policy: object, chosen: None
) -> None:
    agreements.save(employee=anna.pk, wish=wish, revision=0, now=NOW)
    page = as_(anna).get("/ansoegning/foelger/")
    assert (lines(page), "Kvitteringen for version 1 mangler." in page.text) == (RESULT, True)


def test_a_wish_can_be_sent_and_approved_whatever_the_criteria_say(
    as_: As, anna: Employee, bo: Employee, offer: Callable[..., Arrangement], chosen: None
) -> None:
    arrangement = offer(anna, by=bo)
    assert arrangement.application.decision.outcome == "approved"


def test_manager_and_employee_read_the_same_result(
    as_: As, anna: Employee, bo: Employee, apply: Callable[..., Application], policy: object, chosen: None
) -> None:
    page = f"/ansoegninger/{apply(anna).pk}/"
    assert [lines(as_(one).get(page)) for one in (anna, bo)] == [RESULT, RESULT]


def test_without_criteria_nothing_is_shown(
    as_: As, anna: Employee, bo: Employee, apply: Callable[..., Application]
) -> None:
    page = as_(bo).get(f"/ansoegninger/{apply(anna).pk}/")
    assert (page.context["shown"].explained, 'id="criteria"' in page.text) == (None, False)


def test_an_answered_application_keeps_the_result_of_its_day(
    as_: As, anna: Employee, bo: Employee, dorte: Employee, apply: Callable[..., Application], chosen: None, clock: Any
) -> None:
    row = apply(anna)
    agreements.refuse(application=row.pk, actor=bo.pk, reason="Ikke nu.", now=NOW)
    clock.move_to(NOW.replace(year=2027))
    later = NOW.replace(year=2027)
    actions.choose_criteria(
        was=1,
        criteria=[Criterion("performance", reason="x")],
        starts=later.date(),
        why="Nyt",
        actor=dorte.pk,
        today=later.date(),
        now=later,
    )
    shown = as_(bo).get(f"/ansoegninger/{row.pk}/").context["shown"]
    assert (shown.judged_on, shown.explained.by.number, shown.team_week) == (TODAY, 1, None)


def test_the_manager_sees_the_teams_week_with_the_wish_and_without(
    as_: As,
    anna: Employee,
    bo: Employee,
    hire: Callable[..., Employee],
    wish: Wish,
    apply: Callable[..., Application],
    offer: Callable[..., Arrangement],
    sign: Callable[..., None],
) -> None:
    ole = hire("Ole", manager=bo)
    monday = replace(wish.pattern, home_days=frozenset({0}))
    sign(offer(ole, by=bo, first=TODAY, pattern=monday))
    agreements.start(arrangement=Arrangement.objects.get(employee=ole).pk, on=TODAY, actor=None, now=NOW)
    row = apply(anna)
    week = as_(bo).get(f"/ansoegninger/{row.pk}/").context["shown"].team_week
    assert [(day.without, day.with_wish, day.office) for day in week.days] == [
        (1, 2, 0),
        (0, 0, 2),
        (0, 0, 2),
        (0, 0, 2),
        (0, 1, 1),
    ]
    assert as_(anna).get(f"/ansoegninger/{row.pk}/").context["shown"].team_week is None
