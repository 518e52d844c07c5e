"""How far a step of the way has come."""

from __future__ import annotations

import pytest

from hjemmedag.core.overview.way import Count, State, Step, state


def test_there_are_nine_steps() -> None:
    assert len(Step) == 9


@pytest.mark.parametrize(
    ("count", "by_hand", "found"),
    [
        (Count(begun=False), None, State.NOT_BEGUN),
        (Count(begun=True), None, State.IN_ORDER),
        (Count(begun=True, open=3), None, State.UNDER_WAY),
        (Count(begun=False, open=3), None, State.UNDER_WAY),
        (Count(begun=True, open=3, late=1), None, State.LATE),
        (Count(begun=True, open=3), State.IN_ORDER, State.UNDER_WAY),
        (None, None, State.NOT_BEGUN),
        (None, State.UNDER_WAY, State.UNDER_WAY),
        (None, State.IN_ORDER, State.IN_ORDER),
    ],
)
def test_records_decide_and_a_word_by_hand_where_there_are_none(
    count: Count | None, by_hand: State | None, found: State
) -> None:
    assert state(count, by_hand) is found
