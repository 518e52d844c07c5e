"""Spans of time on one line: half-open pairs of UTC seconds, so that elapsed time is plain subtraction.

A list of spans is *merged* when it is in order and no two overlap or touch. Everything here takes and gives such lists,
`merged` apart, which makes one of any spans.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

Span = tuple[int, int]
"""From the first second up to, but not including, the second."""


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same time with overlapping and touching spans made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            if end > found[-1][1]:
                found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def without(spans: Sequence[Span], removed: Sequence[Span]) -> Iterator[Span]:
    """The time of `spans` that is in none of `removed`."""
    place = 0
    for start, end in spans:
        while place < len(removed) and removed[place][1] <= start:
            place += 1
        left, later = start, place
        while later < len(removed) and removed[later][0] < end:
            if left < removed[later][0]:
                yield left, removed[later][0]
            left = removed[later][1]
            later += 1
        if left < end:
            yield left, end


def shared(spans: Sequence[Span], other: Span) -> Iterator[Span]:
    """The time of `spans` that lies in `other`."""
    first = max(bisect_right(spans, (other[0],)) - 1, 0)
    for start, end in spans[first:]:
        if start >= other[1]:
            return
        if end > other[0]:
            yield max(start, other[0]), min(end, other[1])


def seconds(spans: Iterable[Span]) -> int:
    """How long they last together."""
    return sum(end - start for start, end in spans)


def longest(spans: Iterable[Span]) -> int:
    """How long the longest of them lasts, in seconds; 0 of none."""
    return max((end - start for start, end in spans), default=0)
