"""What is measured: seconds to the first plan and to the proof, how far off the others are, and a change by hand."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.answers import Figure, at_most
from benchmarks.houses import Houses
from benchmarks.plan.plain import plain
from hjemmedag.core.week.planning.adjust import adjust
from hjemmedag.core.week.planning.counting import parts
from hjemmedag.core.week.planning.first import first_plan
from hjemmedag.core.week.planning.problem import Place, Problem
from hjemmedag.core.week.planning.solve import Effort, Solution, solve
from hjemmedag.core.week.planning.written import problem
from tests.core.week.planning.plans import sample
from tests.core.week.planning.problems import company

CORES = 2
MINUTE = 60.0
SIZES: tuple[tuple[str, Callable[[], dict[str, Any]], float], ...] = (
    ("24 people", lambda: sample("small"), 0.3),
    ("240 people", lambda: sample("medium"), 1),
    ("96 people, two weeks", lambda: sample("two-weeks"), 1),
    ("1,000 people", lambda: sample("1000"), 4),
    ("3,000 people", lambda: company(3000), 15),
    ("10,000 people", lambda: company(10_000), MINUTE),
)
"""Each with the seconds in which the proof is wanted; the largest may be 0.1 % off then."""

FIRST, BY_HAND, OFF = 3.0, 1.0, 0.1


def ask(houses: Houses) -> Iterator[Figure]:
    """Seconds as they pass, on two cores: a busy machine needs more. CPU time of both cores stands beside them."""
    solve(problem(sample("small")), _effort(1))  # the solver is loaded before anything is timed
    plain(problem(sample("small")), 1)
    for name, given, bound in SIZES:
        yield from _size(name, problem(json.loads(json.dumps(given()))), bound)


def _size(name: str, known: Problem, bound: float) -> Iterator[Figure]:
    greedy, seconds, _ = _timed(lambda: first_plan(known))
    assert greedy is not None
    found, passed, used = _timed(lambda: solve(known, _effort(MINUTE)))
    theirs, plainly, plain_used = _timed(lambda: plain(known, MINUTE))
    best, first = found.parts.points(known.weights), parts(known, greedy).points(known.weights)
    yield at_most(f"{name}: first plan", seconds, FIRST, "s", digits=2, beside=f"{first / best - 1:.1%} above ours")
    if bound < MINUTE:
        yield at_most(f"{name}: the best, proven", passed, bound, "s", digits=2, beside=f"{used:.2f} s CPU")
    off = 100 * (best - (found.bound or 0)) / max(1, best)
    yield at_most(
        f"{name}: above the bound", off, OFF if bound == MINUTE else 0, "%", digits=3, beside=f"{passed:.1f} s"
    )
    their_off = "no plan" if theirs.points is None else f"{(theirs.points - theirs.bound) / theirs.points:.3%} off"
    yield Figure(f"{name}: the plain model", f"{plainly:.2f} s", f"{plain_used:.1f} s CPU, {their_off}")
    yield at_most(f"{name}: a change by hand", _by_hand(known, found), BY_HAND, "s", digits=2)


def _by_hand(known: Problem, found: Solution) -> float:
    """The slowest of three changes, each of a day of someone else."""
    assert found.office is not None
    slowest = 0.0
    for share in (3, 5, 7):
        number = len(known.employees) // share
        day = next(
            day for day in range(known.days) if known.present[number, day] and day not in known.employees[number].fixed
        )
        change = {(number, day): Place.HOME if found.office[number, day] else Place.OFFICE}
        _, seconds, _ = _timed(lambda: adjust(known, found, change, _effort(BY_HAND)))  # noqa: B023
        slowest = max(slowest, seconds)
    return slowest


def _effort(seconds: float) -> Effort:
    return Effort(seconds, CORES, time.monotonic)


def _timed(work: Callable[[], Any]) -> tuple[Any, float, float]:
    """What it gives, the seconds that passed, and the CPU time of all threads."""
    begun, used = time.perf_counter(), time.process_time()
    found = work()
    return found, time.perf_counter() - begun, time.process_time() - used
