"""Who reports to whom: a line that must end at someone, never come back to where it began."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from hjemmedag.core.periods import Period

Line = tuple[int, int, Period]
"""An employee, that employee's manager, and when."""


def first_circle(employee: int, lines: Iterable[Line], since: date) -> date | None:
    """The first day from `since` on which the line above `employee` comes back to them; `None` when it never does."""
    known = list(lines)
    days = {since} | {period.start for _, _, period in known if period.start is not None and period.start > since}
    for day in sorted(days):
        if _returns(employee, {one: manager for one, manager, period in known if day in period}):
            return day
    return None


def _returns(employee: int, managers: Mapping[int, int]) -> bool:
    seen, above = {employee}, managers.get(employee)
    while above is not None and above not in seen:
        seen.add(above)
        above = managers.get(above)
    return above == employee
