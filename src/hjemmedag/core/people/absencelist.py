"""A list of days away (fraværsliste), with Danish or English headings: read, with every fault named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hjemmedag.core.law.text import Text
from hjemmedag.core.people.stafflist.cells import day, last_day
from hjemmedag.core.people.stafflist.faults import (
    EMPTY,
    HEADINGS,
    TOO_MANY_CELLS,
    Fault,
    Wrong,
    is_doubled,
    is_missing,
    is_unknown,
    quoted,
)
from hjemmedag.core.people.stafflist.headings import simple
from hjemmedag.core.periods import Period


class Column(StrEnum):
    """A column, by its Danish heading."""

    NUMBER = "medarbejdernr"
    FIRST = "fra"
    LAST = "til"
    KIND = "art"


NAMES = {
    **dict.fromkeys(("medarbejdernr", "medarbejdernummer", "nummer", "number", "employee_number"), Column.NUMBER),
    **dict.fromkeys(("medarbejder", "employee", "employee_no"), Column.NUMBER),
    **dict.fromkeys(("fra", "fra_dato", "from", "from_date"), Column.FIRST),
    **dict.fromkeys(("til", "til_dato", "til_og_med", "to", "to_date"), Column.LAST),
    **dict.fromkeys(("art", "type", "fravær", "fraværstype", "kind"), Column.KIND),
}
ENGLISH = {Column.NUMBER: "number", Column.FIRST: "from", Column.LAST: "to", Column.KIND: "kind"}
KINDS = {
    **dict.fromkeys(("ferie", "annual_leave", "annual leave"), "annual_leave"),
    **dict.fromkeys(("syg", "sygdom", "sick"), "sick"),
    **dict.fromkeys(("andet", "other"), "other"),
}


@dataclass(frozen=True, slots=True)
class Away:
    """Someone's days away, both included; without a last day nobody knows it yet.

    `kind` is `annual_leave`, `sick` or `other`.
    """

    line: int
    number: str
    first: date
    last: date | None
    kind: str

    @property
    def period(self) -> Period:
        """The days."""
        return Period.through(self.first, self.last)


@dataclass(frozen=True, slots=True)
class Reading:
    """The sound rows of a list, and all that is wrong with the others."""

    rows: tuple[Away, ...]
    faults: tuple[Fault, ...]


def read(headings: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]]) -> Reading:
    """The days away in a table. With a fault in its headings, no row is read."""
    places, faults = _columns(headings)
    found: list[Away] = []
    for line, cells in rows if not faults else ():
        if any(cell.strip() for cell in cells[len(headings) :]):
            faults.append(Fault(line, "", TOO_MANY_CELLS))
            continue
        said = {column: cells[place].strip() if place < len(cells) else "" for column, place in places.items()}
        try:
            found.append(_away(line, said))
        except _Faulty as fault:
            faults.append(Fault(line, headings[places[fault.column]].strip(), fault.text))
    if not found and not faults:
        faults.append(Fault(HEADINGS, "", NO_ROWS))
    return Reading(tuple(found), tuple(faults))


class _Faulty(Wrong):
    def __init__(self, column: Column, text: Text) -> None:
        super().__init__(text)
        self.column = column


def _columns(headings: Sequence[str]) -> tuple[dict[Column, int], list[Fault]]:
    found: dict[Column, int] = {}
    faults = []
    for place, heading in enumerate(headings):
        column = NAMES.get(simple(heading))
        if column is None:
            faults.append(Fault(HEADINGS, heading.strip(), is_unknown(heading.strip())))
        elif column in found:
            faults.append(
                Fault(HEADINGS, heading.strip(), is_doubled(headings[found[column]].strip(), heading.strip()))
            )
        else:
            found[column] = place
    lacking = [column for column in Column if column not in found]
    faults += [Fault(HEADINGS, column, is_missing(Text(da=column, en=ENGLISH[column]))) for column in lacking]
    return found, faults


def _away(line: int, said: dict[Column, str]) -> Away:
    for column in (Column.NUMBER, Column.FIRST, Column.KIND):
        if not said[column]:
            raise _Faulty(column, EMPTY)
    kind = KINDS.get(said[Column.KIND].casefold())
    if kind is None:
        raise _Faulty(Column.KIND, _no_kind(said[Column.KIND]))
    column = Column.FIRST
    try:
        first = day(said[column])
        column = Column.LAST
        last = last_day(said[column])
    except Wrong as fault:
        raise _Faulty(column, fault.text) from None
    if last is not None and last < first:
        raise _Faulty(Column.LAST, BACKWARDS)
    return Away(line, said[Column.NUMBER], first, last, kind)


def _no_kind(said: str) -> Text:
    return Text(
        da=f"{quoted(said)} kendes ikke. Skriv ferie, syg eller andet.",
        en=f"{quoted(said)} is not known. Write annual_leave, sick or other.",
    )


NO_ROWS = Text(da="Listen har ingen rækker.", en="The list has no rows.")
BACKWARDS = Text(da="Den sidste dag ligger før den første.", en="The last day is before the first.")
