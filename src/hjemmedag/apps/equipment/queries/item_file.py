"""What a file of items would bring in, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hjemmedag.adapters import spreadsheets
from hjemmedag.apps.equipment.models import Kind
from hjemmedag.apps.equipment.queries.stock import kinds, taken
from hjemmedag.apps.people import queries as people
from hjemmedag.core.equipment import item_list
from hjemmedag.core.equipment.item_list import Column, Listed
from hjemmedag.core.people.stafflist.faults import HEADINGS, Fault


@dataclass(frozen=True, slots=True)
class Plan:
    """The items of a file, each with its kind and the id of its site; or what is wrong, then nothing is taken in."""

    items: tuple[tuple[Listed, Kind, int], ...] = ()
    faults: tuple[Fault, ...] = ()


def item_plan(content: bytes) -> Plan:
    """What the file holds: four queries, whatever its length."""
    try:
        table = spreadsheets.read(content)
    except spreadsheets.Unreadable as fault:
        return Plan(faults=(Fault(HEADINGS, "", fault.text),))
    reading = item_list.read(table.headings, [(row.number, row.cells) for row in table.rows])
    known_kinds = {kind.name.casefold(): kind for kind in kinds()}
    known_sites = {site.name.casefold(): site for site in people.sites()}
    faults, found = list(reading.faults), []
    here, serials = taken([one.number for one in reading.rows], [one.serial for one in reading.rows])
    for one in reading.rows:
        kind, site = known_kinds.get(one.kind.casefold()), known_sites.get(one.site.casefold())

        def wrong(column: Column, value: str, known: Sequence[str] | None = None, line: int = one.line) -> Fault:
            text = item_list.is_taken(value) if known is None else item_list.is_no(value, known)
            return Fault(line, reading.headings[column], text)

        if kind is None:
            faults.append(wrong(Column.KIND, one.kind, [each.name for each in known_kinds.values()]))
        if site is None:
            faults.append(wrong(Column.SITE, one.site, [each.name for each in known_sites.values()]))
        if one.number in here:
            faults.append(wrong(Column.NUMBER, one.number))
        if one.serial and one.serial in serials:
            faults.append(wrong(Column.SERIAL, one.serial))
        if kind is not None and site is not None:
            found.append((one, kind, site.pk))
    if faults:
        return Plan(faults=tuple(sorted(faults, key=lambda fault: fault.line)))
    return Plan(items=tuple(found))
