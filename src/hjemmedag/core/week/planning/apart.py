"""Sites that share no colleagues are problems of their own, solved side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from hjemmedag.core.week.planning.problem import Office, Problem


@dataclass(frozen=True, slots=True)
class Share:
    """A problem of its own, and the places of its employees in the whole."""

    problem: Problem
    people: tuple[int, ...]


def shares(problem: Problem) -> Iterator[Share]:
    """The independent parts of a problem that have people, in the order of their first sites."""
    for sites in _linked(problem):
        people = sorted(number for site in sites for number in problem.at_site[site])
        if people:
            employees = tuple(problem.employees[number] for number in people)
            teams = {team for employee in employees for team in employee.teams}
            yield Share(
                replace(
                    problem,
                    sites=tuple(
                        site for site in problem.sites if site.id in sites or site.id in _named(problem, teams)
                    ),
                    teams=tuple(team for team in problem.teams if team.id in teams),
                    employees=employees,
                ),
                tuple(people),
            )


def whole(problem: Problem, shares: list[Share], offices: list[Office]) -> Office:
    """The parts' plans as one."""
    office = np.zeros_like(problem.present)
    for share, own in zip(shares, offices, strict=True):
        office[list(share.people)] = own
    return office


def _named(problem: Problem, teams: set[str]) -> set[str]:
    return {team.site for team in problem.teams if team.id in teams}


def _linked(problem: Problem) -> list[set[str]]:
    """The sites in groups: two belong together when a team has people of both."""
    home = {number: site for site, people in problem.at_site.items() for number in people}
    groups = [{site.id} for site in problem.sites]
    for members in problem.members.values():
        sites = {home[number] for number in members}
        if len(sites) > 1:
            joined = [group for group in groups if group & sites]
            groups = [group for group in groups if not group & sites]
            groups.append(set().union(*joined))
    order = {site.id: number for number, site in enumerate(problem.sites)}
    return sorted(groups, key=lambda group: min(order[site] for site in group))
