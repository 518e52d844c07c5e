"""Calendar files as people export them, as programs damage them, and as nobody should have made them."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from hjemmedag.adapters.calendars import LARGEST_FILE, Asked, Reading, Unreadable, read
from hjemmedag.adapters.calendars.events import events_in
from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.law import Text

SINCE = datetime(2026, 10, 5, tzinfo=COPENHAGEN)
NOW = datetime(2026, 11, 23, 10, tzinfo=COPENHAGEN)
ASKED = Asked(SINCE, NOW, frozenset({"anna@proeve.example"}))
ZONE = "DTSTART;TZID=Europe/Copenhagen:"
START, END = "DTSTART:20261110T100000Z", "DTEND:20261110T110000Z"
HOUR = ("2026-11-10 11:00", "2026-11-10 12:00")


def calendar(*events: str, head: str = "") -> bytes:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Prøve//DA",
        *filter(None, [head]),
        *events,
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines).encode()


def event(*lines: str, uid: str = "a", title: str = "Møde") -> str:
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}", *lines, "END:VEVENT"])


def found(content: bytes) -> Reading:
    return events_in(content, ASKED)


def times(reading: Reading) -> list[tuple[str, str]]:
    """From and until when, in Danish time."""
    return [
        tuple(f"{moment.astimezone(COPENHAGEN):%Y-%m-%d %H:%M}" for moment in (one.start, one.end))
        for one in reading.events
    ]


def refusal(content: bytes) -> Text:
    with pytest.raises(Unreadable) as refused:
        read(content, ASKED)
    return refused.value.text


@pytest.mark.parametrize(
    "lines",
    [
        (START, END),
        (f"{ZONE}20261110T110000", "DTEND;TZID=Europe/Copenhagen:20261110T120000"),
        (f"{ZONE}20261110T110000", "DURATION:PT1H"),
        ("DTSTART;TZID=Romance Standard Time:20261110T110000", "DTEND;TZID=Romance Standard Time:20261110T120000"),
        ("DTSTART;TZID=America/New_York:20261110T050000", "DTEND;TZID=America/New_York:20261110T060000"),
        ("DTSTART:20261110T110000", "DTEND:20261110T120000"),
    ],
    ids=["utc", "zone", "duration", "outlook", "new york", "floating"],
)
def test_an_event_is_read_in_danish_time_however_its_time_is_written(lines: tuple[str, ...]) -> None:
    assert times(found(calendar(event(*lines)))) == [HOUR]


def test_a_zone_of_the_files_own_is_followed() -> None:
    zone = "\r\n".join(
        [
            *("BEGIN:VTIMEZONE", "TZID:Her", "BEGIN:STANDARD", "DTSTART:19700101T000000"),
            *("TZOFFSETFROM:+0300", "TZOFFSETTO:+0300", "END:STANDARD", "END:VTIMEZONE"),
        ]
    )
    lines = ("DTSTART;TZID=Her:20261110T130000", "DTEND;TZID=Her:20261110T140000")
    assert times(found(calendar(zone, event(*lines)))) == [HOUR]


def test_only_title_time_and_identity_leave_the_file() -> None:
    [one] = found(
        calendar(
            event(
                START,
                END,
                "DESCRIPTION:Løn og sygdom",
                "LOCATION:Kontor 4",
                "ATTENDEE;CN=Bo:mailto:bo@proeve.example",
                "ORGANIZER:mailto:bo@proeve.example",
                uid="bo@proeve.example-17",
                title="Kvartal\\, " + "x" * 80,
            )
        )
    ).events
    assert one.title == "Kvartal, " + "x" * 50 + "…"
    assert len(one.title) == 60
    assert len(one.identity) == 64
    assert "bo@" not in repr(one)
    assert (one.start, one.end, one.place) == (
        datetime(2026, 11, 10, 10, tzinfo=UTC),
        datetime(2026, 11, 10, 11, tzinfo=UTC),
        None,
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART;VALUE=DATE:20261110",),
        (START, END, "STATUS:CANCELLED"),
        (START, END, "TRANSP:TRANSPARENT"),
        (START, END, "X-MICROSOFT-CDO-BUSYSTATUS:FREE"),
        (START, END, "X-MICROSOFT-CDO-BUSYSTATUS:OOF"),
        (START, END, "CLASS:PRIVATE"),
        (START, END, "ATTENDEE;PARTSTAT=DECLINED:mailto:Anna@proeve.example"),
        (START,),
        (START, "DTEND:20261110T100000Z"),
        ("DTSTART:20261001T100000Z", "DTEND:20261001T110000Z"),
        ("DTSTART:20261201T100000Z", "DTEND:20261201T110000Z"),
    ],
    ids=[
        *("whole day", "cancelled", "transparent", "free", "away", "private", "declined"),
        *("without an end", "without length", "before", "ahead"),
    ],
)
def test_what_was_no_work_in_these_weeks_is_left_out_in_silence(lines: tuple[str, ...]) -> None:
    assert found(calendar(event(*lines))) == Reading(())


def test_what_somebody_else_declined_or_oneself_accepted_is_read() -> None:
    lines = (
        "ATTENDEE;PARTSTAT=DECLINED:mailto:bo@proeve.example",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@proeve.example",
    )
    assert times(found(calendar(event(START, END, *lines)))) == [HOUR]


def test_a_series_is_read_each_time_it_took_place_by_the_clock() -> None:
    series = event(
        f"{ZONE}20240103T210000",
        "DTEND;TZID=Europe/Copenhagen:20240103T213000",
        "RRULE:FREQ=WEEKLY;BYDAY=WE",
        "EXDATE;TZID=Europe/Copenhagen:20261104T210000",
    )
    moved = event(
        f"{ZONE}20261112T200000",
        "DTEND;TZID=Europe/Copenhagen:20261112T203000",
        "RECURRENCE-ID;TZID=Europe/Copenhagen:20261111T210000",
    )
    called_off = event(
        f"{ZONE}20261118T210000",
        "DTEND;TZID=Europe/Copenhagen:20261118T213000",
        "RECURRENCE-ID;TZID=Europe/Copenhagen:20261118T210000",
        "STATUS:CANCELLED",
    )
    reading = found(calendar(series, moved, called_off))
    assert [start for start, _end in times(reading)] == [
        *("2026-10-07 21:00", "2026-10-14 21:00", "2026-10-21 21:00", "2026-10-28 21:00", "2026-11-12 20:00"),
    ]
    assert len({one.identity for one in reading.events}) == 5


def test_an_event_keeps_its_identity_when_it_is_moved_or_renamed() -> None:
    later = event("DTSTART:20261111T100000Z", "DTEND:20261111T110000Z", title="Andet")
    [before], [after] = found(calendar(event(START, END))).events, found(calendar(later)).events
    assert before.identity == after.identity
    [other] = found(calendar(event(START, END, uid="b"))).events
    assert other.identity != before.identity


def test_one_turn_of_a_series_keeps_its_identity_when_it_is_moved() -> None:
    series = event(f"{ZONE}20261109T090000", "DURATION:PT30M", "RRULE:FREQ=DAILY;COUNT=2")
    moved = event(f"{ZONE}20261110T150000", "DURATION:PT30M", "RECURRENCE-ID;TZID=Europe/Copenhagen:20261110T090000")
    before, after = found(calendar(series)).events, found(calendar(series, moved)).events
    assert {one.identity for one in before} == {one.identity for one in after}
    assert before != after


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART:20261345T100000Z", END),
        ("DTSTART:i morgen", END),
        (END,),
        ("DTSTART;TZID=Nowhere/Else:20261110T100000", "DTEND;TZID=Nowhere/Else:20261110T110000"),
        (START, END, "RRULE:FREQ=SOMETIMES"),
        (START, "DURATION:P9999999D", "RRULE:FREQ=DAILY"),
        ("DTSTART:20260329T023000", "DTEND:20260329T033000", "RRULE:FREQ=YEARLY;UNTIL=bad"),
    ],
    ids=["no such date", "words", "no start", "no such zone", "no such rule", "without measure", "no such end"],
)
def test_an_event_that_cannot_be_understood_is_counted_and_the_others_are_read(lines: tuple[str, ...]) -> None:
    reading = found(calendar(event(*lines), event(START, END, uid="b")))
    assert (times(reading), reading.faulty) == ([HOUR], 1)


def test_a_fault_in_a_line_that_is_not_about_time_is_no_fault() -> None:
    reading = found(calendar(event(START, END, "CREATED:i går", "SEQUENCE:to", "GEO:her")))
    assert (times(reading), reading.faulty) == ([HOUR], 0)


def test_two_calendars_in_one_file_and_what_is_no_event_are_no_fault() -> None:
    task = "BEGIN:VTODO\r\nUID:t\r\nSUMMARY:Husk\r\nDUE:20261110T100000Z\r\nEND:VTODO"
    both = calendar(task, event(START, END)) + calendar(event(START, END, uid="b"))
    assert len(found(both).events) == 2


def test_a_byte_order_mark_and_bare_line_ends_are_no_fault() -> None:
    content = b"\xef\xbb\xbf" + calendar(event(START, END)).replace(b"\r\n", b"\n")
    assert times(found(content)) == [HOUR]


def test_an_empty_calendar_has_no_events() -> None:
    assert found(calendar()) == Reading(())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Filen er tom."),
        (b" \r\n", "Filen er tom."),
        (b"%PDF-1.7", "Filen er ikke en kalender."),
        ("Emne;Start\r\nMøde;10.00".encode(), "Filen er ikke en kalender."),
        ("BEGIN:VCALENDAR".encode("utf-16"), "Filen er ikke en kalender."),
        (calendar(event(START, END))[:-30], "Kalenderen er beskadiget"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n", "Kalenderen er beskadiget"),
        (b"x" * (LARGEST_FILE + 1), "Kalenderen er for stor: højst 10 MB kan læses."),
        (calendar(*(event(START, END, uid=str(number)) for number in range(2001))), "over 2.000 begivenheder"),
        (calendar(event(START, "DURATION:PT1M", "RRULE:FREQ=MINUTELY")), "over 2.000 begivenheder"),
    ],
    ids=["empty", "blank", "pdf", "table", "utf-16", "cut off", "unclosed", "too large", "too many", "every minute"],
)
def test_a_file_that_cannot_be_used_says_what_is_wrong_in_one_message(content: bytes, words: str) -> None:
    assert words in refusal(content).da


def test_what_is_read_apart_is_what_is_read() -> None:
    content = calendar(event(START, END, title="Møde\x00 om æøå"), event("DTSTART:x", uid="b"))
    assert read(content, ASKED) == found(content)


@pytest.mark.parametrize(
    "rule",
    ["FREQ=SECONDLY", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MINUTELY;BYHOUR=3;BYMONTHDAY=30;BYMONTH=2"],
)
def test_a_calendar_that_repeats_without_end_is_given_up_after_its_time(rule: str) -> None:
    begun = time.monotonic()
    with pytest.raises(Unreadable) as refused:
        read(calendar(event("DTSTART:19000101T100000Z", "DURATION:PT1S", f"RRULE:{rule}")), ASKED, cpu_seconds=2)
    assert "tager for lang tid" in refused.value.text.da
    assert timedelta(seconds=time.monotonic() - begun) < timedelta(seconds=15)
