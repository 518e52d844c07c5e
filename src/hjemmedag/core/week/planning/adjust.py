"""A change by hand: the plan is made anew around it, while everyone far from it keeps their days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hjemmedag.core.week.planning.around import part_around
from hjemmedag.core.week.planning.counting import liking, parts
from hjemmedag.core.week.planning.demands import broken, demands
from hjemmedag.core.week.planning.model import model
from hjemmedag.core.week.planning.problem import Office, Place, Problem
from hjemmedag.core.week.planning.program import run
from hjemmedag.core.week.planning.solve import Effort, Solution, Status, solve

NEAR = 150
"""People whose days may change, as a rule; so many are planned in a fraction of a second."""

Change = Mapping[tuple[int, int], Place]
"""What was settled by hand, by employee and day."""


def adjusted(problem: Problem, change: Change) -> Problem:
    """The problem with the change among its fixed days."""
    people = list(problem.employees)
    for (number, day), place in change.items():
        people[number] = replace(people[number], fixed={**people[number].fixed, day: place})
    return replace(problem, employees=tuple(people))


def adjust(problem: Problem, before: Solution, change: Change, effort: Effort) -> Solution:
    """The best plan near the one before, with the change in it; a plan of `adjusted(problem, change)`.

    Colleagues and a few others at the site may move first; where that gives no plan, everybody may. What no plan could
    go below before, none can now: a change makes nothing easier.
    """
    wanted = adjusted(problem, change)
    began = effort.clock()
    if before.office is not None and before.bound is not None:
        near = _near(problem, before.office, change)
        part, numbers = part_around(wanted, before.office, near)
        made = model(part, list(demands(part)))
        outcome = run(made.program, effort.seconds)
        if outcome.values is not None:
            office = before.office.copy()
            office[numbers] = made.plan(outcome.values)
            if not broken(wanted, office):
                counted = parts(wanted, office)
                best = counted.points(problem.weights) <= before.bound
                return Solution(Status.OPTIMAL if best else Status.FEASIBLE, office, counted, before.bound)
    return solve(wanted, replace(effort, seconds=max(0.0, effort.seconds - (effort.clock() - began))))


def _near(problem: Problem, office: Office, change: Change) -> set[int]:
    """Those who change, colleagues, colleagues of these, and from the same site those who would mind least to move."""
    near = {number for number, _ in change}
    for _ in range(2):
        near = {other for number in near for other in problem.circles[problem.employees[number].teams]}
    cost = liking(problem)
    homes = {number: site for site, people in problem.at_site.items() for number in people}
    for (number, day), place in change.items():
        there = place is Place.OFFICE
        others = [
            other
            for other in problem.at_site[homes[number]]
            if other not in near and problem.present[other, day] and bool(office[other, day]) == there
        ]
        others.sort(key=lambda other: -int(cost[other, day]) if there else int(cost[other, day]))
        near |= set(others[: max(0, NEAR - len(near))])
    return near
