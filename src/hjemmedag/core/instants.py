"""Instants of Danish working life: local to Europe/Copenhagen, counted in elapsed time across both clock changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


class NoSuchTime(ValueError):
    """The clock skipped this local time in March."""


def local(moment: datetime) -> datetime:
    """`moment` in Danish time. Without an offset it is taken as Danish already.

    An hour that comes twice in October is the one that `fold` says, the first by default.
    Raises `NoSuchTime` for an hour that the clock skips.
    """
    if moment.tzinfo is not None:
        return moment.astimezone(COPENHAGEN)
    placed = moment.replace(tzinfo=COPENHAGEN)
    if placed.astimezone(UTC).astimezone(COPENHAGEN).replace(tzinfo=None) != moment.replace(fold=0):
        raise NoSuchTime(f"{moment:%Y-%m-%d %H:%M}")
    return placed


def midnight(day: date) -> datetime:
    """The instant at which a Danish day begins."""
    return datetime.combine(day, time.min, COPENHAGEN)


def after(moment: datetime, elapsed: timedelta) -> datetime:
    """The Danish time when `elapsed` has really passed, whatever the clock was set to in between."""
    return (moment.astimezone(UTC) + elapsed).astimezone(COPENHAGEN)


def written(moment: datetime) -> str:
    """The instant as answers write it: `2026-10-27T11:00+01:00`, seconds only where there are any."""
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")
