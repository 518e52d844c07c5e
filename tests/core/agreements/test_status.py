"""The arrangement's status on any date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.agreements.status import NEXT, Record, Status, begins

OFFERED, SIGNED, BEGAN = date(2026, 11, 23), date(2026, 11, 25), date(2026, 12, 1)
WHOLE = Record(
    offered_on=OFFERED,
    signed_on=SIGNED,
    changes=(
        ("start", BEGAN),
        ("pause", date(2027, 2, 1)),
        ("resume", date(2027, 3, 1)),
        ("close", date(2027, 6, 1)),
    ),
)


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2026, 11, 22), Status.NOT_YET),
        (OFFERED, Status.WAITING),
        (date(2026, 11, 24), Status.WAITING),
        (SIGNED, Status.AGREED),
        (date(2026, 11, 30), Status.AGREED),
        (BEGAN, Status.IN_FORCE),
        (date(2027, 2, 1), Status.PAUSED),
        (date(2027, 3, 1), Status.IN_FORCE),
        (date(2027, 6, 1), Status.CLOSED),
        (date(2030, 1, 1), Status.CLOSED),
    ],
)
def test_a_whole_life_day_by_day(day: date, status: Status) -> None:
    assert WHOLE.on(day) is status


def test_an_addendum_nobody_signed_stops_the_arrangement_from_that_day() -> None:
    record = Record(offered_on=OFFERED, stopped_on=SIGNED)
    assert [record.on(SIGNED - timedelta(days=1)), record.on(SIGNED)] == [Status.WAITING, Status.STOPPED]


def test_the_terms_begin_on_the_agreed_day_or_when_the_last_one_signed() -> None:
    assert begins(BEGAN, SIGNED) == BEGAN
    assert begins(BEGAN, date(2026, 12, 3)) == date(2026, 12, 3)
    assert begins(BEGAN, None) is None


@given(st.lists(st.sampled_from(["start", "pause", "resume", "close"]), max_size=6))
def test_no_allowed_change_leads_out_of_a_closed_arrangement(kinds: list[str]) -> None:
    status = Status.AGREED
    for kind in kinds:
        if kind in NEXT.get(status, frozenset()):
            was, status = status, Record(OFFERED, SIGNED, None, ((kind, BEGAN),)).on(BEGAN)
            assert was is not Status.CLOSED
