"""Periods of whole days: half-open, with the first and the end each allowed to be open."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` up to, but not including, `end`. `None` means open at that side."""

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise ValueError(f"a period must end after it starts: {self.start} – {self.end}")

    @classmethod
    def through(cls, first: date | None, last: date | None) -> Period:
        """The period from the day `first` to the day `last`, both included, as people write it."""
        return cls(first, None if last is None else last + timedelta(days=1))

    @property
    def last(self) -> date | None:
        """The last day inside the period; `None` when it has no end."""
        return None if self.end is None else self.end - timedelta(days=1)

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def overlaps(self, other: Period) -> bool:
        """Whether at least one day lies in both periods."""
        return (self.start is None or other.end is None or self.start < other.end) and (
            other.start is None or self.end is None or other.start < self.end
        )

    def split(self, other: Period) -> tuple[Period | None, Period | None, Period | None]:
        """The parts of this period before, inside and after `other`; `None` for a part without days."""
        first, end = self.start or date.min, self.end or date.max
        into, out = (min(max(cut, first), end) for cut in (other.start or date.min, other.end or date.max))
        return _between(first, into), _between(into, out), _between(out, end)


def _between(first: date, end: date) -> Period | None:
    if first == end:
        return None
    return Period(None if first == date.min else first, None if end == date.max else end)


def add_months(day: date, months: int) -> date:
    """The same day of the month `months` later, or that month's last day when it has no such day."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(years, month + 1)[1]
    return date(years, month + 1, min(day.day, last))


def end_of_month(day: date) -> date:
    """The last day of the month that holds `day`."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
