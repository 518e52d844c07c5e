"""What a plan costs: the four things that are counted, and their points."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hjemmedag.core.week.planning.problem import WORKDAYS, Office, Place, Problem, Weights


@dataclass(frozen=True, slots=True)
class Parts:
    """Unweighted counts: wishes not met, days in the office nearly alone, days changed, sites' highest attendance."""

    wish: int = 0
    alone: int = 0
    change: int = 0
    peak: int = 0

    def __add__(self, other: Parts) -> Parts:
        return Parts(
            self.wish + other.wish, self.alone + other.alone, self.change + other.change, self.peak + other.peak
        )

    def points(self, weights: Weights) -> int:
        """The objective, in the divided points of the weights."""
        return (
            weights.wish * self.wish
            + weights.alone * self.alone
            + weights.change * self.change
            + weights.peak * self.peak
        )


def parts(problem: Problem, office: Office) -> Parts:
    """Counts them; what must hold isn't looked at."""
    return Parts(
        wish=len(unmet(problem, office)),
        alone=int(alone(problem, office).sum()),
        change=_changes(problem, office),
        peak=sum(max(problem.attendance(office, site)) for site in problem.sites),
    )


def unmet(problem: Problem, office: Office) -> list[tuple[int, int]]:
    """The wishes that the plan doesn't meet, by employee and day. A wish on an away day never is."""
    return [
        (number, day)
        for number, employee in enumerate(problem.employees)
        for day, wished in sorted(employee.wishes.items())
        if not problem.present[number, day] or bool(office[number, day]) != (wished is Place.OFFICE)
    ]


def alone(problem: Problem, office: Office) -> Office:
    """Where someone is in the office with fewer than two colleagues, or without the only one they have."""
    found = np.zeros_like(office)
    company: dict[tuple[str, ...], NDArray[np.int_]] = {
        teams: office[list(people)].sum(axis=0) for teams, people in problem.circles.items()
    }
    for number, employee in enumerate(problem.employees):
        wanted = problem.company_wanted(employee.teams)
        found[number] = office[number] & (company[employee.teams] - 1 < wanted)
    return found


def liking(problem: Problem) -> NDArray[np.int_]:
    """What a day in the office costs each employee more than one at home, by wish and habit; below 0 they would rather.

    Days away count 0.
    """
    found = np.zeros((len(problem.employees), problem.days), dtype=np.int_)
    for number, employee in enumerate(problem.employees):
        for day, wished in employee.wishes.items():
            found[number, day] += problem.weights.wish * _sign(wished)
        if employee.current is not None:
            found[number] += [
                problem.weights.change * _sign(employee.current[day % WORKDAYS]) for day in range(problem.days)
            ]
    found[~problem.present] = 0
    return found


def unavoidable(problem: Problem) -> int:
    """The points of wishes and changes when everybody who isn't away is at home."""
    return parts(problem, np.zeros_like(problem.present)).points(problem.weights)


def _sign(place: Place) -> int:
    return -1 if place is Place.OFFICE else 1


def _changes(problem: Problem, office: Office) -> int:
    changed = 0
    for number, employee in enumerate(problem.employees):
        if employee.current is not None:
            now = np.array([employee.current[day % WORKDAYS] is Place.OFFICE for day in range(problem.days)])
            changed += int((~problem.present[number] | (office[number] != now)).sum())
    return changed
