"""The planning problem as a mixed-integer program.

Two habits make it easy to solve: whether a circle of colleagues has company on a day is one column for all of them, and
"in the office, but not in company" is a column of its own for each person, pushed up by those two.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from hjemmedag.core.week.planning.counting import alone, liking, unavoidable
from hjemmedag.core.week.planning.demands import Cover, Demand, Desks, Fixed, HomeDays, Overlap, full_days
from hjemmedag.core.week.planning.problem import Office, Place, Problem
from hjemmedag.core.week.planning.program import Program


@dataclass(frozen=True, slots=True)
class Model:
    """The program, what its columns mean, and the points that no plan can avoid."""

    problem: Problem
    program: Program
    office: dict[tuple[int, int], int]
    full: dict[tuple[str, int], int]
    company: dict[tuple[tuple[str, ...], int], int]
    alone: dict[tuple[int, int], int]
    peak: dict[str, int]
    unavoidable: int

    def plan(self, values: Sequence[float]) -> Office:
        """The plan that the program's values stand for."""
        office = np.zeros_like(self.problem.present)
        for (employee, day), column in self.office.items():
            office[employee, day] = values[column] > 0.5
        return office

    def values(self, office: Office) -> Sequence[float]:
        """The program's values that stand for a plan."""
        values = [0.0] * len(self.program.cost)
        for (employee, day), column in self.office.items():
            values[column] = float(office[employee, day])
        for team in self.problem.teams:
            for day in full_days(self.problem, office, team) if self.problem.members[team.id] else ():
                if (team.id, int(day)) in self.full:
                    values[self.full[team.id, int(day)]] = 1.0
        for (teams, day), column in self.company.items():
            here = int(office[list(self.problem.circles[teams]), day].sum())
            values[column] = float(here > self.problem.company_wanted(teams))
        lonely = alone(self.problem, office)
        for (employee, day), column in self.alone.items():
            values[column] = float(lonely[employee, day])
        for site in self.problem.sites:
            if site.id in self.peak:
                values[self.peak[site.id]] = float(max(self.problem.attendance(office, site)))
        return values


def model(problem: Problem, demands: Collection[Demand], *, priced: bool = True) -> Model:
    """The program with these demands; unpriced it only asks whether they can hold together."""
    program = Program()
    cost = liking(problem) if priced else np.zeros_like(problem.present)
    office = {
        (int(number), int(day)): program.add(cost=int(cost[number, day]))
        for number, day in np.argwhere(problem.present)
    }
    made = Model(problem, program, office, {}, {}, {}, {}, unavoidable(problem) if priced else 0)
    for demand in demands:
        _hold(made, demand)
    if priced and problem.weights.alone:
        _price_loneliness(made)
    if priced and problem.weights.peak:
        _price_peaks(made)
    return made


def _hold(made: Model, demand: Demand) -> None:
    problem, program = made.problem, made.program
    match demand:
        case Fixed(employee, day):
            there = float(problem.employees[employee].fixed[day] is Place.OFFICE)
            if (column := made.office.get((employee, day))) is None:
                program.demand([], low=1)
            else:
                program.least[column] = program.most[column] = there
        case HomeDays(employee, week):
            least, most = problem.office_days(employee, week)
            days = problem.week(week)
            program.demand(_columns(made, (employee,), range(days.start, days.stop)), least, most)
        case Desks(site, day):
            taken = site.taken[day] if site.taken else 0
            program.demand(_columns(made, problem.at_site[site.id], (day,)), high=site.desks[day] - taken)
        case Cover(team, day):
            program.demand(_columns(made, problem.members[team.id], (day,)), low=team.cover[day])
        case Overlap(team, week):
            days, full = problem.week(week), []
            for day in range(days.start, days.stop):
                if columns := _columns(made, problem.members[team.id], (day,)):
                    full.append(made.full.setdefault((team.id, day), program.add()))
                    for column in columns:
                        program.demand([column], low=0, less=[(full[-1], 1)])
            program.demand(full, low=team.overlap_days)


def _columns(made: Model, people: Collection[int], days: Collection[int]) -> list[int]:
    return [made.office[cell] for cell in ((one, day) for one in people for day in days) if cell in made.office]


def _price_loneliness(made: Model) -> None:
    problem, program = made.problem, made.program
    for teams, people in problem.circles.items():
        if wanted := problem.company_wanted(teams):
            for day in range(problem.days):
                made.company[teams, day] = column = program.add()
                program.demand(_columns(made, people, (day,)), low=0, less=[(column, wanted + 1)])
    for (employee, day), there in made.office.items():
        teams = problem.employees[employee].teams
        if problem.company_wanted(teams):
            made.alone[employee, day] = column = program.add(cost=problem.weights.alone, whole=False)
            program.demand([column, made.company[teams, day]], low=0, less=[(there, 1)])


def _price_peaks(made: Model) -> None:
    problem, program = made.problem, made.program
    for site in problem.sites:
        if people := problem.at_site[site.id]:
            taken = site.taken or (0,) * problem.days
            column = program.add(most=len(people) + max(taken), cost=problem.weights.peak)
            made.peak[site.id] = column
            for day in range(problem.days):
                program.demand(_columns(made, people, (day,)), high=-taken[day], less=[(column, 1)])
