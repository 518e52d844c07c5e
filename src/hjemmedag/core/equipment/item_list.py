"""A list of equipment (udstyrsliste), with Danish or English headings: read, with every fault named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hjemmedag.core.law.text import Text
from hjemmedag.core.people.names import legible
from hjemmedag.core.people.stafflist.cells import INVISIBLE, day
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


class Column(StrEnum):
    """A column, by its Danish heading, in the order of the file."""

    NUMBER = "nummer"
    KIND = "type"
    MODEL = "model"
    SERIAL = "serienummer"
    SITE = "arbejdssted"
    BOUGHT = "købt"
    SERVICE = "eftersyn"
    REPLACE = "udskiftning"


ENGLISH = {
    Column.NUMBER: "number",
    Column.KIND: "kind",
    Column.MODEL: "model",
    Column.SERIAL: "serial_number",
    Column.SITE: "site",
    Column.BOUGHT: "bought",
    Column.SERVICE: "service",
    Column.REPLACE: "replacement",
}
NAMES = {simple(name): column for column in Column for name in (column, ENGLISH[column])} | {
    "inventarnummer": Column.NUMBER,
    "inventory_number": Column.NUMBER,
    "udstyrstype": Column.KIND,
    "serienr": Column.SERIAL,
    "serial": Column.SERIAL,
    "lokation": Column.SITE,
}
PASSED_OVER = ("hvor", "where", "hos", "with")
"""Where an item is and who has it: what an export says beside, and no list decides."""

NEEDED = (Column.NUMBER, Column.KIND, Column.SITE)
LONGEST = {Column.NUMBER: 20, Column.KIND: 80, Column.MODEL: 120, Column.SERIAL: 60, Column.SITE: 80}
MOST_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class Listed:
    """One item as the list says it; `kind` and `site` by name."""

    line: int
    number: str
    kind: str
    site: str
    model: str = ""
    serial: str = ""
    bought_on: date | None = None
    service_on: date | None = None
    replace_on: date | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The sound rows of a list, and all that is wrong with the others; `headings` as the file calls the columns."""

    rows: tuple[Listed, ...]
    faults: tuple[Fault, ...]
    headings: Mapping[Column, str]


def read(headings: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]]) -> Reading:
    """The items in a table. With a fault in its headings, no row is read."""
    places, faults = _columns(headings)
    called = {column: headings[place].strip() for column, place in places.items()}
    if len(rows) > MOST_ROWS:
        faults.append(Fault(HEADINGS, "", TOO_MANY_ROWS))
    found = []
    for line, cells in rows if not faults else ():
        if any(cell.strip() for cell in cells[len(headings) :]):
            faults.append(Fault(line, "", TOO_MANY_CELLS))
            continue
        said = {column: cells[place] if place < len(cells) else "" for column, place in places.items()}
        one, wrong = _listed(line, said)
        faults += [Fault(line, called[column], text) for column, text in wrong]
        if one is not None:
            found.append(one)
    if not found and not faults:
        faults.append(Fault(HEADINGS, "", NO_ROWS))
    return Reading(tuple(found), (*faults, *_twice(found, called)), called)


def _columns(headings: Sequence[str]) -> tuple[dict[Column, int], list[Fault]]:
    found: dict[Column, int] = {}
    faults = []
    for place, heading in enumerate(headings):
        column, said = NAMES.get(simple(heading)), heading.strip()
        if simple(heading) in PASSED_OVER:
            continue
        if column is None:
            faults.append(Fault(HEADINGS, said, is_unknown(said)))
        elif column in found:
            faults.append(Fault(HEADINGS, said, is_doubled(headings[found[column]].strip(), said)))
        else:
            found[column] = place
    lacking = [column for column in NEEDED if column not in found]
    faults += [Fault(HEADINGS, column, is_missing(Text(da=column, en=ENGLISH[column]))) for column in lacking]
    return found, faults


def _listed(line: int, said: Mapping[Column, str]) -> tuple[Listed | None, list[tuple[Column, Text]]]:
    """The item of a row; without one where a cell can't be used, with every such cell."""
    words: dict[Column, str] = {}
    days: dict[Column, date | None] = {}
    wrong = []
    for column, cell in said.items():
        try:
            if column in LONGEST:
                words[column] = _words(column, cell)
            else:
                days[column] = day(cell.strip()) if cell.strip() else None
        except Wrong as fault:
            wrong.append((column, fault.text))
    if wrong:
        return None, wrong
    return (
        Listed(
            line=line,
            number=words[Column.NUMBER],
            kind=words[Column.KIND],
            site=words[Column.SITE],
            model=words.get(Column.MODEL, ""),
            serial=words.get(Column.SERIAL, ""),
            bought_on=days.get(Column.BOUGHT),
            service_on=days.get(Column.SERVICE),
            replace_on=days.get(Column.REPLACE),
        ),
        [],
    )


def _words(column: Column, cell: str) -> str:
    text = legible(cell)
    if text is None:
        raise Wrong(INVISIBLE)
    if not text and column in NEEDED:
        raise Wrong(EMPTY)
    if len(text) > LONGEST[column]:
        most = LONGEST[column]
        raise Wrong(
            Text(
                da=f"{quoted(text)} er for lang: højst {most} tegn.",
                en=f"{quoted(text)} is too long: at most {most} characters.",
            )
        )
    return text


def _twice(found: Iterable[Listed], called: Mapping[Column, str]) -> list[Fault]:
    """Numbers and serial numbers that an earlier row has already."""
    seen: dict[tuple[Column, str], int] = {}
    faults = []
    for one in found:
        for column, value in ((Column.NUMBER, one.number), (Column.SERIAL, one.serial)):
            earlier = seen.setdefault((column, value), one.line) if value else one.line
            if earlier != one.line:
                faults.append(Fault(one.line, called[column], _stands_in(value, earlier)))
    return faults


def _stands_in(value: str, line: int) -> Text:
    return Text(da=f"{quoted(value)} står også i række {line}.", en=f"{quoted(value)} stands in row {line} as well.")


def is_taken(value: str) -> Text:
    """A number or serial number of an item that is here already."""
    return Text(
        da=f"{quoted(value)} er allerede i lageret. Ret det dér, eller slet rækken.",
        en=f"{quoted(value)} is in stock already. Change it there, or delete the row.",
    )


def is_no(value: str, known: Sequence[str]) -> Text:
    """A kind or site that the company doesn't have; `known` are those it has."""
    listed = ", ".join(known) or "-"
    return Text(
        da=f"{quoted(value)} findes ikke. Vælg en af: {listed}.",
        en=f"{quoted(value)} does not exist. Choose one of: {listed}.",
    )


NO_ROWS = Text(da="Listen har ingen rækker.", en="The list has no rows.")
TOO_MANY_ROWS = Text(
    da="Listen har over 5.000 rækker. Del den, og tag den ind i flere omgange.",
    en="The list has more than 5,000 rows. Split it, and take it in a part at a time.",
)
