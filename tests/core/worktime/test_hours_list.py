"""Tables of hours for the register: own or many people's, every faulty row named."""

from __future__ import annotations

from datetime import datetime

import pytest

from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.worktime import timelist
from hjemmedag.core.worktime.entries import Kind, Place
from hjemmedag.core.worktime.hours_list import Reading, read

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=COPENHAGEN)


def of(*rows: str, headings: str = "employee;start;end;place;kind;break", own: str | None = None) -> Reading:
    cells = ((number, row.split(";")) for number, row in enumerate(rows, start=2))
    return read(headings.split(";"), cells, now=NOW, own=own)


def test_what_a_row_is_silent_on_stays_unsaid() -> None:
    (one,) = of("7;2026-11-16T08:00;2026-11-16T16:00;;;").hours
    assert (one.employee, one.place, one.kind, one.break_minutes, one.day.isoformat()) == (
        "7",
        None,
        Kind.WORK,
        None,
        "2026-11-16",
    )


def test_a_night_belongs_to_the_day_it_begins_on() -> None:
    (one,) = of("7;2026-11-16T22:00;2026-11-17T06:00;home;call_out;15").hours
    assert (one.day.day, one.place, one.kind, one.break_minutes) == (16, Place.HOME, Kind.CALL_OUT, 15)


def test_hours_that_touch_do_not_overlap_and_another_person_may_work_at_once() -> None:
    rows = ["7;2026-11-16T08:00;2026-11-16T12:00;;;", "7;2026-11-16T12:00;2026-11-16T16:00;;;"]
    assert of(*rows, "8;2026-11-16T08:00;2026-11-16T16:00;;;").faults == ()


def test_a_row_inside_a_long_one_overlaps_it_though_another_stands_between() -> None:
    rows = [
        f"7;2026-11-16T{start};2026-11-16T{end};;;"
        for start, end in (("08:00", "16:00"), ("09:00", "10:00"), ("11:00", "12:00"))
    ]
    assert [fault.en for fault in of(*rows).faults] == [
        "row 3: start: the hours overlap row 2.",
        "row 4: start: the hours overlap row 2.",
    ]


def test_the_25_hours_of_a_day_in_october_are_one_too_many() -> None:
    (fault,) = of("7;2026-10-25T00:00;2026-10-26T00:00;;;").faults
    assert fault.en == "row 2: end: is more than 24 hours after the start."


def test_ones_own_file_names_nobody_or_oneself() -> None:
    headings = "employee;start;end"
    assert [one.employee for one in of(";2026-11-16T08:00;2026-11-16T16:00", headings=headings, own="7").hours] == ["7"]
    assert [fault.en for fault in of("8;2026-11-16T08:00;2026-11-16T16:00", headings=headings, own="7").faults] == [
        "row 2: employee: is not your number. You can register your own hours only."
    ]


@pytest.mark.parametrize("headings", ["start;end", "employee;start;end;braek", "employee;start;end;end"])
def test_columns_that_cannot_be_used_are_refused(headings: str) -> None:
    with pytest.raises(timelist.Unusable):
        of("7;2026-11-16T08:00;2026-11-16T16:00", headings=headings)
