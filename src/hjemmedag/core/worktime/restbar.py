"""The rest bar (hvilebjælken): until when someone may work today, and when they may begin tomorrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Bar:
    """`stop_by`: working on until then leaves the rest whole. `begin_from`: then the rest after the last work is."""

    stop_by: datetime
    begin_from: datetime


def bar(worked: Sequence[tuple[datetime, datetime]], rest: timedelta, window: timedelta) -> Bar | None:
    """By the last stretch of work: the one after the latest whole rest. `None` without any work.

    `worked`: intervals in UTC, at least those of the last `window`. From the first moment of that stretch, a `window`
    without the `rest` before it is what can be worked; `rest` after its end one may begin again (source:
    `worktime.daily_rest`).
    """
    first = last = None
    for start, end in sorted(worked):
        if last is None or start - last >= rest:
            first = start
        last = end if last is None else max(last, end)
    if first is None or last is None:
        return None
    return Bar(stop_by=first + window - rest, begin_from=last + rest)
