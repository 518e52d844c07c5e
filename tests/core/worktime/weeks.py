"""Random weeks of work as Hypothesis draws them: ordinary and odd ones, around the nights of the clock too."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st

from tests.core.worktime.reference import DAY, HOUR, MINUTES, Facts

STARTS = [
    int(datetime(*day, tzinfo=UTC).timestamp()) // 60 // MINUTES
    for day in ((2026, 11, 2), (2026, 3, 26), (2026, 10, 22), (2027, 3, 25), (2026, 12, 28))
]


@st.composite
def worked(draw: st.DrawFn, days: int = 18) -> tuple[int, list[tuple[int, int]]]:
    """A first tick, and entries after it in any order; some touch or overlap."""
    origin = draw(st.sampled_from(STARTS))
    spans = []
    for day in range(days):
        for _ in range(draw(st.sampled_from([0, 1, 1, 1, 2, 3]))):
            start = origin + day * DAY + draw(st.integers(0, 24 * HOUR - 1))
            spans.append((start, start + draw(st.sampled_from([1, 3, 6, 24, 30, 45, 48, 66, 78, 79, 84, 150]))))
    return origin, draw(st.permutations(spans)) if len(spans) < 6 else spans


@st.composite
def facts(draw: st.DrawFn) -> tuple[Facts, list[tuple[int, int]], list[tuple[int, int]]]:
    """Facts for the reference, and the entries they came from: work, and on call at home."""
    origin, work = draw(worked())
    on_call = draw(worked())[1][:3] if draw(st.booleans()) else []
    spans = work or [(origin + 60, origin + 90)]
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    known = first - draw(st.sampled_from([0, 0, 30, 66, 200])), last + draw(st.sampled_from([0, 0, 10, 300]))
    on_call = [(start, end) for start, end in on_call if known[0] <= start and end <= known[1]]
    return (
        Facts(
            work={tick for start, end in spans for tick in range(start, end)},
            on_call={tick for start, end in on_call for tick in range(start, end)},
            known=known,
            between=draw(st.sampled_from([6, 6, 7, 12])),
        ),
        spans,
        on_call,
    )
