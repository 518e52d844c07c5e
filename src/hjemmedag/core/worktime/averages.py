"""48-timers-reglen: the average of hours over windows of whole months, with neutral days left out, compared exactly."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate

from hjemmedag.core.periods import add_months
from hjemmedag.core.worktime.clock import MINUTE, at, date_of
from hjemmedag.core.worktime.entries import NEUTRAL, Timesheet
from hjemmedag.core.worktime.limits import Limits, reference_months
from hjemmedag.core.worktime.weeks import monday_of
from hjemmedag.core.worktime.worked import Worked

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Window:
    """Some days, the seconds worked in them, and how many of them are neutral. `workdays` are those of a usual week."""

    first: date
    last: date
    seconds: int
    neutral: int
    workdays: int

    @property
    def sevenths(self) -> int:
        """The days that count, times `workdays`: a neutral workday takes 7 / workdays days out."""
        return ((self.last - self.first).days + 1) * self.workdays - 7 * self.neutral

    @property
    def counts(self) -> bool:
        """Whether any day is left to take an average over."""
        return self.sevenths > 0

    def exceeds(self, average: int) -> bool:
        """Whether the average is above so many minutes per seven days."""
        return self.seconds * 7 * self.workdays > average * MINUTE * self.sevenths

    @property
    def average(self) -> float:
        """Minutes per seven days, to one decimal."""
        return round(self.seconds * 7 * self.workdays / (MINUTE * self.sevenths), 1)

    def room(self, average: int) -> int:
        """The seconds that can still be worked in the window before its average is above so many minutes."""
        return average * MINUTE * self.sevenths // (7 * self.workdays) - self.seconds


@dataclass(frozen=True)
class Hours:
    """What the windows of one timesheet are summed from."""

    worked: Worked

    @property
    def _sheet(self) -> Timesheet:
        return self.worked.sheet

    @cached_property
    def _days(self) -> list[date]:
        return sorted(self.worked.seconds)

    @cached_property
    def _sums(self) -> list[int]:
        return [0, *accumulate(self.worked.seconds[day] for day in self._days)]

    @cached_property
    def _neutral(self) -> list[date]:
        """Days of holiday and sick leave on which work was usual and none was done."""
        usual = range(max(self._sheet.workdays_per_week, SATURDAY))
        days = {day for absence in self._sheet.absences if absence.kind in NEUTRAL for day in absence.days}
        return sorted(day for day in days if day.weekday() in usual and not self.worked.seconds.get(day))

    def window(self, first: date, last: date) -> Window:
        """The days from `first` to `last`, both included."""
        after = last + timedelta(days=1)
        worked = self._sums[bisect_left(self._days, after)] - self._sums[bisect_left(self._days, first)]
        neutral = self._neutral[bisect_left(self._neutral, first) : bisect_left(self._neutral, after)]
        most = self._sheet.workdays_per_week
        count = sum(min(days, most) for days in Counter(map(monday_of, neutral)).values())
        return Window(first, last, worked, count, most)

    def whole(self, limits: Limits) -> Iterator[Window]:
        """Every window that begins with a month and lies in known time and in the employment."""
        if self.worked.bounds is None:
            return
        begins, ends = self.worked.bounds
        employed = self._sheet.employed_from
        first = date_of(max(begins, at(employed)) if employed else begins).replace(day=1)
        if at(first) < begins or (employed and first < employed):
            first = add_months(first, 1)
        while at(first) < ends:
            after = add_months(first, reference_months(self._sheet.agreements, first, limits))
            if at(after) <= ends:
                yield self.window(first, after - timedelta(days=1))
            first = add_months(first, 1)

    def so_far(self) -> Window | None:
        """From the first day of employment to where known time ends; `None` when employment began before known time."""
        first, bounds = self.worked.begins, self.worked.bounds
        if first is None or bounds is None or (last := date_of(bounds[1] - 1)) < first:
            return None
        return self.window(first, last)
