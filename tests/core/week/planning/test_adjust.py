"""A change by hand: it holds, little else moves, and the figures are true."""

from __future__ import annotations

import numpy as np
import pytest

from hjemmedag.core.week.planning.adjust import adjust, adjusted
from hjemmedag.core.week.planning.counting import parts
from hjemmedag.core.week.planning.demands import broken
from hjemmedag.core.week.planning.problem import Place
from hjemmedag.core.week.planning.solve import Solution, Status, solve
from hjemmedag.core.week.planning.written import problem
from tests.core.week.planning.plans import effort
from tests.core.week.planning.problems import company

KNOWN = problem(company(200))


@pytest.fixture(scope="module")
def before() -> Solution:
    return solve(KNOWN, effort())


@pytest.mark.parametrize(("employee", "day"), [(3, 0), (41, 1), (77, 2), (118, 4)])
def test_a_change_by_hand_is_planned_around(before: Solution, employee: int, day: int) -> None:
    assert before.office is not None
    change = {(employee, day): Place.HOME if before.office[employee, day] else Place.OFFICE}
    after = adjust(KNOWN, before, change, effort())
    assert after.office is not None
    assert broken(adjusted(KNOWN, change), after.office) == []
    assert after.office[employee, day] != before.office[employee, day]
    assert after.parts == parts(KNOWN, after.office)
    best = solve(adjusted(KNOWN, change), effort()).parts.points(KNOWN.weights)
    assert before.bound is not None
    assert before.bound <= best <= after.parts.points(KNOWN.weights) <= best + 12
    assert np.flatnonzero((after.office != before.office).any(axis=1)).size <= 150


def test_a_change_that_changes_nothing_leaves_the_best_plan(before: Solution) -> None:
    assert before.office is not None
    change = {(5, 1): Place.OFFICE if before.office[5, 1] else Place.HOME}
    after = adjust(KNOWN, before, change, effort())
    assert (after.status, after.parts.points(KNOWN.weights)) == (Status.OPTIMAL, before.bound)


def test_a_change_that_cannot_hold_is_told(before: Solution) -> None:
    everyone = {(employee, 2): Place.OFFICE for employee in range(200) if KNOWN.present[employee, 2]}
    assert adjust(KNOWN, before, everyone, effort()).status is Status.INFEASIBLE
