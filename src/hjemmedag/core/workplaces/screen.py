"""Skærmarbejde: whether the order on screen work applies at home, told from hours at each place of work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

WEEKS_A_YEAR, MONTHS_A_YEAR = 52, 12


class Because(StrEnum):
    """Why the order applies at home, or why it doesn't."""

    HOME = "home_above"
    TOGETHER = "together_above"
    ALL_AT_HOME = "all_at_home"
    BELOW = "below"
    OTHER_PLACE = "other_place_above"
    DESK = "compliant_desk"
    NO_HOME_WORK = "no_home_work"
    NOT_REGULAR = "not_regular"
    ABROAD = "abroad"

    @property
    def covers(self) -> bool:
        """Whether it is a reason why the order applies at home."""
        return self in (Because.HOME, Because.TOGETHER, Because.ALL_AT_HOME)


@dataclass(frozen=True, slots=True)
class Week:
    """A whole week's screen work at home, at a fixed and at changing places, in hours; and whether there was leave."""

    home: Decimal
    fixed: Decimal
    changing: Decimal
    leave: bool = False


@dataclass(frozen=True, slots=True)
class Load:
    """Screen work at each place, summed over a number of weeks so that it can be compared exactly."""

    home: Decimal
    fixed: Decimal
    changing: Decimal
    weeks: int

    @classmethod
    def of(cls, weeks: Sequence[Week]) -> Load:
        """The sums of these weeks."""
        return cls(
            sum((week.home for week in weeks), Decimal()),
            sum((week.fixed for week in weeks), Decimal()),
            sum((week.changing for week in weeks), Decimal()),
            len(weeks),
        )

    @property
    def average(self) -> Decimal:
        """Hours at home a week, to two decimals: for reading, never for judging."""
        return (self.home / self.weeks).quantize(Decimal("0.01"))


@dataclass(frozen=True, slots=True)
class Limits:
    """More than `above` a week brings a place under the order; `window` and `lasting` are whole weeks."""

    above: Decimal
    window: int
    lasting: int

    @staticmethod
    def weeks(months: int) -> int:
        """The whole weeks in some months, rounded down, as "about two months" has no sharper edge."""
        return months * WEEKS_A_YEAR // MONTHS_A_YEAR


def judged(load: Load, above: Decimal, compliant_desk: bool) -> Because:
    """The inspectorate's table for counting places together (sammentællingsreglen).

    `compliant_desk`: a screen desk that meets the demands is there to use at a fixed or changing place of work.
    """
    most = above * load.weeks
    if not load.home:
        return Because.NO_HOME_WORK
    if load.home > most:
        return Because.HOME
    if load.fixed > most or load.changing > most:
        return Because.OTHER_PLACE
    if load.home + load.fixed + load.changing <= most:
        return Because.BELOW
    return Because.DESK if compliant_desk else Because.TOGETHER


def latest(weeks: Sequence[Week], window: int) -> Load | None:
    """The latest `window` weeks in a row among which is one without leave; those with leave are left out.

    `None` when every week had leave.
    """
    for end in range(len(weeks), 0, -1):
        if counted := [week for week in weeks[max(0, end - window) : end] if not week.leave]:
            return Load.of(counted)
    return None


def by_weeks(weeks: Sequence[Week], limits: Limits, compliant_desk: bool) -> Because | None:
    """What the weeks say, oldest first, as the last of them ends. `None` when every week had leave."""
    load = latest(weeks, limits.window)
    return None if load is None else judged(load, limits.above, compliant_desk)


def lasts(weeks: Sequence[Week], limits: Limits, compliant_desk: bool) -> bool:
    """Whether the weeks would have brought the home under the order at the end of each of the last `lasting` weeks."""
    if len(weeks) < limits.lasting:
        return False
    found = (by_weeks(weeks[: len(weeks) - back], limits, compliant_desk) for back in range(limits.lasting))
    return all(because is not None and because.covers for because in found)
