"""Whether someone is always there to hold a role."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hjemmedag.core.periods import Period


def first_gap(on: date, periods: Iterable[Period]) -> date | None:
    """The first day from `on` that none of the periods holds; `None` when every day is held."""
    reached = on
    for period in sorted(periods, key=lambda one: one.start or date.min):
        if reached not in period:
            continue
        if period.end is None:
            return None
        reached = period.end
    return reached


def served(granted: Period, employments: Iterable[Period]) -> list[Period]:
    """The parts of a grant in which its holder serves: someone never employed serves all of it."""
    shared = [granted.split(employment)[1] for employment in list(employments) or [Period()]]
    return [period for period in shared if period is not None]
