"""What a leave (orlov) does to a time that runs for the person who is on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hjemmedag.core.periods import Period


def stretched(last: date, leaves: Sequence[Period], on: date, days: int) -> date | None:
    """The last day of a time as it stands on a day for someone with these leaves, oldest first; `None` while it rests.

    What ended during a leave, or within `days` days after it, ends `days` days after the first day back.
    """
    if any(on in leave for leave in leaves):
        return None
    for leave in leaves:
        if leave.end is not None and leave.end <= on and leave.start is not None:
            back_by = leave.end + timedelta(days=days)
            last = back_by if leave.start <= last < back_by else last
    return last
