"""A list of arrangements that run already (igangværende ordninger): read, with every fault named.

What an old paper leaves open stays empty: only who, which days at home and since when must be there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from hjemmedag.core.agreements.listed import (
    address,
    country,
    file_name,
    is_remote,
    months,
    pattern_days,
    version,
    window,
)
from hjemmedag.core.agreements.pattern import WEEKDAYS, Pattern
from hjemmedag.core.law.text import Text
from hjemmedag.core.people.homes import Address
from hjemmedag.core.people.names import legible
from hjemmedag.core.people.stafflist.cells import INVISIBLE, day, last_day
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
    """A column, by its Danish heading."""

    NUMBER = "medarbejdernr"
    MODEL = "model"
    PATTERN = "mønster"
    ADDRESS = "adresse"
    COUNTRY = "land"
    FIRST = "fra"
    LAST = "til"
    POLICY = "politikversion"
    FILE = "fil"
    ROOM = "rum"
    HOURS = "arbejdstid"
    NOTICE = "varsel"


NAMES = {
    **dict.fromkeys(("medarbejdernr", "medarbejdernummer", "nummer", "number", "employee_number"), Column.NUMBER),
    **dict.fromkeys(("medarbejder", "employee", "employee_no"), Column.NUMBER),
    **dict.fromkeys(("model", "ordning", "arrangement"), Column.MODEL),
    **dict.fromkeys(("mønster", "hjemmedage", "dage", "pattern", "home_days", "days"), Column.PATTERN),
    **dict.fromkeys(("adresse", "hjemmeadresse", "address", "home_address"), Column.ADDRESS),
    **dict.fromkeys(("land", "country"), Column.COUNTRY),
    **dict.fromkeys(("fra", "fra_dato", "første_dag", "from", "from_date", "first_day"), Column.FIRST),
    **dict.fromkeys(("til", "til_dato", "til_og_med", "sidste_dag", "to", "to_date", "last_day"), Column.LAST),
    **dict.fromkeys(("politikversion", "politik", "policy_version", "policy"), Column.POLICY),
    **dict.fromkeys(("fil", "pdf", "tillæg", "file", "addendum"), Column.FILE),
    **dict.fromkeys(("rum", "room"), Column.ROOM),
    **dict.fromkeys(("arbejdstid", "tid", "hours", "working_hours"), Column.HOURS),
    **dict.fromkeys(("varsel", "varsel_måneder", "notice", "notice_months"), Column.NOTICE),
}
ENGLISH = {
    Column.NUMBER: "number",
    Column.MODEL: "model",
    Column.PATTERN: "pattern",
    Column.ADDRESS: "address",
    Column.COUNTRY: "country",
    Column.FIRST: "from",
    Column.LAST: "to",
    Column.POLICY: "policy_version",
    Column.FILE: "file",
}
"""The columns that every list has; room, hours and notice may be left out."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A row: whose arrangement, what is agreed, its first and last day, both included.

    `address` is empty where it is missing, `version` the number of the policy version, `notice` months of agreed
    notice, and `file` the name of the signed paper.
    """

    line: int
    number: str
    pattern: Pattern
    first: date
    last: date | None = None
    address: Address | None = None
    room: str = ""
    version: int | None = None
    notice: int | None = None
    file: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The sound rows of a list, all that is wrong with the others, and how the file calls its columns."""

    rows: tuple[Listed, ...]
    faults: tuple[Fault, ...]
    headings: Mapping[Column, str]


def read(headings: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]]) -> Reading:
    """The arrangements in a table. With a fault in its headings, no row is read."""
    places, faults = _columns(headings)
    called = {column: headings[place].strip() for column, place in places.items()}
    found = []
    for line, cells in rows if not faults else ():
        if any(cell.strip() for cell in cells[len(headings) :]):
            faults.append(Fault(line, "", TOO_MANY_CELLS))
            continue
        said = {column: cells[place].strip() if place < len(cells) else "" for column, place in places.items()}
        one, wrong = _listed(line, said)
        faults += [Fault(line, called.get(column, ""), text) for column, text in wrong]
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
        if column is None:
            faults.append(Fault(HEADINGS, said, is_unknown(said)))
        elif column in found:
            faults.append(Fault(HEADINGS, said, is_doubled(headings[found[column]].strip(), said)))
        else:
            found[column] = place
    lacking = [column for column in ENGLISH if column not in found]
    faults += [Fault(HEADINGS, column, is_missing(Text(da=column, en=ENGLISH[column]))) for column in lacking]
    return found, faults


READERS: Mapping[Column, Callable[[str], Any]] = {
    Column.MODEL: is_remote,
    Column.PATTERN: pattern_days,
    Column.ADDRESS: address,
    Column.COUNTRY: country,
    Column.FIRST: day,
    Column.LAST: last_day,
    Column.POLICY: version,
    Column.FILE: file_name,
    Column.HOURS: window,
    Column.NOTICE: months,
}
NEEDED = (Column.NUMBER, Column.MODEL, Column.FIRST)


def _listed(line: int, said: Mapping[Column, str]) -> tuple[Listed | None, list[tuple[Column, Text]]]:
    """The arrangement of a row; without one where a cell can't be used, with every such cell."""
    values: dict[Column, Any] = {}
    wrong = []
    for column, cell in said.items():
        try:
            values[column] = _value(column, cell)
        except Wrong as fault:
            wrong.append((column, fault.text))
    if not wrong:
        wrong = list(_together(values))
    if wrong:
        return None, wrong
    home: Address | None = values[Column.ADDRESS]
    if home is not None:
        home = Address(home.street, home.postcode, home.city, values[Column.COUNTRY])
    return (
        Listed(
            line=line,
            number=values[Column.NUMBER],
            pattern=_pattern(values),
            first=values[Column.FIRST],
            last=values[Column.LAST],
            address=home,
            room=values.get(Column.ROOM, ""),
            version=values[Column.POLICY],
            notice=values.get(Column.NOTICE),
            file=values[Column.FILE],
        ),
        [],
    )


def _value(column: Column, cell: str) -> Any:
    text = legible(cell)
    if text is None:
        raise Wrong(INVISIBLE)
    if not text and column in NEEDED:
        raise Wrong(EMPTY)
    if len(text) > LONGEST:
        raise Wrong(
            Text(
                da=f"{quoted(text)} er for lang: højst {LONGEST} tegn.",
                en=f"{quoted(text)} is too long: at most {LONGEST} characters.",
            )
        )
    return READERS[column](text) if column in READERS else text


def _together(values: Mapping[Column, Any]) -> Iterable[tuple[Column, Text]]:
    """What is wrong between the cells of a row."""
    last: date | None = values[Column.LAST]
    if last is not None and last < values[Column.FIRST]:
        yield Column.LAST, BACKWARDS
    _weeks, days = values[Column.PATTERN]
    pattern = _pattern(values)
    if not values[Column.MODEL] and not days:
        yield Column.PATTERN, NO_DAYS
    elif not values[Column.MODEL] and len(days) == WEEKDAYS * pattern.cycle_weeks:
        yield Column.PATTERN, ALL_DAYS
    elif values[Column.MODEL] and days and len(days) < WEEKDAYS * pattern.cycle_weeks:
        yield Column.PATTERN, NOT_ALL_DAYS
    home: Address | None = values[Column.ADDRESS]
    if home is not None and values[Column.COUNTRY] == "DK" and not _is_danish(home.postcode):
        yield Column.ADDRESS, NO_POSTCODE
    if len(values.get(Column.ROOM, "")) > LONGEST_ROOM:
        yield (
            Column.ROOM,
            Text(
                da=f"Rummet er for langt: højst {LONGEST_ROOM} tegn.",
                en=f"The room is too long: at most {LONGEST_ROOM} characters.",
            ),
        )


def _pattern(values: Mapping[Column, Any]) -> Pattern:
    """All days at home where the model says so; hours from Monday to Friday where they are written."""
    weeks, days = values[Column.PATTERN]
    hours = values.get(Column.HOURS)
    if values[Column.MODEL] and not days:
        weeks, days = 1, range(WEEKDAYS)
    return Pattern(
        remote=values[Column.MODEL],
        cycle_weeks=weeks,
        home_days=frozenset(days),
        hours=dict.fromkeys(range(WEEKDAYS), hours) if hours else {},
    )


def _twice(found: Iterable[Listed], called: Mapping[Column, str]) -> list[Fault]:
    """People and papers that an earlier row has already: a person has one arrangement, a paper is about one."""
    seen: dict[tuple[Column, str], int] = {}
    faults = []
    for one in found:
        for column, value in ((Column.NUMBER, one.number), (Column.FILE, one.file)):
            earlier = seen.setdefault((column, value), one.line) if value else one.line
            if earlier != one.line:
                faults.append(Fault(one.line, called[column], _stands_in(value, earlier)))
    return faults


def _stands_in(value: str, line: int) -> Text:
    return Text(da=f"{quoted(value)} står også i række {line}.", en=f"{quoted(value)} stands in row {line} as well.")


def _is_danish(postcode: str) -> bool:
    return len(postcode) == 4 and postcode.isdecimal()


LONGEST, LONGEST_ROOM = 200, 80
NO_ROWS = Text(da="Listen har ingen rækker.", en="The list has no rows.")
BACKWARDS = Text(da="Den sidste dag ligger før den første.", en="The last day is before the first.")
NO_DAYS = Text(da="Skriv dagene hjemme, fx ma, on.", en="Write the days at home, such as mon, wed.")
ALL_DAYS = Text(
    da="Alle dage er hjemme. Skriv fuld i model, eller lad en dag være på kontoret.",
    en="All days are at home. Write remote as the model, or leave a day for the office.",
)
NOT_ALL_DAYS = Text(
    da="Modellen er fuld, men ikke alle dage er hjemme. Skriv hybrid, eller lad mønstret stå tomt.",
    en="The model is remote, but not all days are at home. Write hybrid, or leave the pattern empty.",
)
NO_POSTCODE = Text(da="Et dansk postnummer har fire cifre.", en="A Danish postcode has four digits.")
