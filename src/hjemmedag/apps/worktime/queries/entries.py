"""What stands in the register: entries that no later one replaced or removed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from hjemmedag.apps.worktime.models import Entry
from hjemmedag.core.instants import local
from hjemmedag.core.worktime.entries import Kind, Place
from hjemmedag.core.worktime.typed import DAY, Span


def standing() -> QuerySet[Entry]:
    """The entries that hold now."""
    return Entry.objects.filter(removed=False, replaced_by__isnull=True)


def of_days(employee: int, first: date, last: date) -> QuerySet[Entry]:
    """Someone's entries registered on the days from the first to the last, in order."""
    return standing().filter(employee=employee, day__range=(first, last)).order_by("start", "id")


def touching(employee: int, start: datetime, end: datetime) -> QuerySet[Entry]:
    """Someone's entries with at least a moment between two instants; of totals it isn't known when they were worked."""
    timed = standing().filter(employee=employee, timed=True)
    return timed.filter(start__lt=end, end__gt=start).order_by("start", "id")


def history(employee: int, first: date, last: date) -> QuerySet[Entry]:
    """Everything written about these days, in the order it was written: also what was replaced or removed since."""
    written = Entry.objects.filter(employee=employee, day__range=(first, last))
    return written.select_related("by", "replaces").order_by("at", "id")


def everything(employee: int) -> QuerySet[Any]:
    """All that was ever written about someone's time, in the order it was written; `stands` says what still holds."""
    later = Entry.objects.filter(replaces=OuterRef("pk"))
    written = Entry.objects.filter(employee=employee).select_related("by").order_by("at", "id")
    return written.annotate(stands=~Exists(later) & Q(removed=False))


def total(entries: Iterable[Entry]) -> int:
    """Working minutes together."""
    return sum(entry.minutes for entry in entries)


def span_of(entry: Entry) -> Span:
    """The entry by the clock of its day, as it can be typed."""
    if not entry.timed:
        return Span(0, entry.minutes, Place(entry.place), Kind(entry.kind), 0, timed=False)
    start, end = (minute_of(entry.day, moment) for moment in (entry.start, entry.end))
    return Span(start, end, Place(entry.place), Kind(entry.kind), entry.break_minutes)


def minute_of(day: date, moment: datetime) -> int:
    """The minute that the clock shows, counted from a day's midnight."""
    clock = local(moment)
    return (clock.date() - day).days * DAY + clock.hour * 60 + clock.minute
