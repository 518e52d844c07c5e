"""Asking the planner as the tests do: JSON in, JSON out."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from hjemmedag.core.week.planning.answer import answer
from hjemmedag.core.week.planning.problem import Problem
from hjemmedag.core.week.planning.solve import Effort, Solution, solve
from hjemmedag.core.week.planning.written import problem

SAMPLES = Path(__file__).with_name("samples")


def effort(seconds: float = 60, workers: int = 2) -> Effort:
    """So many seconds on so many cores."""
    return Effort(seconds, workers, time.monotonic)


def solved(given: dict[str, Any], seconds: float = 60) -> tuple[Problem, Solution]:
    """The problem as the planner knows it, and its plan."""
    known = problem(given)
    return known, solve(known, effort(seconds))


def answered(given: dict[str, Any], seconds: float = 60) -> dict[str, Any]:
    """The answer as the command prints it, in English."""
    known, found = solved(given, seconds)
    told: dict[str, Any] = json.loads(json.dumps(answer(known, found, 0.0, "en")))
    return told


def sample(name: str) -> dict[str, Any]:
    """A problem that others know the optimum of."""
    given: dict[str, Any] = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    return given
