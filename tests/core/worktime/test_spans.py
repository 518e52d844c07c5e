"""Spans of time against sets of seconds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.worktime.spans import Span, longest, merged, shared, without

ANY = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda one: (one[0], one[0] + one[1])), max_size=8)


def inside(spans: list[Span]) -> set[int]:
    return {second for start, end in spans for second in range(start, end)}


@given(ANY)
def test_merging_keeps_the_time_and_leaves_gaps_between(spans: list[Span]) -> None:
    found = merged(spans)
    assert inside(found) == inside(spans)
    assert all(one[1] < other[0] for one, other in zip(found, found[1:], strict=False))  # noqa: RUF007


@given(ANY, ANY)
def test_what_is_without_is_the_rest(spans: list[Span], removed: list[Span]) -> None:
    found = list(without(merged(spans), merged(removed)))
    assert inside(found) == inside(spans) - inside(removed)
    assert found == merged(found)


@given(ANY, st.integers(0, 40), st.integers(1, 20))
def test_what_is_shared_with_a_span_lies_in_both(spans: list[Span], start: int, length: int) -> None:
    found = list(shared(merged(spans), (start, start + length)))
    assert inside(found) == inside(spans) & inside([(start, start + length)])
    assert longest(found) == max((end - begin for begin, end in found), default=0)
