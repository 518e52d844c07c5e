"""Dated facts in a row, and how they change from a day. Nothing here forgets what held before."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from hjemmedag.core.periods import Period

V = TypeVar("V", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Span(Generic[V]):
    """What holds from `starts` up to `ends`; an empty value is nobody or nothing. `row` is its key once it is kept."""

    starts: date
    ends: date | None
    value: V
    row: int | None = None

    def holds(self, on: date) -> bool:
        """Whether it holds on a day."""
        return self.starts <= on and (self.ends is None or on < self.ends)


Spans = tuple[Span[V], ...]


def held(spans: Spans[V], on: date) -> Span[V] | None:
    """The first that holds on a day."""
    return next((span for span in spans if span.holds(on)), None)


def nearest(period: Period, day: date) -> date:
    """The day itself when it lies in the period, else the period's first or last."""
    if period.start is not None and day < period.start:
        return period.start
    return min(day, period.last) if period.last else day


def moved(spans: Spans[V], old: Period, new: Period) -> Spans[V]:
    """The spans of an employment whose period is corrected: what began or ended with it still does, the rest is cut."""
    kept = []
    for span in spans:
        starts, ends = span.starts, span.ends
        if Period(starts, ends).overlaps(old):
            if old.start is not None and new.start is not None and starts >= old.start:
                starts = new.start if starts == old.start else max(starts, new.start)
            if ends == old.end:
                ends = new.end
            elif ends is not None and (old.end is None or ends < old.end):
                ends = min(ends, new.end or ends)
        if ends is None or starts < ends:
            kept.append(replace(span, starts=starts, ends=ends))
    return tuple(kept)


def settled(spans: Spans[V], job: Period, today: date, value: V, *, correct: bool = False) -> Spans[V]:
    """The spans after which `value` holds in the employment `job` as it stands today, or on its nearest day.

    Something else holds from today, and what held before ends; if that began today, or the employment is not running,
    it is corrected instead. `correct` says the same of an employment just made.
    """
    day = nearest(job, today)
    before = held(spans, day)
    if before.value == value if before else not value:
        return spans
    correct = correct or today not in job
    if before is None:
        first = max([job.start or day, *(span.ends for span in spans if span.ends and span.ends <= day)])
        until = [end for end in (job.end, *(span.starts for span in spans if span.starts > day)) if end]
        return (*spans, Span(first if correct else day, min(until, default=None), value))
    others = tuple(span for span in spans if span is not before)
    if correct:
        day = max(before.starts, job.start or before.starts)
    if before.starts < day:
        others = (*others, replace(before, ends=day))
        after = Span(day, before.ends, value)
    else:
        after = replace(before, value=value)
    return (*others, after) if value else others


def without(spans: Spans[V], value: V, day: date) -> Spans[V]:
    """The spans where `value` no longer holds from a day: it ends, or goes when it began that day or later."""
    ended = (
        replace(span, ends=day) if span.value == value and (span.ends is None or span.ends > day) else span
        for span in spans
    )
    return tuple(span for span in ended if span.ends is None or span.starts < span.ends)
