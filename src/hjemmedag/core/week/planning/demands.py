"""What must hold of a plan: each demand by itself, so that it can be left out, found broken, and put into words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hjemmedag.core.week.planning.problem import Office, Place, Problem, Site, Team


@dataclass(frozen=True, slots=True)
class Fixed:
    """An employee's day is settled."""

    employee: int
    day: int


@dataclass(frozen=True, slots=True)
class HomeDays:
    """An employee's home days in a week lie between two bounds."""

    employee: int
    week: int


@dataclass(frozen=True, slots=True)
class Desks:
    """No more people at a site than desks."""

    site: Site
    day: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """Sammenfaldsdage: the days of a week on which all of a team that isn't away is in the office."""

    team: Team
    week: int


@dataclass(frozen=True, slots=True)
class Cover:
    """Enough of a team in the office on a day."""

    team: Team
    day: int


Demand = Fixed | HomeDays | Desks | Overlap | Cover


def demands(problem: Problem) -> Iterator[Demand]:
    """All that must hold; a team without members demands nothing."""
    for number, employee in enumerate(problem.employees):
        yield from (Fixed(number, day) for day in sorted(employee.fixed))
        yield from (HomeDays(number, week) for week in range(problem.weeks))
    for site in problem.sites:
        yield from (Desks(site, day) for day in range(problem.days))
    for team in problem.teams:
        if problem.members[team.id]:
            if team.overlap_days:
                yield from (Overlap(team, week) for week in range(problem.weeks))
            yield from (Cover(team, day) for day in range(problem.days) if team.cover[day])


def full_days(problem: Problem, office: Office, team: Team) -> NDArray[np.int_]:
    """The days on which everyone in the team who isn't away is in the office, and somebody is."""
    people = list(problem.members[team.id])
    here = office[people].sum(axis=0)
    return np.flatnonzero((here > 0) & (here == problem.present[people].sum(axis=0)))


def broken(problem: Problem, office: Office) -> list[Demand]:
    """The demands that the plan breaks."""
    return [demand for demand in demands(problem) if not holds(problem, office, demand)]


def holds(problem: Problem, office: Office, demand: Demand) -> bool:
    """Whether the plan keeps the demand."""
    match demand:
        case Fixed(employee, day):
            settled = problem.employees[employee].fixed[day]
            there = bool(problem.present[employee, day])
            return there and bool(office[employee, day]) == (settled is Place.OFFICE)
        case HomeDays(employee, week):
            least, most = problem.office_days(employee, week)
            return least <= int(office[employee, problem.week(week)].sum()) <= most
        case Desks(site, day):
            return problem.attendance(office, site)[day] <= site.desks[day]
        case Overlap(team, week):
            days = problem.week(week)
            full = full_days(problem, office, team)
            return int(((full >= days.start) & (full < days.stop)).sum()) >= team.overlap_days
        case Cover(team, day):
            return int(office[list(problem.members[team.id]), day].sum()) >= team.cover[day]
