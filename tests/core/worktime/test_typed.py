"""Hours as people write them, and as the clock of their day has them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from hjemmedag.core.law import Text
from hjemmedag.core.worktime.entries import Kind, Place
from hjemmedag.core.worktime.typed import Span, Unreadable, instants, read, written

WORDS: dict[Place | Kind | None, str] = {
    Place.HOME: "hjemme",
    Place.OFFICE: "kontor",
    Place.OTHER: "andet sted",
    Kind.ON_CALL: "rådighed",
    Kind.CALL_OUT: "tilkald",
    None: "pause",
}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("", []),
        ("8-16", [Span(480, 960)]),
        ("8-16, 20-21 hjemme", [Span(480, 960), Span(1200, 1260, Place.HOME)]),
        ("kl. 8.15 til 12 og 12:30–16 kontor", [Span(495, 720), Span(750, 960, Place.OFFICE)]),
        ("0815-1600", [Span(495, 960)]),
        ("8.15-16", [Span(495, 960)]),
        ("kl. 0815 til 12:30 hjemme, 1300-16", [Span(495, 750, Place.HOME), Span(780, 960)]),
        ("22-2 hjemme", [Span(1320, 1560, Place.HOME)]),
        ("16-24", [Span(960, 1440)]),
        ("8-16 uden pause", [Span(480, 960, break_minutes=0)]),
        ("8-16 hjemme/pause 45", [Span(480, 960, Place.HOME, break_minutes=45)]),
        ("18-8 rådighed/hjemme", [Span(1080, 1920, Place.HOME, Kind.ON_CALL)]),
        ("7,5 t", [Span(0, 450, break_minutes=0, timed=False)]),
        ("7:24 timer hjemme", [Span(0, 444, Place.HOME, break_minutes=0, timed=False)]),
        ("7 timer 24 min", [Span(0, 444, break_minutes=0, timed=False)]),
        (
            "7.5 hours home, 1 hour office",
            [
                Span(0, 450, Place.HOME, break_minutes=0, timed=False),
                Span(0, 60, Place.OFFICE, break_minutes=0, timed=False),
            ],
        ),
        ("8-9 home; 10-11 office", [Span(480, 540, Place.HOME), Span(600, 660, Place.OFFICE)]),
    ],
)
def test_hours_are_read_as_people_say_them(said: str, meant: list[Span]) -> None:
    assert read(said) == meant


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("hele dagen", '"hele dagen" er ikke et tidsrum.'),
        ("8-16, 25-26", '"25-26" har et klokkeslæt, der ikke findes.'),
        ("8:60-9", '"8:60-9" har et klokkeslæt, der ikke findes.'),
        ("24-8", '"24-8" har et klokkeslæt, der ikke findes.'),
        ("8-8", '"8-8" begynder og slutter på samme tid.'),
        ("8-16 mars", '"mars"'),
        ("8-9 pause 60", '"8-9 pause 60" er ikke længere end pausen.'),
        ("25 t", '"25 t" er ikke en dags arbejde.'),
        ("8-160", '"8-160" er ikke et tidsrum.'),
        ("0860-09", '"0860-09" har et klokkeslæt, der ikke findes.'),
        ("08150-1600", '"08150-1600" er ikke et tidsrum.'),
        ("sygeplejerske", '"sygeplejerske" er ikke et tidsrum.'),
    ],
)
def test_what_cannot_be_read_is_named(said: str, named: str) -> None:
    with pytest.raises(Unreadable) as fault:
        read(said)
    assert named in fault.value.message.da


@pytest.mark.parametrize("said", ["syg", "Ferie", "FRI", "barn syg", "sick", "day off"])
def test_a_day_away_is_not_an_error_of_writing_and_is_told_what_to_do(said: str) -> None:
    with pytest.raises(Unreadable) as fault:
        read(said)
    assert fault.value.message == Text(
        da=f'"{said}" er ikke arbejdstid og gemmes ikke. Skriv 0 på dagen. Fravær kommer fra virksomhedens '
        "fraværsliste eller HR.",
        en=f"\"{said}\" is no work and isn't kept. Write 0 on the day. Absence comes from the company's absence "
        "list or HR.",
    )


def test_work_before_going_home_ill_is_written_alone() -> None:
    with pytest.raises(Unreadable) as fault:
        read("8-11, syg")
    assert '"syg" er ikke arbejdstid og gemmes ikke. Skriv kun de timer, du arbejdede.' in fault.value.message.da


def test_what_is_written_is_read_as_the_same() -> None:
    said = "8-12 kontor/pause 10, 12:30-15:54 hjemme, 20-1 hjemme/tilkald"
    assert written(read(said), WORDS, "timer") == said
    assert written(read("7:30 timer hjemme"), WORDS, "timer") == "7:30 timer hjemme"


@pytest.mark.parametrize(
    ("day", "span", "start", "end"),
    [
        (
            date(2026, 11, 23),
            Span(480, 960),
            datetime(2026, 11, 23, 7, tzinfo=UTC),
            datetime(2026, 11, 23, 15, tzinfo=UTC),
        ),
        (
            date(2026, 11, 23),
            Span(1320, 1560),
            datetime(2026, 11, 23, 21, tzinfo=UTC),
            datetime(2026, 11, 24, 1, tzinfo=UTC),
        ),
        # The hour from 2 to 3 comes twice; both ends are in the first one, and the second is an hour of work more.
        (
            date(2026, 10, 25),
            Span(150, 165),
            datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
            datetime(2026, 10, 25, 0, 45, tzinfo=UTC),
        ),
        (
            date(2026, 10, 24),
            Span(1320, 1620),
            datetime(2026, 10, 24, 20, tzinfo=UTC),
            datetime(2026, 10, 25, 2, tzinfo=UTC),
        ),
    ],
)
def test_a_span_of_a_day_happened_at_these_instants(day: date, span: Span, start: datetime, end: datetime) -> None:
    assert instants(day, span) == (start, end)


def test_an_hour_that_the_clock_skips_is_named() -> None:
    with pytest.raises(Unreadable) as fault:
        instants(date(2026, 3, 29), Span(150, 300))
    assert fault.value.message.da == "Kl. 02:30 findes ikke søndag 29. marts 2026: uret stilles frem."


@pytest.mark.parametrize("said", ["0", " 0 ", "0 timer", "0 t"])
def test_a_day_without_work_can_be_said(said: str) -> None:
    assert read(said) == []
