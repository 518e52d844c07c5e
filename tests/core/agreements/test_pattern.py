"""The weekly pattern of an arrangement."""

from __future__ import annotations

from datetime import date, time

import pytest

from hjemmedag.core.agreements.pattern import Fault, Pattern, Place, Window

OFFICE_HOURS = dict.fromkeys(range(5), Window(time(8), time(16)))


def pattern(*days: int, remote: bool = False, weeks: int = 1, hours: dict[int, Window] | None = None) -> Pattern:
    return Pattern(
        remote=remote,
        cycle_weeks=weeks,
        home_days=frozenset(days),
        hours=OFFICE_HOURS if hours is None else hours,
    )


def test_two_fixed_days_at_home_are_in_order() -> None:
    assert pattern(0, 4).faults() == []


@pytest.mark.parametrize(
    ("faulty", "faults"),
    [
        (pattern(), [Fault.NO_HOME_DAY]),
        (pattern(0, 7), [Fault.DAY_OUTSIDE_CYCLE, Fault.HOME_DAY_WITHOUT_HOURS]),
        (pattern(0, hours={}), [Fault.NO_HOURS]),
        (pattern(0, hours={0: Window(time(16), time(8)), 1: Window(time(8), time(9))}), [Fault.ENDS_BEFORE_START]),
        (pattern(0, 4, hours={0: OFFICE_HOURS[0], 1: OFFICE_HOURS[1]}), [Fault.HOME_DAY_WITHOUT_HOURS]),
        (pattern(0, 1, 2, 3, 4), [Fault.NO_OFFICE_DAY]),
        (pattern(0, 1, remote=True), [Fault.NOT_ALL_AT_HOME]),
    ],
)
def test_each_fault_is_named(faulty: Pattern, faults: list[Fault]) -> None:
    assert faulty.faults() == faults


def test_all_days_at_home_is_remote_also_for_someone_with_four_working_days() -> None:
    four = {day: window for day, window in OFFICE_HOURS.items() if day != 4}
    assert pattern(0, 1, 2, 3, remote=True, hours=four).faults() == []


def test_two_weeks_take_turns_from_the_week_of_the_first_day() -> None:
    turns = pattern(0, 9, weeks=2)
    first = date(2026, 12, 2)
    places = [turns.place_on(day, first) for day in (date(2026, 11, 30), date(2026, 12, 4), date(2026, 12, 11))]
    assert places == [Place.HOME, Place.OFFICE, Place.HOME]
    assert turns.home_days_per_week() == 1


def test_there_is_no_place_at_weekends_and_on_days_without_work() -> None:
    assert pattern(0).place_on(date(2026, 11, 28), date(2026, 11, 23)) is None


def test_hours_are_said_as_runs_of_days() -> None:
    late = Window(time(10), time(18))
    hours = {0: OFFICE_HOURS[0], 1: OFFICE_HOURS[1], 2: late, 4: OFFICE_HOURS[4]}
    said = pattern(0, hours=hours).spans()
    assert said == [(0, 1, OFFICE_HOURS[0]), (2, 2, late), (4, 4, OFFICE_HOURS[4])]
