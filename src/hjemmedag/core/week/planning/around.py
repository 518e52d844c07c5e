"""A part of a plan set free while the rest stands: for changes by hand, and for mending a large plan piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from hjemmedag.core.week.planning.counting import parts
from hjemmedag.core.week.planning.demands import broken, demands
from hjemmedag.core.week.planning.model import model
from hjemmedag.core.week.planning.problem import Employee, Office, Place, Problem, Site, Team
from hjemmedag.core.week.planning.program import run

PIECE = 400
"""People who are planned anew at a time when a large plan is mended."""


def mended(problem: Problem, office: Office, left: Callable[[], float]) -> Office:
    """The plan made better team by team, once round or until no seconds are left."""
    free: set[int] = set()
    teams = [people for people in problem.members.values() if people]
    for number, people in enumerate(teams, start=1):
        free |= set(people)
        if len(free) >= PIECE or number == len(teams):
            if (seconds := left()) <= 0:
                break
            part, numbers = part_around(problem, office, free)
            made = model(part, list(demands(part)))
            outcome = run(made.program, seconds, made.values(office[numbers]))
            if outcome.values is not None:
                trial = office.copy()
                trial[numbers] = made.plan(outcome.values)
                office = _better(problem, office, trial)
            free = set()
    return office


def _better(problem: Problem, office: Office, trial: Office) -> Office:
    gain = parts(problem, office).points(problem.weights) - parts(problem, trial).points(problem.weights)
    return trial if gain > 0 and not broken(problem, trial) else office


def part_around(problem: Problem, office: Office, near: Collection[int]) -> tuple[Problem, list[int]]:
    """A problem of its own in which only those near may move, and its people's numbers in the whole.

    It has everyone who shares a circle with them, settled where they are; the others are desks that are taken.
    """
    circles = [set(people) for people in problem.circles.values()]
    numbers = sorted(set().union(*(circle for circle in circles if circle & set(near))))
    inside = set(numbers)
    moving = {team for number in near for team in problem.employees[number].teams}
    teams = {team for number in numbers for team in problem.employees[number].teams}
    employees = tuple(
        problem.employees[number] if number in near else _settled(problem, office, number) for number in numbers
    )
    return (
        replace(
            problem,
            sites=tuple(_with_others(problem, office, site, inside) for site in problem.sites),
            teams=tuple(team if team.id in moving else _free(team) for team in problem.teams if team.id in teams),
            employees=employees,
        ),
        numbers,
    )


def _settled(problem: Problem, office: Office, number: int) -> Employee:
    days = problem.present[number].nonzero()[0].tolist()
    places = {day: Place.OFFICE if office[number, day] else Place.HOME for day in days}
    return replace(problem.employees[number], fixed=places)


def _free(team: Team) -> Team:
    """A team that nobody near belongs to: what it demands holds already."""
    return replace(team, overlap_days=0, cover=(0,) * len(team.cover))


def _with_others(problem: Problem, office: Office, site: Site, inside: Collection[int]) -> Site:
    others = [number for number in problem.at_site[site.id] if number not in inside]
    taken = office[others].sum(axis=0).tolist()
    return replace(
        site, taken=tuple(here + more for here, more in zip(taken, site.taken or [0] * len(taken), strict=True))
    )
