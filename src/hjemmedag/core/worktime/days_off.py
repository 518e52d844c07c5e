"""Ugentligt fridøgn: where days off are placed in the stretches without work, and where one came too late.

A day off is 24 hours in one, beside 11 hours of rest that belong to no other day off; two may share those, so that 59
hours hold two. Each is placed as late as the last one allows: no other placement leaves more time to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from hjemmedag.core.worktime.clock import DAY
from hjemmedag.core.worktime.limits import Limits
from hjemmedag.core.worktime.spans import Span


@dataclass(frozen=True, slots=True)
class Late:
    """A day off that should have begun at `limit`, and began at `begun`; `None`: not before known time ended.

    `since` is when the last day off ended, `until` when the next one began or known time ended.
    """

    since: int
    limit: int
    begun: int | None
    until: int


def late(known: Span, free: Iterable[Span], limits: Limits, between: Callable[[int], int]) -> Iterator[Late]:
    """The days off that came too late in one span of known time, of which `free` are the stretches without work.

    Those too short for a day off may be left out, but for one that known time cuts. `between` gives the days of 24
    hours that may pass after a second at which a day off ended.
    """
    since, limit = known[0], known[0] + between(known[0]) * DAY
    resting = False
    for start, end in free:
        resting = end == known[1] and start <= limit
        if end - start < limits.day_off:
            continue
        if start > limit:
            yield Late(since, limit, start, start)
        since = _last_ends(start, end, limit, limits)
        limit = since + between(since) * DAY
    if limit < known[1] and not resting:
        yield Late(since, limit, None, known[1])


def _last_ends(start: int, end: int, limit: int, limits: Limits) -> int:
    """When the last day off in a stretch of at least 35 hours ends."""
    if end - start >= limits.day_off + limits.day:
        return end
    if start > limit:
        return start + limits.day
    rest_before = limit >= start + limits.rest
    return min(limit, end - (limits.day if rest_before else limits.day_off)) + limits.day
