"""Single days (enkelte dage): where someone works when a day is agreed, moved or decided beside the pattern."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hjemmedag.core.agreements.pattern import Place
from hjemmedag.core.periods import Period


class Because(StrEnum):
    """Why a day is spent elsewhere than the pattern says; the later ones outweigh the earlier."""

    MOVED_AWAY = "moved_away"
    MOVED_HERE = "moved_here"
    AD_HOC = "ad_hoc"
    CLOSED = "closed"

    @property
    def place(self) -> Place:
        """Where the day is spent."""
        return Place.OFFICE if self is Because.MOVED_AWAY else Place.HOME


STRENGTH = {because: number for number, because in enumerate(Because)}


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a day is spent, `None` without work; and why, where it isn't the pattern that says so."""

    place: Place | None
    because: Because | None = None

    @property
    def at_home(self) -> bool:
        """Whether it is a day at home."""
        return self.place is Place.HOME


def strongest(facts: Iterable[Because]) -> Because | None:
    """The fact that decides where several say something about one day."""
    return max(facts, key=STRENGTH.__getitem__, default=None)


def overlaid(planned: Place | None, because: Because | None) -> Placed:
    """The pattern's day with what was agreed about it alone. A day without work stays one."""
    if planned is None or because is None:
        return Placed(planned)
    return Placed(because.place, because)


@dataclass(frozen=True, slots=True, order=True)
class Move:
    """A day at home that is spent at the office, and the day that is spent at home instead."""

    home_day: date
    instead: date

    @property
    def same_week(self) -> bool:
        """Whether both days lie in one week: the frame within which a day moves without an amendment."""
        return self.home_day != self.instead and monday_of(self.home_day) == monday_of(self.instead)


def monday_of(day: date) -> date:
    """The first day of the week that holds `day`."""
    return day - timedelta(days=day.weekday())


def possible_moves(days: Mapping[date, Placed], *, today: date, closed_to: Collection[date] = ()) -> list[Move]:
    """The ways in which the pattern's own days at home can be moved within their weeks, from today on.

    `days` are those of the weeks asked about; on those in `closed_to` (holidays, days away) nothing is moved.
    """
    ahead = {day: placed for day, placed in days.items() if day >= today and day not in closed_to}
    from_days = [day for day, placed in ahead.items() if placed == Placed(Place.HOME)]
    to_days = [day for day, placed in ahead.items() if placed == Placed(Place.OFFICE)]
    moves = (Move(home_day, instead) for home_day in from_days for instead in to_days)
    return sorted(move for move in moves if move.same_week)


def regular_since(days: Iterable[date], *, on: date, least: int, weeks: int) -> date | None:
    """The day on which ad hoc days had become a habit: the `least`-th one within the `weeks` weeks up to `on`.

    `None` while there are fewer.
    """
    window = Period(on - timedelta(weeks=weeks) + timedelta(days=1), on + timedelta(days=1))
    counted = sorted({day for day in days if day in window})
    return counted[least - 1] if len(counted) >= least else None


class DayState(StrEnum):
    """Where a single day that was asked for stands."""

    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


def state_of(day: date, *, on: date, outcome: str | None, withdrawn: bool) -> DayState:
    """The state on a day: a request that nobody answered runs out when its day has passed."""
    if withdrawn:
        return DayState.WITHDRAWN
    if outcome is not None:
        return DayState(outcome)
    return DayState.EXPIRED if day < on else DayState.WAITING
