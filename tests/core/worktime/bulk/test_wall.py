"""Clocks placed in time on arrays as one by one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hjemmedag.core.instants import NoSuchTime, local
from hjemmedag.core.law import FactsError
from hjemmedag.core.worktime.bulk.wall import Changes, spans
from hjemmedag.core.worktime.clock import second
from hjemmedag.core.worktime.moments import between

NIGHTS = [date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28), date(2025, 10, 26), date(2026, 7, 1)]
CLOCKS = st.builds(
    lambda day, minute: datetime(day.year, day.month, day.day) + timedelta(minutes=minute),  # noqa: DTZ001
    st.sampled_from(NIGHTS),
    st.integers(0, 400),
)


def as_utc(clock: datetime) -> int:
    return int(clock.replace(tzinfo=UTC).timestamp())


@given(st.lists(st.tuples(CLOCKS, st.integers(1, 300), st.booleans()), min_size=1, max_size=8))
@settings(max_examples=300, deadline=None)
def test_a_span_is_placed_as_when_read_alone(rows: list[tuple[datetime, int, bool]]) -> None:
    starts = np.array([as_utc(start) for start, _, _ in rows])
    ends = np.array([as_utc(start + timedelta(minutes=length - 60)) for start, length, _ in rows])
    fold = np.array([late for _, _, late in rows])
    placed = spans(starts, ends, fold)
    for place, (start, length, late) in enumerate(rows):
        end = start + timedelta(minutes=length - 60)
        try:
            alone = between(start.isoformat(), end.isoformat(), int(late))
        except FactsError:
            assert placed[2][place] or placed[3][place]
        else:
            assert (int(placed[0][place]), int(placed[1][place])) == (second(alone[0]), second(alone[1]))
            assert not placed[2][place]
            assert not placed[3][place]


@given(CLOCKS)
def test_a_clock_that_never_was_is_marked(clock: datetime) -> None:
    changes = Changes.between(date(2025, 1, 1), date(2028, 1, 1))
    seconds, never = changes.placed(np.array([as_utc(clock)]))
    try:
        assert (int(seconds[0]), bool(never[0])) == (second(local(clock)), False)
    except NoSuchTime:
        assert never[0]
