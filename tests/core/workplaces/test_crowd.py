"""Many judged at once are told the same as each judged alone, and ten thousand people's year takes no time."""

from __future__ import annotations

import time
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hjemmedag.core.workplaces.crowd import ORDER, UNKNOWN, Weeks, hours, judged
from hjemmedag.core.workplaces.screen import Limits, Week, by_weeks, lasts, latest

LIMITS = Limits(above=Decimal("14.8"), window=4, lasting=8)
LINE = 888
MINUTES = st.one_of(st.sampled_from([0, 444, LINE - 1, LINE, LINE + 1]), st.integers(0, 3000))


@st.composite
def crowd(draw: st.DrawFn) -> tuple[Weeks, Any]:
    """Up to four people's weeks, on and around the line, and who has a compliant desk."""
    shape = draw(st.integers(1, 4)), draw(st.integers(1, 20))
    size = shape[0] * shape[1]

    def filled(values: st.SearchStrategy[Any]) -> Any:
        return np.array(draw(st.lists(values, min_size=size, max_size=size))).reshape(shape)

    leave = filled(st.sampled_from([False, False, False, True]))
    return Weeks(filled(MINUTES), filled(MINUTES), filled(MINUTES), leave), np.array(
        draw(st.lists(st.booleans(), min_size=shape[0], max_size=shape[0]))
    )


def alone(weeks: Weeks, person: int) -> list[Week]:
    """One person's weeks with minutes in place of hours: the plain judgement only compares."""
    rows = (each[person].tolist() for each in (weeks.home, weeks.fixed, weeks.changing))
    columns = zip(*rows, weeks.leave[person].tolist(), strict=True)
    return [Week(*(Decimal(minutes) for minutes in place), leave=away) for *place, away in columns]


@given(crowd(), st.sampled_from([1, 4, 5]), st.sampled_from([2, 8]))
@settings(max_examples=400, deadline=None)
def test_together_as_alone(drawn: tuple[Weeks, Any], window: int, lasting: int) -> None:
    weeks, desk = drawn
    found = judged(weeks, Limits(LIMITS.above, window, lasting), desk)
    minutes = Limits(Decimal(LINE), window, lasting)
    for person, has_desk in enumerate(desk.tolist()):
        own = alone(weeks, person)
        for end in range(1, len(own) + 1):
            because, load = by_weeks(own[:end], minutes, has_desk), latest(own[:end], window)
            number = int(found.because[person, end - 1])
            assert (None if number == UNKNOWN else ORDER[number]) is because
            assert bool(found.covered[person, end - 1]) is (because is not None and because.covers)
            assert bool(found.lasts[person, end - 1]) is lasts(own[:end], minutes, has_desk)
            average = float(found.average[person, end - 1])
            assert np.isnan(average) if load is None else average == float(load.home) / load.weeks


def test_a_year_of_ten_thousand_people_takes_less_than_two_seconds() -> None:
    luck = np.random.default_rng(7)
    shape = (10_000, 52)
    weeks = Weeks(*(luck.integers(0, 1800, shape) for _ in range(3)), leave=luck.random(shape) < 0.15)
    before = time.process_time()
    found = judged(weeks, LIMITS, luck.random(shape[0]) < 0.5)
    assert time.process_time() - before < 2
    assert found.because.shape == shape


def test_an_average_is_read_in_hours() -> None:
    assert [hours(888.0), hours(1000 / 3)] == [Decimal("14.80"), Decimal("5.56")]


def test_a_limit_of_broken_minutes_is_refused() -> None:
    nobody = np.zeros((1, 1), dtype=np.int64)
    with pytest.raises(ValueError, match=r"not in whole minutes: 14\.81 hours"):
        judged(Weeks(nobody, nobody, nobody, nobody > 0), Limits(Decimal("14.81"), 4, 8), np.array([False]))
