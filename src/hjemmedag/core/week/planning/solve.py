"""From a problem to a plan: a first one at once, then the best one, with a proof of how good it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, inf

from hjemmedag.core.week.planning.apart import Share, shares, whole
from hjemmedag.core.week.planning.around import mended
from hjemmedag.core.week.planning.counting import Parts, parts
from hjemmedag.core.week.planning.demands import broken, demands
from hjemmedag.core.week.planning.first import first_plan
from hjemmedag.core.week.planning.model import model
from hjemmedag.core.week.planning.problem import Office, Problem
from hjemmedag.core.week.planning.program import floor, run

LARGE, KEPT = 2000, 0.4
"""Above so many people a share of the time is kept for the case that the search comes to nothing in the rest."""

RELAXED = 300
"""People a second whose relaxation a busy machine solves; it can't be stopped half-way, so it isn't begun late."""


class Status(StrEnum):
    """What is known of a plan: the best, one that holds, that there is none, or nothing yet."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Solution:
    """A plan, if any, with its counts. No plan costs less than `bound`, in the divided points of the weights."""

    status: Status
    office: Office | None
    parts: Parts
    bound: int | None

    @property
    def found(self) -> bool:
        """Whether there is a plan."""
        return self.office is not None


@dataclass(frozen=True, slots=True)
class Effort:
    """How long and with how many cores to search. `clock` tells seconds and is read at the start of each step."""

    seconds: float
    workers: int
    clock: Callable[[], float]


def solve(problem: Problem, effort: Effort) -> Solution:
    """The best plan that the effort finds. The same problem gives the same plan, unless time runs out."""
    ends = effort.clock() + effort.seconds
    own = sorted(shares(problem), key=lambda share: len(share.people))
    starts = [first_plan(share.problem) for share in own]

    def search(number: int) -> Solution:
        rounds = ceil((len(own) - number) / effort.workers)
        until = effort.clock() + (ends - effort.clock()) / rounds
        return _searched(own[number].problem, starts[number], lambda: until - effort.clock())

    with ThreadPoolExecutor(effort.workers) as cores:
        solutions = list(cores.map(search, range(len(own))))
    return _joined(problem, own, solutions)


def _searched(problem: Problem, start: Office | None, left: Callable[[], float]) -> Solution:
    made = model(problem, list(demands(problem)))
    large = len(problem.employees) > LARGE
    outcome = run(made.program, left() * (1 - KEPT if large else 1), None if start is None else made.values(start))
    if outcome.impossible:
        return Solution(Status.INFEASIBLE, None, Parts(), None)
    found = [] if start is None else [start]
    if outcome.values is not None and not broken(problem, plan := made.plan(outcome.values)):
        found.append(plan)
    below = outcome.bound
    best = min(found, key=lambda office: parts(problem, office).points(problem.weights), default=None)
    if large and not outcome.proven:
        if left() > len(problem.employees) / RELAXED:
            below = max(below, floor(made.program, left()))
        best = None if best is None else mended(problem, best, left)
    bound = 0 if below == -inf else max(0, ceil(below + made.unavoidable))
    if best is None:
        return Solution(Status.UNKNOWN, None, Parts(), bound)
    counted = parts(problem, best)
    points = counted.points(problem.weights)
    proven = outcome.proven or bound >= points
    return Solution(Status.OPTIMAL if proven else Status.FEASIBLE, best, counted, points if proven else bound)


def _joined(problem: Problem, own: list[Share], solutions: Sequence[Solution]) -> Solution:
    """One solution of all parts; it is as good as the least good of them."""
    seen = {solution.status for solution in solutions}
    worst = next((status for status in reversed(Status) if status in seen), Status.OPTIMAL)
    if Status.INFEASIBLE in seen:
        return Solution(Status.INFEASIBLE, None, Parts(), None)
    bound = sum(solution.bound or 0 for solution in solutions)
    offices = [solution.office for solution in solutions if solution.office is not None]
    if len(offices) < len(own):
        return Solution(Status.UNKNOWN, None, Parts(), bound)
    return Solution(worst, whole(problem, own, offices), sum((s.parts for s in solutions), Parts()), bound)
