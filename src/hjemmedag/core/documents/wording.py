"""Dates, times and numbers as a letter writes them, in both languages, with hard spaces after numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.law import Text

HARD = "\N{NO-BREAK SPACE}"
"""Between a number and its word: a line never ends there."""

MONTHS = (
    Text(da="januar", en="January"),
    Text(da="februar", en="February"),
    Text(da="marts", en="March"),
    Text(da="april", en="April"),
    Text(da="maj", en="May"),
    Text(da="juni", en="June"),
    Text(da="juli", en="July"),
    Text(da="august", en="August"),
    Text(da="september", en="September"),
    Text(da="oktober", en="October"),
    Text(da="november", en="November"),
    Text(da="december", en="December"),
)
WEEKDAYS = (
    Text(da="mandag", en="Monday"),
    Text(da="tirsdag", en="Tuesday"),
    Text(da="onsdag", en="Wednesday"),
    Text(da="torsdag", en="Thursday"),
    Text(da="fredag", en="Friday"),
    Text(da="lørdag", en="Saturday"),
    Text(da="søndag", en="Sunday"),
)


def day(on: date) -> Text:
    """ "1. december 2026", "1 December 2026"."""
    month = MONTHS[on.month - 1]
    return Text(da=f"{on.day}.{HARD}{month.da} {on.year}", en=f"{on.day}{HARD}{month.en} {on.year}")


def weekday(on: date) -> Text:
    """ "tirsdag 1. december 2026", "Tuesday 1 December 2026"."""
    name, written = WEEKDAYS[on.weekday()], day(on)
    return Text(da=f"{name.da} {written.da}", en=f"{name.en} {written.en}")


def between(start: time, end: time) -> str:
    """ "08:00–16:00"."""
    return f"{start:%H:%M}–{end:%H:%M}"


def instant(moment: datetime) -> Text:
    """The second in Danish time: "24. november 2026 kl. 09:30:12 dansk tid"."""
    local = moment.astimezone(COPENHAGEN)
    written = day(local.date())
    return Text(
        da=f"{written.da} kl. {local:%H:%M:%S} dansk tid",
        en=f"{written.en} at {local:%H:%M:%S} Danish time",
    )


def universal(moment: datetime) -> str:
    """The second in UTC: "2026-11-24 08:30:12 UTC"."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"


def hours(minutes: int) -> Text:
    """Minutes as hours, exactly: "37 timer", "22 timer og 12 minutter"."""
    whole, rest = divmod(minutes, 60)
    parts = []
    if whole or not rest:
        parts.append(_count(whole, Text(da="time", en="hour"), Text(da="timer", en="hours")))
    if rest:
        parts.append(_count(rest, Text(da="minut", en="minute"), Text(da="minutter", en="minutes")))
    return series(parts)


def notice(months: int) -> Text:
    """Notice by agreement: "1 måneds varsel", "3 months’ notice"."""
    if months == 1:
        return Text(da=f"1{HARD}måneds varsel", en=f"1{HARD}month’s notice")
    return Text(da=f"{months}{HARD}måneders varsel", en=f"{months}{HARD}months’ notice")


def series(items: Sequence[Text]) -> Text:
    """ "mandag, onsdag og fredag", "Monday, Wednesday and Friday"."""
    return Text(da=_joined([item.da for item in items], "og"), en=_joined([item.en for item in items], "and"))


def _count(number: int, one: Text, several: Text) -> Text:
    unit = one if number == 1 else several
    return Text(da=f"{number}{HARD}{unit.da}", en=f"{number}{HARD}{unit.en}")


def _joined(words: list[str], last: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"
