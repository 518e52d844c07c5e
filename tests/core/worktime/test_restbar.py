"""Until when someone may work on, and from when again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hjemmedag.core.worktime.restbar import Bar, bar

REST, WINDOW = timedelta(hours=11), timedelta(hours=24)


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def test_thirteen_hours_from_the_first_work_after_a_whole_rest() -> None:
    assert bar([(at(23, 7), at(23, 15))], REST, WINDOW) == Bar(stop_by=at(23, 20), begin_from=at(24, 2))


def test_an_evening_counts_from_the_same_morning_and_moves_the_next_one() -> None:
    worked = [(at(23, 7), at(23, 15)), (at(23, 18), at(23, 20))]
    assert bar(worked, REST, WINDOW) == Bar(stop_by=at(23, 20), begin_from=at(24, 7))


def test_a_whole_rest_in_between_begins_anew() -> None:
    worked = [(at(22, 7), at(22, 15)), (at(23, 2), at(23, 9))]
    assert bar(worked, REST, WINDOW) == Bar(stop_by=at(23, 15), begin_from=at(23, 20))


def test_without_work_there_is_nothing_to_say() -> None:
    assert bar([], REST, WINDOW) is None
