"""The plain model: a constraint for each sentence of the interface, searched by CP-SAT with eight workers."""

from __future__ import annotations

from dataclasses import dataclass

from hjemmedag.core.week.planning.problem import WORKDAYS, Place, Problem

WORKERS = 8
"""Its full set of strategies; with fewer it finds no proof."""


@dataclass(frozen=True, slots=True)
class Found:
    """Points of the best plan, and of the bound; none when no plan was found."""

    points: float | None
    bound: float


def plain(problem: Problem, seconds: float) -> Found:
    """What CP-SAT finds in its time."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    office = {
        (number, day): model.new_bool_var("")
        for number, person in enumerate(problem.employees)
        for day in range(problem.days)
        if day not in person.away
    }
    costs = []
    for number, person in enumerate(problem.employees):
        for day, place in person.fixed.items():
            model.add(office[number, day] == int(place is Place.OFFICE))
        for week in range(problem.weeks):
            least, most = problem.office_days(number, week)
            days = range(WORKDAYS * week, WORKDAYS * week + WORKDAYS)
            model.add_linear_constraint(
                sum(office[number, day] for day in days if (number, day) in office), least, most
            )
        colleagues = {other for team in person.teams for other in problem.members[team]} - {number}
        for day in range(problem.days):
            wished, now = person.wishes.get(day), person.current[day % WORKDAYS] if person.current else None
            if (number, day) not in office:
                costs.append(problem.weights.wish * (wished is not None) + problem.weights.change * (now is not None))
                continue
            here = office[number, day]
            for place, points in ((wished, problem.weights.wish), (now, problem.weights.change)):
                if place is not None:
                    costs.append(points * (1 - here if place is Place.OFFICE else here))
            if colleagues:
                alone, enough = model.new_bool_var(""), min(2, len(colleagues))
                around = sum(office[other, day] for other in colleagues if (other, day) in office)
                model.add(around >= enough).only_enforce_if(here, alone.negated())
                costs.append(problem.weights.alone * alone)
    for site in problem.sites:
        peak = model.new_int_var(0, len(problem.employees), "")
        for day in range(problem.days):
            here = sum(office[one, day] for one in problem.at_site[site.id] if (one, day) in office)
            model.add(here <= site.desks[day])
            model.add(here <= peak)
        costs.append(problem.weights.peak * peak)
    for team in problem.teams:
        members = problem.members[team.id]
        full = []
        for day in range(problem.days if members else 0):
            there = [office[one, day] for one in members if (one, day) in office]
            model.add(sum(there) >= team.cover[day])
            full.append(model.new_bool_var(""))
            model.add_bool_and(there or [False]).only_enforce_if(full[-1])
        for week in range(problem.weeks if members else 0):
            model.add(sum(full[WORKDAYS * week : WORKDAYS * week + WORKDAYS]) >= team.overlap_days)
    model.minimize(sum(costs))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = WORKERS
    solver.parameters.max_time_in_seconds = seconds
    status = solver.solve(model)
    points = solver.objective_value if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None
    return Found(points, solver.best_objective_bound)
