"""From headings and rows of text to staff rows, with every fault named."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hjemmedag.core.people.stafflist import cells
from hjemmedag.core.people.stafflist.faults import HEADINGS, NO_ROWS, TOO_MANY_CELLS, Fault, Wrong
from hjemmedag.core.people.stafflist.fields import Field
from hjemmedag.core.people.stafflist.headings import columns

Value = str | Decimal | date | None
"""What a cell of a staff list can say."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Title, hours, site and agreement: what holds for a part of an employment. Empty text where nothing is said."""

    title: str
    weekly_hours: Decimal
    site: str
    agreement: str


@dataclass(frozen=True, slots=True)
class TeamName:
    """A team by its name and that of its department: the same name may stand in several departments."""

    department: str
    team: str


@dataclass(frozen=True, slots=True)
class StaffRow:
    """What a staff list says of one person. `ends` is the day after the last day of work; `language` may be empty."""

    number: str
    first_name: str
    last_name: str
    email: str
    starts: date
    ends: date | None
    terms: Terms
    team: TeamName
    manager: str
    language: str
    line: int = field(default=0, compare=False)

    def cells(self) -> dict[Field, Value]:
        """The row as a file writes it, in the order of its columns; the end is the last day of work."""
        return {
            Field.NUMBER: self.number,
            Field.FIRST_NAME: self.first_name,
            Field.LAST_NAME: self.last_name,
            Field.EMAIL: self.email,
            Field.STARTS: self.starts,
            Field.ENDS: self.ends - timedelta(days=1) if self.ends else None,
            Field.WEEKLY_HOURS: self.terms.weekly_hours.normalize(),
            Field.TITLE: self.terms.title,
            Field.DEPARTMENT: self.team.department,
            Field.TEAM: self.team.team,
            Field.MANAGER: self.manager,
            Field.SITE: self.terms.site,
            Field.AGREEMENT: self.terms.agreement,
            Field.LANGUAGE: self.language,
        }


@dataclass(frozen=True, slots=True)
class Entry:
    """What any row, faulty or not, says of who is who; empty where a cell can't be read."""

    line: int
    number: str
    email: str
    manager: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A staff list as read: the rows without faults, the faults, who is named in it, and the headings it uses."""

    rows: tuple[StaffRow, ...] = ()
    faults: tuple[Fault, ...] = ()
    entries: tuple[Entry, ...] = ()
    labels: Mapping[Field, str] = field(default_factory=dict)

    def fault(self, line: int, wrong: Field, error: Wrong) -> Fault:
        """A fault in a cell, under the heading that the file itself uses."""
        return Fault(line, self.labels.get(wrong, wrong.value), error.text)


READERS: dict[Field, Callable[[str], Any]] = {
    Field.EMAIL: cells.address,
    Field.STARTS: cells.day,
    Field.ENDS: cells.last_day,
    Field.WEEKLY_HOURS: cells.hours,
    Field.LANGUAGE: cells.language,
}


def read(headings: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]]) -> Reading:
    """The list in `rows`, each with its number. Faults in the headings leave the rows unread."""
    found, faults = columns(headings, [cells for _, cells in rows])
    if faults or not rows:
        return Reading(faults=tuple(faults) or (Fault(HEADINGS, "", NO_ROWS),))
    labels = {name: headings[column].strip() for name, column in found.items()}
    reading = Reading(labels=labels)
    sound, entries = [], []
    for line, row in rows:
        values, wrong = _values({name: row[column] if column < len(row) else "" for name, column in found.items()})
        named = (values.get(name, "") for name in (Field.NUMBER, Field.EMAIL, Field.MANAGER))
        entries.append(Entry(line, *named))
        if any(cell.strip() for cell in row[len(headings) :]):
            faults.append(Fault(line, "", TOO_MANY_CELLS))
        elif wrong:
            faults += [reading.fault(line, name, error) for name, error in wrong]
        else:
            sound.append(_row(line, values))
    return Reading(tuple(sound), tuple(faults), tuple(entries), labels)


def _values(texts: Mapping[Field, str]) -> tuple[dict[Field, Any], list[tuple[Field, Wrong]]]:
    """The sound cells' values, and what is wrong with the others."""
    values: dict[Field, Any] = {}
    wrong = []
    for name, text in texts.items():
        try:
            words = cells.words(name, text)
            values[name] = READERS[name](words) if name in READERS else words
        except Wrong as error:
            wrong.append((name, error))
    starts, last = values.get(Field.STARTS), values.get(Field.ENDS)
    if starts and last and last < starts:
        wrong.append((Field.ENDS, Wrong(cells.ends_too_early(starts, last))))
    return values, wrong


def _row(line: int, said: Mapping[Field, Any]) -> StaffRow:
    last = said[Field.ENDS]
    return StaffRow(
        number=said[Field.NUMBER],
        first_name=said[Field.FIRST_NAME],
        last_name=said[Field.LAST_NAME],
        email=said[Field.EMAIL],
        starts=said[Field.STARTS],
        ends=last + timedelta(days=1) if last else None,
        terms=Terms(said[Field.TITLE], said[Field.WEEKLY_HOURS], said[Field.SITE], said[Field.AGREEMENT]),
        team=TeamName(said[Field.DEPARTMENT], said[Field.TEAM]),
        manager=said[Field.MANAGER],
        language=said[Field.LANGUAGE],
        line=line,
    )
