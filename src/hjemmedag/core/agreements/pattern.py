"""The weekly pattern of an arrangement (ugemønster): which days at home, and when there is work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from enum import StrEnum

WEEKDAYS = 5
HOUR = 60


class Place(StrEnum):
    """Where a working day is spent."""

    HOME = "home"
    OFFICE = "office"


class Fault(StrEnum):
    """What keeps a pattern from being asked for."""

    NO_HOME_DAY = "no_home_day"
    NO_OFFICE_DAY = "no_office_day"
    NOT_ALL_AT_HOME = "not_all_at_home"
    DAY_OUTSIDE_CYCLE = "day_outside_cycle"
    NO_HOURS = "no_hours"
    ENDS_BEFORE_START = "ends_before_start"
    HOME_DAY_WITHOUT_HOURS = "home_day_without_hours"


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a day in which the work lies, as clock times."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Pattern:
    """A cycle of one or two weeks.

    `home_days` count working days from Monday of week one: 0 to 5·`cycle_weeks` − 1;
    `hours` gives the window of each weekday worked (0 = Monday).
    """

    remote: bool
    cycle_weeks: int
    home_days: frozenset[int]
    hours: Mapping[int, Window] = field(default_factory=dict)

    def faults(self) -> list[Fault]:
        """Everything that is wrong, in the order in which a form asks."""
        worked = {week * WEEKDAYS + day for week in range(self.cycle_weeks) for day in self.hours}
        checks = (
            (Fault.NO_HOME_DAY, not self.home_days),
            (Fault.DAY_OUTSIDE_CYCLE, any(not 0 <= day < WEEKDAYS * self.cycle_weeks for day in self.home_days)),
            (Fault.NO_HOURS, not self.hours),
            (Fault.ENDS_BEFORE_START, any(window.end <= window.start for window in self.hours.values())),
            (Fault.HOME_DAY_WITHOUT_HOURS, bool(self.hours) and not self.home_days <= worked),
            (Fault.NO_OFFICE_DAY, bool(self.hours) and not self.remote and worked <= self.home_days),
            (Fault.NOT_ALL_AT_HOME, bool(self.hours) and self.remote and not worked <= self.home_days),
        )
        return [fault for fault, wrong in checks if wrong]

    def spans(self) -> list[tuple[int, int, Window]]:
        """The hours as people say them: first and last weekday of each run of days with the same window."""
        runs: list[tuple[int, int, Window]] = []
        for day, window in sorted(self.hours.items()):
            if runs and runs[-1][1:] == (day - 1, window):
                runs[-1] = (runs[-1][0], day, window)
            else:
                runs.append((day, day, window))
        return runs

    def outside(self, start_hour: int, end_hour: int) -> list[int]:
        """The weekdays worked whose hours don't cover everyone's core hours, from and until whole hours of the day."""
        first, last = start_hour * HOUR, end_hour * HOUR
        return [
            day
            for day, window in sorted(self.hours.items())
            if window.start.hour * HOUR + window.start.minute > first
            or window.end.hour * HOUR + window.end.minute < last
        ]

    def home_days_per_week(self) -> float:
        """Days at home a week, on average over the cycle."""
        return len(self.home_days) / self.cycle_weeks

    def week_of(self, day: date, first: date) -> int:
        """Which week of the cycle `day` lies in, when the cycle began in the week of `first`: 0 or 1."""
        monday = first - timedelta(days=first.weekday())
        return (day - monday).days // 7 % self.cycle_weeks

    def workdays(self) -> frozenset[int]:
        """The weekdays worked; all five while nobody has said which hours (an arrangement from before)."""
        return frozenset(self.hours or range(WEEKDAYS))

    def place_on(self, day: date, first: date) -> Place | None:
        """Where `day` is spent; `None` on a weekday without work and at weekends."""
        if day.weekday() not in self.workdays():
            return None
        number = self.week_of(day, first) * WEEKDAYS + day.weekday()
        return Place.HOME if number in self.home_days else Place.OFFICE
