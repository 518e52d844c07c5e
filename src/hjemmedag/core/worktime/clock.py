"""Between UTC seconds and the Danish calendar: which local date an instant belongs to, and where each date begins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.worktime.spans import Span

MINUTE, HOUR, DAY = 60, 3600, 86_400
"""Seconds. A day here is 24 elapsed hours; a date may last 23 or 25."""

EPOCH = date(1970, 1, 1).toordinal()


def second(moment: datetime) -> int:
    """The instant as whole seconds since 1970 in UTC, fractions dropped. `moment` carries its zone."""
    return int(moment.timestamp() // 1)


def instant(second: int) -> datetime:
    """The Danish time of a second."""
    return datetime.fromtimestamp(second, COPENHAGEN)


@lru_cache(maxsize=20_000)
def at(day: date, clock: time = time()) -> int:
    """The second at which the date begins, or at which its clock shows `clock`; not for an hour that March skips."""
    return int(datetime.combine(day, clock, COPENHAGEN).astimezone(UTC).timestamp())


def date_of(second: int) -> date:
    """The local date that the second belongs to."""
    day = date.fromordinal(EPOCH + (second + HOUR) // DAY)
    following = day + timedelta(days=1)
    return following if second >= at(following) else day


def whole(day: date) -> Span:
    """All of a local date."""
    return at(day), at(day + timedelta(days=1))


def by_date(span: Span) -> Iterator[tuple[date, Span]]:
    """The parts of a span that belong to each local date."""
    start, end = span
    day = date_of(start)
    while start < end:
        following = day + timedelta(days=1)
        until = min(end, at(following))
        yield day, (start, until)
        day, start = following, until
