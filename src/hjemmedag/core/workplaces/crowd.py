"""Skærmarbejde for mange: the same judgement as `screen`, for all people and all weeks at once, on arrays."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from hjemmedag.core.workplaces.screen import Because, Limits

Minutes = NDArray[np.int64]
Marks = NDArray[np.bool_]

ORDER = tuple(Because)
"""The reasons that the numbers in `Judged.because` stand for."""

UNKNOWN = -1
MINUTES_AN_HOUR = 60


@dataclass(frozen=True, slots=True)
class Weeks:
    """A row a person and a column a week, oldest first: minutes of screen work at each place, and weeks with leave."""

    home: Minutes
    fixed: Minutes
    changing: Minutes
    leave: Marks


@dataclass(frozen=True, slots=True)
class Judged:
    """What holds as each week ends: the reason, or `UNKNOWN` where every week so far had leave; and minutes a week.

    `lasts`: the home has been above the line at the end of as many weeks in a row as make it regular.
    """

    because: NDArray[np.int8]
    average: NDArray[np.float64]
    covered: Marks
    lasts: Marks


def judged(weeks: Weeks, limits: Limits, compliant_desk: Marks) -> Judged:
    """Everyone's weeks. `compliant_desk` is one mark a person. Raises `ValueError` for a limit of broken minutes."""
    above = limits.above * MINUTES_AN_HOUR
    if above != above.to_integral_value():
        raise ValueError(f"not in whole minutes: {limits.above} hours")
    counts = ~weeks.leave
    number = _rolling(counts.astype(np.int64), limits.window)
    known, last = _last_known(number > 0)
    number = np.take_along_axis(number, last, axis=1)
    home, fixed, changing = (
        np.take_along_axis(_rolling(minutes * counts, limits.window), last, axis=1)
        for minutes in (weeks.home, weeks.fixed, weeks.changing)
    )
    because = _because(home, fixed, changing, int(above) * number, compliant_desk[:, None])
    because[~known] = UNKNOWN
    covered = np.isin(because, [ORDER.index(each) for each in Because if each.covers])
    average = np.divide(home, number, out=np.full(home.shape, np.nan), where=known)
    return Judged(because, average, covered, _rolling(covered.astype(np.int64), limits.lasting) == limits.lasting)


def _rolling(each: Minutes, window: int) -> Minutes:
    """The sum of each week and those before it inside the window."""
    sums = np.cumsum(each, axis=1)
    sums[:, window:] = sums[:, window:] - sums[:, :-window]
    return sums


def _last_known(known: Marks) -> tuple[Marks, NDArray[np.intp]]:
    """Whether a week, or one before it, is known; and the latest such week, the first where there is none."""
    place = np.where(known, np.arange(known.shape[1]), UNKNOWN)
    latest = np.maximum.accumulate(place, axis=1)
    return latest >= 0, np.maximum(latest, 0)


def _because(home: Minutes, fixed: Minutes, changing: Minutes, most: Minutes, desk: Marks) -> NDArray[np.int8]:
    """The table of `screen.judged`, its lines in the same order."""
    lines = [
        (home == 0, Because.NO_HOME_WORK),
        (home > most, Because.HOME),
        ((fixed > most) | (changing > most), Because.OTHER_PLACE),
        (home + fixed + changing <= most, Because.BELOW),
        (np.broadcast_to(desk, home.shape), Because.DESK),
    ]
    numbers = [np.int8(ORDER.index(because)) for _, because in lines]
    return np.select([holds for holds, _ in lines], numbers, np.int8(ORDER.index(Because.TOGETHER)))


def hours(minutes: float) -> Decimal:
    """An average in hours, to two decimals, as people read it."""
    return (Decimal(minutes) / MINUTES_AN_HOUR).quantize(Decimal("0.01"))
