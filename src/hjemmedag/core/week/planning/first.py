"""A first valid plan in a moment: overlap days and cover by hand, then everybody's other days as a flow of least cost.

It looks at wishes and changes only, and may find nothing where desks are scarce: the solver starts without it then.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from hjemmedag.core.week.planning.counting import liking
from hjemmedag.core.week.planning.demands import broken
from hjemmedag.core.week.planning.problem import WORKDAYS, Office, Place, Problem, Team


def first_plan(problem: Problem) -> Office | None:
    """A plan that breaks no demand, if one is found."""
    draft = _Draft(problem)
    teams = sorted(problem.teams, key=lambda team: -len(problem.members[team.id]))
    teams = [team for team in teams if problem.members[team.id]]
    if not all(draft.meet(team, week) for team in teams for week in range(problem.weeks) if team.overlap_days):
        return None
    if not all(draft.cover(team, day) for team in teams for day in range(problem.days) if team.cover[day]):
        return None
    office = draft.filled()
    return None if office is None or broken(problem, office) else office


class _Draft:
    """Who must be in the office so far, and what is left of desks and of everyone's days there."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.cost = liking(problem)
        self.open = problem.present.copy()
        self.must = np.zeros_like(self.open)
        self.site = np.zeros(len(problem.employees), dtype=np.int_)
        self.desks = np.array([site.desks for site in problem.sites]).reshape(-1, problem.days)
        for number, site in enumerate(problem.sites):
            self.site[list(problem.at_site[site.id])] = number
        bounds = [
            [problem.office_days(number, week) for week in range(problem.weeks)]
            for number in range(len(problem.employees))
        ]
        self.fewest, self.most = np.moveaxis(np.array(bounds).reshape(-1, problem.weeks, 2), 2, 0).copy()
        for number, employee in enumerate(problem.employees):
            for day, place in employee.fixed.items():
                if place is Place.OFFICE:
                    self.bring([number], day)
                self.open[number, day] = False

    def bring(self, people: Iterable[int], day: int) -> None:
        """They come to the office that day."""
        for number in people:
            self.must[number, day], self.open[number, day] = True, False
            self.desks[self.site[number], day] -= 1
            self.fewest[number, day // WORKDAYS] -= 1
            self.most[number, day // WORKDAYS] -= 1

    def meet(self, team: Team, week: int) -> bool:
        """Settles the team's overlap days of a week, the cheapest that there is room for."""
        people = np.array(self.problem.members[team.id])
        there = self.problem.present[people]
        needed = team.overlap_days
        days = range(*self.problem.week(week).indices(self.problem.days))
        for day in sorted(days, key=lambda day: self._price(people, day)):
            if not needed:
                break
            here = people[there[:, day]]
            coming = here[~self.must[here, day]]
            if len(here) and self.open[coming, day].all() and self._room(coming, day):
                self.bring(coming, day)
                needed -= 1
        return not needed

    def cover(self, team: Team, day: int) -> bool:
        """Brings as many more of the team as the day needs, those who mind least."""
        people = np.array(self.problem.members[team.id])
        missing = team.cover[day] - int(self.must[people, day].sum())
        for number in sorted(people[self.open[people, day]], key=lambda one: self.cost[one, day]):
            if missing > 0 and self._room(np.array([number]), day):
                self.bring([number], day)
                missing -= 1
        return missing <= 0

    def _price(self, people: NDArray[np.int_], day: int) -> float:
        coming = people[self.open[people, day]]
        left = self.desks[self.site[people[0]], day]
        dislike = int(np.maximum(self.cost[coming, day], 0).sum())
        return dislike + len(coming) / max(1, int(left))

    def _room(self, people: NDArray[np.int_], day: int) -> bool:
        desks = np.bincount(self.site[people], minlength=len(self.desks))
        return bool((self.most[people, day // WORKDAYS] > 0).all() and (desks <= self.desks[:, day]).all())

    def filled(self) -> Office | None:
        """The other days: from each person's week to the desks of each day, as a flow of least cost."""
        from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

        if (self.most < 0).any() or (self.desks < 0).any():
            return None
        weeks, days = self.problem.weeks, self.problem.days
        people, day = np.nonzero(self.open)
        sources = people * weeks + day // WORKDAYS
        first_desk = len(self.cost) * weeks
        sink = first_desk + self.desks.size
        flow = SimpleMinCostFlow()
        chosen = flow.add_arcs_with_capacity_and_unit_cost(
            sources, first_desk + self.site[people] * days + day, np.ones_like(people), self.cost[people, day]
        )
        every = np.arange(first_desk)
        spare = (self.most - np.maximum(self.fewest, 0)).ravel()
        desks = np.arange(first_desk, sink)
        free = np.zeros(max(first_desk, self.desks.size), dtype=np.int_)
        flow.add_arcs_with_capacity_and_unit_cost(every, np.full(first_desk, sink), spare, free[:first_desk])
        flow.add_arcs_with_capacity_and_unit_cost(
            desks, np.full(self.desks.size, sink), self.desks.ravel(), free[: self.desks.size]
        )
        flow.set_nodes_supplies(every, self.most.ravel())
        flow.set_node_supply(sink, -int(self.most.sum()))
        if flow.solve() != flow.OPTIMAL:
            return None
        office = self.must.copy()
        office[people, day] = flow.flows(chosen) > 0
        return office
