"""What a source suggests, and what that adds to a day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.worktime.drafts import Brought, added, first_day, short, wanted
from hjemmedag.core.worktime.entries import Place
from hjemmedag.core.worktime.typed import DAY, Span

NOW = datetime(2026, 11, 23, 10, tzinfo=COPENHAGEN)
FIRST = date(2026, 10, 5)


def at(day: int, hour: float, month: int = 11) -> datetime:
    return datetime(2026, month, day, tzinfo=COPENHAGEN) + timedelta(hours=hour)


def brought(start: datetime, end: datetime, identity: str = "a", title: str = "Møde") -> Brought:
    return Brought(start=start, end=end, title=title, identity=identity)


def kept(*some: Brought, registered: tuple[tuple[datetime, datetime], ...] = ()) -> list[str]:
    return [one.identity for one in wanted(some, first=FIRST, now=NOW, registered=registered)]


def test_suggestions_reach_back_to_the_monday_of_the_eighth_week() -> None:
    assert first_day(NOW) == FIRST
    assert first_day(NOW, starts=date(2026, 11, 2)) == date(2026, 11, 2)
    assert first_day(NOW, starts=date(2026, 1, 5)) == FIRST


@pytest.mark.parametrize(
    ("start", "end", "stays"),
    [
        (at(5, 0, 10), at(5, 1, 10), True),
        (at(4, 23, 10), at(5, 1, 10), False),
        (at(23, 9), at(23, 10), True),
        (at(23, 9), at(23, 10.1), False),
        (at(10, 0), at(11, 0), True),
        (at(10, 0), at(11, 0.1), False),
        (at(10, 9), at(10, 9), False),
    ],
)
def test_a_suggestion_is_over_lies_in_these_weeks_and_lasts_a_day_at_most(
    start: datetime, end: datetime, stays: bool
) -> None:
    assert kept(brought(start, end)) == ["a"] * stays


def test_what_is_registered_already_is_left() -> None:
    registered = ((at(10, 8), at(10, 12)), (at(10, 12), at(10, 16)))
    inside, partly = brought(at(10, 11), at(10, 13)), brought(at(10, 15), at(10, 17), "b")
    assert kept(inside, partly, registered=registered) == ["b"]


def test_an_identity_stands_once_as_it_was_said_last_and_seconds_are_dropped() -> None:
    seconds = timedelta(seconds=40)
    some = [
        brought(at(10, 9), at(10, 10)),
        brought(at(11, 9) + seconds, at(11, 10) + seconds, title=" Møde\n\x00om  x"),
    ]
    [one] = wanted(some, first=FIRST, now=NOW, registered=())
    assert (one.start, one.end, one.title) == (at(11, 9), at(11, 10), "Møde om x")


def test_suggestions_come_in_order_of_time() -> None:
    assert kept(brought(at(11, 9), at(11, 10), "b"), brought(at(10, 9), at(10, 10))) == ["a", "b"]


@given(st.text(max_size=200))
def test_a_title_is_one_short_line(title: str) -> None:
    said = short(title)
    assert len(said) <= 60
    assert said.isprintable()
    assert short(said) == said


@pytest.mark.parametrize(
    ("said", "adds"),
    [
        ([], [(1260, 1290)]),
        ([Span(480, 960)], [(1260, 1290)]),
        ([Span(480, 1290)], []),
        ([Span(480, 1275)], [(1275, 1290)]),
        ([Span(1270, 1280)], [(1260, 1270), (1280, 1290)]),
        ([Span(480, 1260), Span(1290, 1320)], [(1260, 1290)]),
        ([Span(0, 444, timed=False)], []),
    ],
)
def test_a_suggestion_adds_what_the_day_does_not_say(said: list[Span], adds: list[tuple[int, int]]) -> None:
    found = added(said, Span(1260, 1290, Place.HOME))
    assert [(one.start, one.end) for one in found] == adds
    assert {one.place for one in found} <= {Place.HOME}


SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, DAY), st.integers(1, 600))


@given(st.lists(SPANS, max_size=6), SPANS)
def test_what_is_added_overlaps_nothing_and_together_they_say_the_suggestion(said: list[Span], draft: Span) -> None:
    taken = {minute for span in said for minute in range(span.start, span.end)}
    new = [minute for span in added(said, draft) for minute in range(span.start, span.end)]
    assert taken.isdisjoint(new)
    assert set(range(draft.start, draft.end)) - taken == set(new)
    assert added([*said, *added(said, draft)], draft) == []
