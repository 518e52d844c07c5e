"""How a calendar is read with icalendar. Imported only in the process that reads a file."""

from __future__ import annotations

import hashlib
from codecs import BOM_UTF8
from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from typing import Any

import recurring_ical_events
from icalendar import Calendar

from hjemmedag.adapters.calendars.reading import (
    BROKEN,
    EMPTY,
    MOST_EVENTS,
    NOT_A_CALENDAR,
    TOO_MANY,
    Asked,
    Reading,
    Unreadable,
)
from hjemmedag.core.instants import local
from hjemmedag.core.worktime.drafts import Brought, short

FREE = ("FREE", "OOF")
"""What Outlook calls time that is free, and time out of the office."""
TIMES = ("DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "RRULE", "RDATE", "EXDATE")
"""What an event says of when it is: a fault in any other line changes nothing."""
PRIVATE = ("PRIVATE", "CONFIDENTIAL")


def events_in(content: bytes, asked: Asked) -> Reading:
    """The events of a calendar file that may have been work, recurring ones each time they took place.

    Left out are those that last whole days or no time, and that are cancelled, declined, free or marked as private. Of
    an event only time, title and identity are read. Raises `Unreadable`.
    """
    zone, series = _parsed(content)
    found: list[Brought] = []
    faulty = 0
    for group in series.values():
        try:
            found += _brought(group, zone, asked)
        except Unreadable:
            raise
        except Exception:
            # Hostile or odd values make the libraries raise whatever they meet: the event is odd, not the file.
            faulty += 1
        if len(found) > MOST_EVENTS:
            raise Unreadable(TOO_MANY)
    return Reading(tuple(sorted(found, key=lambda one: (one.start, one.identity))), faulty)


def _parsed(content: bytes) -> tuple[str, dict[str, list[Any]]]:
    """The zone that the calendar names for itself, and its events by the series they belong to."""
    if not content.strip():
        raise Unreadable(EMPTY)
    outline = content.removeprefix(BOM_UTF8).strip().upper()
    if not outline.startswith(b"BEGIN:VCALENDAR"):
        raise Unreadable(NOT_A_CALENDAR)
    if not outline.endswith(b"END:VCALENDAR"):
        raise Unreadable(BROKEN)  # the library takes what is there of a file that was cut off
    try:
        calendars = Calendar.from_ical(content, multiple=True)
    except Exception as fault:
        raise Unreadable(BROKEN) from fault
    if not calendars:
        raise Unreadable(BROKEN)
    series: dict[str, list[Any]] = {}
    for number, event in enumerate(event for calendar in calendars for event in calendar.walk("VEVENT")):
        series.setdefault(str(event.get("UID") or number), []).append(event)
    return next((str(one["X-WR-TIMEZONE"]) for one in calendars if "X-WR-TIMEZONE" in one), ""), series


def _brought(group: list[Any], zone: str, asked: Asked) -> list[Brought]:
    for event in group:
        _understood(event)
    calendar = Calendar()
    if zone:
        calendar.add("X-WR-TIMEZONE", zone)
    for event in group:
        calendar.add_component(event)
    recurs = any(name in event for event in group for name in ("RRULE", "RDATE", "RECURRENCE-ID"))
    found = recurring_ical_events.of(calendar).between(asked.since, asked.until)
    if len(found) > MOST_EVENTS:
        raise Unreadable(TOO_MANY)
    return [one for event in found for one in _work(event, asked, recurs=recurs)]


def _understood(event: Any) -> None:
    """Drop what can't be read and says nothing of the time. Raises `ValueError` where the times can't be relied on."""
    faults = {name for name, _why in event.errors}
    if "DTSTART" not in event or not faults.isdisjoint(TIMES):
        raise ValueError("a time is missing or can't be read")
    for name in faults:
        event.pop(name, None)
    for name in ("DTSTART", "DTEND", "RECURRENCE-ID"):
        said = event.get(name)
        moment = getattr(said, "dt", None)
        if "TZID" in getattr(said, "params", {}) and isinstance(moment, datetime) and moment.tzinfo is None:
            raise ValueError("the time zone is not known")


def _work(event: Any, asked: Asked, *, recurs: bool) -> Iterator[Brought]:
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    if not isinstance(start, datetime) or not isinstance(end, datetime) or _no_work(event, asked.addresses):
        return
    begins, ends = local(start).astimezone(UTC), local(end).astimezone(UTC)
    if begins < ends and asked.since <= begins < asked.until:
        title = str(event.get("SUMMARY", ""))
        turn = local(event["RECURRENCE-ID"].dt).astimezone(UTC).isoformat() if recurs else ""
        said = f"{event.get('UID') or f'{begins} {title}'}\n{turn}"
        identity = hashlib.sha256(said.encode()).hexdigest()
        yield Brought(start=begins, end=ends, title=short(title), identity=identity)


def _no_work(event: Any, addresses: Collection[str]) -> bool:
    def says(name: str) -> str:
        return str(event.get(name, "")).upper()

    return (
        says("STATUS") == "CANCELLED"
        or says("TRANSP") == "TRANSPARENT"
        or says("X-MICROSOFT-CDO-BUSYSTATUS") in FREE
        or says("CLASS") in PRIVATE
        or _declined(event, addresses)
    )


def _declined(event: Any, addresses: Collection[str]) -> bool:
    asked = event.get("ATTENDEE", [])
    for one in asked if isinstance(asked, list) else [asked]:
        address = str(one).lower().removeprefix("mailto:")
        if address in addresses and str(one.params.get("PARTSTAT", "")).upper() == "DECLINED":
            return True
    return False
