"""Forslag: working time that another place suggests. It counts for nothing until its person confirms it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from hjemmedag.core.instants import local
from hjemmedag.core.worktime import spans
from hjemmedag.core.worktime.clock import second
from hjemmedag.core.worktime.entries import Place
from hjemmedag.core.worktime.typed import Span
from hjemmedag.core.worktime.weeks import monday_of

WEEKS = 8
"""The running week and those before it from which suggestions are taken."""
TITLE = 60
"""Characters of a title that are kept: enough to know the event again."""
LONGEST = timedelta(hours=24)
"""What lasts longer, a journey or a course, is no span of work as it is written down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a calendar or another system says that someone did, from one instant to another.

    `identity` stays the same however often the source delivers the event, also once it has been moved. Without a
    `place` it is the one planned for the day. `title` is for the person alone.
    """

    start: datetime
    end: datetime
    title: str
    identity: str
    place: Place | None = None


def first_day(now: datetime, *, starts: date | None = None) -> date:
    """The first day from which suggestions are taken: a Monday, or the later day on which registration `starts`."""
    monday = monday_of(local(now).date()) - timedelta(weeks=WEEKS - 1)
    return max(monday, starts) if starts else monday


def wanted(
    brought: Iterable[Brought], *, first: date, now: datetime, registered: Iterable[tuple[datetime, datetime]]
) -> list[Brought]:
    """Those that can become working time, in order of time, to the whole minute, each identity once.

    They begin on `first` or later, are over, last at most a day, and say something that isn't `registered` already.
    """
    known = spans.merged((second(start), second(end)) for start, end in registered)
    found = {}
    for one in brought:
        whole = replace(one, start=_minute(one.start), end=_minute(one.end), title=short(one.title))
        lasts = whole.end - whole.start
        if first <= local(whole.start).date() and whole.end <= now and timedelta() < lasts <= LONGEST:
            found[one.identity] = whole
    new = (one for one in found.values() if not covered(one.start, one.end, known))
    return sorted(new, key=lambda one: (one.start, one.end, one.identity))


def covered(start: datetime, end: datetime, registered: Sequence[spans.Span]) -> bool:
    """Whether all of the time lies in what is registered: UTC seconds, merged."""
    return not list(spans.without([(second(start), second(end))], registered))


def short(title: str) -> str:
    """A title on one line, cut where it is long, without what no person types."""
    line = " ".join("".join(char if char.isprintable() else " " for char in title).split())
    return line if len(line) <= TITLE else line[: TITLE - 1].rstrip() + "…"


def added(said: Iterable[Span], draft: Span) -> list[Span]:
    """What a suggestion adds to the spans that a day says: nothing where the day says only how much was worked."""
    spoken = list(said)
    if not all(span.timed for span in spoken):
        return []
    taken = spans.merged((span.start, span.end) for span in spoken)
    return [replace(draft, start=start, end=end) for start, end in spans.without([(draft.start, draft.end)], taken)]


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
