"""Tables of hours for the register: own or many people's, every faulty row named."""

from __future__ import annotations

from datetime import datetime

import pytest

from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.worktime import headings, timelist
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


def test_danish_headings_and_words_mean_the_same() -> None:
    danish = of(
        "7;16-11-2026 08:00;16-11-2026 16:00;Hjemme;Arbejde;30",
        "7;17-11-2026 08:00;17-11-2026 16:00;kontor;rådighed;",
        "7;18-11-2026 08:00;18-11-2026 16:00;andet;tilkald;",
        headings="Medarbejdernr.;Fra;til;STED;art;pause",
    )
    english = of(
        "7;16-11-2026 08:00;16-11-2026 16:00;home;work;30",
        "7;17-11-2026 08:00;17-11-2026 16:00;office;on_call;",
        "7;18-11-2026 08:00;18-11-2026 16:00;other;call_out;",
    )
    assert danish.hours == english.hours
    assert danish.faults == ()


@pytest.mark.parametrize("column", list(headings.DANISH))
def test_every_name_of_a_column_is_read(column: str) -> None:
    for name in headings.names(column, "da"):
        assert headings.named(name) == column


def test_both_names_of_one_column_are_refused_with_both_named() -> None:
    with pytest.raises(timelist.Unusable) as fault:
        of("7;a;b;c", headings="employee;start;end;Fra")
    assert fault.value.message.en == 'Fra: is the same column as "start". Keep one of them.'
    assert fault.value.message.da == 'Fra: er samme kolonne som "start". Behold den ene.'


def test_a_fault_is_named_as_the_file_names_its_column() -> None:
    rows = ["7;16-11-2026 08:00;31-11-2026 16:00;", "7;16-11-2026 08:00;16-11-2026 16:00;strand"]
    rows += ["7;17-11-2026 08:00;17-11-2026 16:00;", "7;17-11-2026 09:00;17-11-2026 10:00;"]
    assert [fault.da for fault in of(*rows, headings="medarbejdernr;Fra;Til;sted").faults] == [
        'række 2: Til: "31-11-2026 16:00" er ikke et tidspunkt. Skriv det som 02-11-2026 08:00 eller 2026-11-02T08:00.',
        'række 3: sted: "strand" kan ikke bruges. Vælg en af: hjemme, kontor, andet.',
        "række 5: Fra: tiden overlapper række 4.",
    ]


def test_a_missing_column_is_named_in_the_readers_language() -> None:
    with pytest.raises(timelist.Unusable) as fault:
        of("7;a", headings="medarbejdernr;fra")
    assert fault.value.message.da == "end (slut): kolonnen mangler. Filen har: medarbejdernr, fra."


@pytest.mark.parametrize(
    "headings", ["start;end", "employee;fra;til;stedd", "employee;start;end;braek", "employee;start;end;end"]
)
def test_columns_that_cannot_be_used_are_refused(headings: str) -> None:
    with pytest.raises(timelist.Unusable):
        of("7;2026-11-16T08:00;2026-11-16T16:00", headings=headings)
