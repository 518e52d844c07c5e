"""Daglig hvileperiode: where rest was too short in the 24 elapsed hours before work.

After a rest of 11 hours, work may reach 13 hours from its first start. So the end of an interval is in breach when it
lies more than that after the end of the last whole rest: no other moment of it is worse, and midnight plays no part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hjemmedag.core.worktime.limits import Limits
from hjemmedag.core.worktime.spans import Span, longest, shared
from hjemmedag.core.worktime.worked import Worked


@dataclass(frozen=True, slots=True)
class Breach:
    """An interval of work before whose end rest was too short, unknown time counted as rest.

    `onset` is the last moment when a whole rest still stood, or the interval's start. `measured` is the longest rest in
    the window before the interval's end, in seconds, and `rest_ended` tells which rest that was: one short night
    breaches several intervals.
    """

    span: Span
    onset: int
    measured: int
    rest_ended: int


def breaches(work: Sequence[Span], limits: Limits) -> Iterator[Breach]:
    """The intervals in breach, in order. `work` is merged."""
    since = before = None
    for place, (start, end) in enumerate(work):
        if before is None or since is None or start - before >= limits.rest:
            since = start
        if end - since > limits.span:
            measured, ended = max(_rests(work, place, limits.window), default=(0, start))
            yield Breach((start, end), max(start, since + limits.span), measured, ended)
        before = end


def uncertain(worked: Worked, limits: Limits) -> bool:
    """Whether some interval has a whole rest only if unknown time was rest, or some day has no times at all."""
    return bool(worked.untimed) or any(_uncertain(worked, limits))


def _uncertain(worked: Worked, limits: Limits) -> Iterator[bool]:
    since = before = None
    for start, end in worked.work:
        if before is None or since is None or start - before >= limits.rest:
            since = start
            sure = worked.is_known((since - limits.rest, since))
        if not sure and end - since <= limits.span:
            yield _known_rest(worked, (end - limits.window, end)) < limits.rest
        before = end


def _known_rest(worked: Worked, window: Span) -> int:
    """The longest stretch in the window that is known to have been rest, in seconds."""
    gaps: list[Span] = []
    left = window[0]
    for start, end in shared(worked.work, window):
        gaps.append((left, start))
        left = end
    return max((longest(shared(worked.known, gap)) for gap in gaps if gap[0] < gap[1]), default=0)


def _rests(work: Sequence[Span], place: int, window: int) -> Iterator[tuple[int, int]]:
    """Length and end of each rest in the window before the end of an interval."""
    opens = work[place][1] - window
    while place >= 0 and work[place][0] > opens:
        began = max(work[place - 1][1], opens) if place else opens
        yield work[place][0] - began, work[place][0]
        place -= 1
