"""A table of hours for the register: read as `timelist` reads it, with breaks, and with every faulty row named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from hjemmedag.core.instants import local
from hjemmedag.core.law import FactsError, Text
from hjemmedag.core.worktime import timelist
from hjemmedag.core.worktime.entries import Kind, Place

COLUMNS = ("employee", "start", "end", "place", "kind", "break")
"""In the order of a file to begin with."""
OPTIONAL = (*timelist.OPTIONAL, "break")
LONGEST = timedelta(hours=24)
MOST_ROWS = 5_000
MOST_WEEKS = 60
"""Of one person's file: more is another system's export, which is taken in by `import time_entries`."""


@dataclass(frozen=True, slots=True)
class Hours:
    """A row: whose hours, from when to when in UTC. `place` and `break_minutes` are `None` where the file is silent."""

    row: int
    employee: str
    start: datetime
    end: datetime
    place: Place | None
    kind: Kind
    break_minutes: int | None

    @property
    def day(self) -> date:
        """The local day that it belongs to: the one on which it begins."""
        return local(self.start).date()


@dataclass(frozen=True, slots=True)
class Reading:
    """The rows of a file in its order, and what is wrong in it: a text a faulty row, naming row and column.

    `headings`: what the file calls each column of ours.
    """

    hours: tuple[Hours, ...]
    faults: tuple[Text, ...]
    headings: Mapping[str, str] = field(default_factory=dict)

    def at(self, number: int, column: str, text: Text) -> Text:
        """A fault of a row, with its row in front and its column as the file calls it."""
        return text.about(self.headings.get(column, column)).about(timelist.row(number))


def read(
    headings: Sequence[str],
    rows: Iterable[tuple[int, Sequence[str]]],
    *,
    now: datetime,
    own: str | None = None,
    dates_are_midnights: bool = False,
) -> Reading:
    """The hours in a table. With `own`, a person's number, a file without `employee` is theirs, and no other's is read.

    Raises `timelist.Unusable` when the columns or the table as a whole can't be used.
    """
    needs = timelist.NEEDED if own is None else ("start", "end")
    places = timelist.columns(headings, needs, OPTIONAL if own is None else ("employee", *OPTIONAL))
    reading = Reading((), (), {name: headings[place].strip() for name, place in places.items()})
    found, faults = [], []
    for number, cells in rows:
        try:
            said = timelist.words(number, cells, places, len(headings), dates_are_midnights=dates_are_midnights)
            found.append(_hours(number, said, now, own))
        except FactsError as fault:
            faults.append((number, reading.at(number, fault.field, fault.message)))
        except timelist.Unusable as fault:
            faults.append((number, fault.message))
    if not found and not faults:
        raise timelist.Unusable(timelist.NO_ROWS)
    faults += [(row, reading.at(row, "start", text)) for row, text in _overlaps(found)]
    said_in_order = tuple(text for _row, text in sorted(faults, key=lambda one: one[0]))
    return replace(reading, hours=tuple(found), faults=said_in_order)


def _hours(number: int, said: dict[str, str], now: datetime, own: str | None) -> Hours:
    employee = said.get("employee", "") if own is not None else timelist.needed(said, "employee")
    if own is not None and employee not in ("", own):
        raise FactsError("employee", NOT_YOURS)
    entry = timelist.entry(said)
    start, end = entry.start.astimezone(UTC), entry.end.astimezone(UTC)
    if end - start > LONGEST:
        raise FactsError("end", MORE_THAN_A_DAY)
    if end > now:
        raise FactsError("end", AHEAD)
    pause = _break(said.get("break", ""))
    if timedelta(minutes=pause or 0) >= end - start:
        raise FactsError("break", ALL_BREAK)
    return Hours(number, employee or own or "", start, end, entry.place, entry.kind, pause)


def _break(said: str) -> int | None:
    if not said:
        return None
    if not (said.isascii() and said.isdigit() and len(said) < 5):
        raise FactsError("break", NO_MINUTES)
    return int(said)


def _overlaps(found: Iterable[Hours]) -> Iterator[tuple[int, Text]]:
    """The rows that begin before an earlier one of the same person has ended."""
    last: Hours | None = None
    for one in sorted(found, key=lambda one: (one.employee, one.start, one.row)):
        if last is not None and last.employee == one.employee and one.start < last.end:
            yield one.row, overlaps(timelist.row(last.row))
        if last is None or last.employee != one.employee or one.end > last.end:
            last = one


def overlaps(other: Text) -> Text:
    """The hours overlap others."""
    return Text(da=f"tiden overlapper {other.da}.", en=f"the hours overlap {other.en}.")


TOO_MANY_ROWS = Text(
    da="Filen har over 5.000 rækker. Del den, og tag den ind i flere omgange.",
    en="The file has more than 5,000 rows. Split it, and take it in a part at a time.",
)
TOO_MANY_WEEKS = Text(
    da=f"Filen dækker over {MOST_WEEKS} uger. Del den, og tag den ind i flere omgange.",
    en=f"The file covers more than {MOST_WEEKS} weeks. Split it, and take it in a part at a time.",
)
NOT_YOURS = Text(
    da="er ikke dit nummer. Du kan kun registrere din egen tid.",
    en="is not your number. You can register your own hours only.",
)
MORE_THAN_A_DAY = Text(da="ligger mere end 24 timer efter start.", en="is more than 24 hours after the start.")
AHEAD = Text(
    da="ligger ude i fremtiden. Tid skrives ned, når den er arbejdet.",
    en="lies ahead. Hours are written down once they are worked.",
)
ALL_BREAK = Text(da="er lige så lang som tiden eller længere.", en="is as long as the hours, or longer.")
NO_MINUTES = Text(da="skal være et helt antal minutter.", en="must be a whole number of minutes.")
