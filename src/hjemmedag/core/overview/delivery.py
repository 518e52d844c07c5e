"""When a message may reach a person: within working hours, never on leave or holidays."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class Hours:
    """From and until which clock time someone may be written to, by weekday (0 = Monday)."""

    windows: Mapping[int, tuple[time, time]]

    @classmethod
    def weekdays(cls, start: time, end: time) -> Hours:
        """The same hours from Monday to Friday."""
        return cls(dict.fromkeys(range(5), (start, end)))

    def allow(self, moment: datetime, *, away: bool, holidays: Collection[date]) -> bool:
        """Whether the local `moment` is inside the hours of a day on which the person is at work."""
        window = self.windows.get(moment.weekday())
        if away or window is None or moment.date() in holidays:
            return False
        return window[0] <= moment.time() < window[1]
