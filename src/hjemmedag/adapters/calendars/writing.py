"""Writing a meeting, or whole days, as iCalendar (RFC 5545) that Outlook, Google and Apple take in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Calendar

ASKED_EVERY = timedelta(hours=6)
"""How often a calendar program is asked to read a feed again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting. `uid` stays the same when it moves, `sequence` counts on; `url` leads to what the file doesn't say.

    `told_at` is when it was last changed. All moments know their zone.
    """

    uid: str
    sequence: int
    told_at: datetime
    starts: datetime
    ends: datetime
    title: str
    url: str
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Something that holds a whole day without taking its time. `uid` is the same each time the feed is read."""

    uid: str
    on: date
    title: str


def calendar_file(meeting: Meeting) -> bytes:
    """The meeting, its times in UTC, so that no zone has to be explained."""
    from icalendar import Event  # slow to import, and seldom asked for

    event = Event()
    event.add("UID", meeting.uid)
    event.add("DTSTAMP", meeting.told_at.astimezone(UTC))
    event.add("SEQUENCE", meeting.sequence)
    event.add("DTSTART", meeting.starts.astimezone(UTC))
    event.add("DTEND", meeting.ends.astimezone(UTC))
    event.add("SUMMARY", meeting.title)
    event.add("URL", meeting.url)
    event.add("STATUS", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    calendar = _calendar()
    calendar.add("METHOD", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def feed(days: Iterable[Day], *, name: str, told_at: datetime) -> bytes:
    """Whole days for a calendar that subscribes to them. What is said of a day never changes: it stands or is gone."""
    from icalendar import Event

    calendar = _calendar()
    calendar.add("NAME", name)
    calendar.add("X-WR-CALNAME", name)  # what programs older than RFC 7986 read
    calendar.add("REFRESH-INTERVAL", ASKED_EVERY, parameters={"VALUE": "DURATION"})
    for day in days:
        event = Event()
        event.add("UID", day.uid)
        event.add("DTSTAMP", told_at.astimezone(UTC))
        event.add("SEQUENCE", 0)
        event.add("DTSTART", day.on)
        event.add("DTEND", day.on + timedelta(days=1))
        event.add("SUMMARY", day.title)
        event.add("TRANSP", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _calendar() -> Calendar:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//hjemmedag//DA")
    return calendar
