"""The answer as other programs read it: one object of plain values, in one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from hjemmedag.core.law.text import Text
from hjemmedag.core.week.planning.demands import full_days
from hjemmedag.core.week.planning.gatherings import journeys
from hjemmedag.core.week.planning.problem import AWAY, Office, Place, Problem
from hjemmedag.core.week.planning.solve import Solution
from hjemmedag.core.week.planning.why import why


def answer(
    problem: Problem, solution: Solution, seconds: float, language: str, conflict: Sequence[Text] = ()
) -> dict[str, Any]:
    """The whole answer. What there is no plan for is empty or null; who always works from home is told of apart."""
    office, scale = solution.office, problem.weights.scale
    points = None if office is None else solution.parts.points(problem.weights)
    told: dict[str, Any] = {
        "status": solution.status,
        "objective": None if points is None else _points(points, scale),
        "bound": None if solution.bound is None else _points(solution.bound, scale),
        "gap": None if points is None or solution.bound is None else _gap(points, solution.bound, scale),
        "seconds": round(seconds, 3),
        "parts": None if office is None else asdict(solution.parts),
        "assignment": {} if office is None else assignment(problem, office),
        "overlap": {} if office is None else overlap(problem, office),
        "why": {} if office is None else _why(problem, office, language),
        "conflict": [text.said(language) for text in conflict],
    }
    if problem.remotes:
        told["remote"] = {
            name: {
                "events": [{"day": event.day, "name": event.name} for event in own.events],
                "travel_minutes": own.travel_minutes,
                "travel_cost": own.travel_cost,
            }
            for name, own in journeys(problem).items()
        }
    return told


def assignment(problem: Problem, office: Office) -> dict[str, list[str]]:
    """Where everybody is, by id and day."""
    return {
        person.id: [
            AWAY if not there else Place.OFFICE if here else Place.HOME
            for there, here in zip(problem.present[number].tolist(), office[number].tolist(), strict=True)
        ]
        for number, person in enumerate(problem.employees)
    }


def overlap(problem: Problem, office: Office) -> dict[str, list[int]]:
    """Every full day of each team that has members."""
    return {team.id: full_days(problem, office, team).tolist() for team in problem.teams if problem.members[team.id]}


def _why(problem: Problem, office: Office, language: str) -> dict[str, dict[str, str]]:
    return {
        problem.employees[number].id: {str(day): text.said(language) for day, text in days.items()}
        for number, days in why(problem, office).items()
    }


def _points(points: int, scale: int) -> float:
    return points // scale if points % scale == 0 else points / scale


def _gap(points: int, bound: int, scale: int) -> float:
    return (points - bound) / max(scale, points)
