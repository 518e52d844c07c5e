"""Natarbejde: how much of the work lay at night, and in which twelve months most of it did."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from hjemmedag.core.periods import add_months
from hjemmedag.core.worktime.clock import at
from hjemmedag.core.worktime.spans import Span

YEAR = 12
"""Months."""


@dataclass(frozen=True, slots=True)
class Nights:
    """Seconds of night work in the twelve months that end with the day `last`."""

    last: date
    seconds: int

    @property
    def first(self) -> date:
        """The first day of the twelve months."""
        return add_months(self.last, -YEAR) + timedelta(days=1)


def by_night(work: Iterable[tuple[date, Span]], night: tuple[time, time]) -> dict[date, int]:
    """Seconds worked at night by local date, for the dates that have any; evening and morning belong to their own.

    `work` is by local date. `night` is when the clock shows its start in the evening and its end in the morning. Hours
    count as they pass.
    """
    found: dict[date, int] = {}
    for day, (start, end) in work:
        dark = max(min(end, at(day, night[1])) - start, 0) + max(end - max(start, at(day, night[0])), 0)
        if dark:
            found[day] = found.get(day, 0) + dark
    return found


def most(nights: dict[date, int]) -> Nights | None:
    """The twelve months with the most night work, the earliest of several; `None` without any."""
    days = sorted(nights)
    best, total, left = None, 0, 0
    for day in days:
        total += nights[day]
        first = Nights(day, 0).first
        while days[left] < first:
            total -= nights[days[left]]
            left += 1
        if best is None or total > best.seconds:
            best = Nights(day, total)
    return best
