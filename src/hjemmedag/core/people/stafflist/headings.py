"""Which column is which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hjemmedag.core.people.stafflist.faults import HEADINGS, NO_HEADING, Fault, is_doubled, is_missing, is_unknown
from hjemmedag.core.people.stafflist.fields import ABOUT, Field


def simple(heading: str) -> str:
    """A heading without case, spaces and punctuation: "Ansat fra" and "ANSAT-FRA" are both `ansat_fra`."""
    return re.sub(r"\W+", "_", heading.casefold()).strip("_")


NAMES = {simple(name): field for field, about in ABOUT.items() for name in (field, about.english, *about.also)}


def columns(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[dict[Field, int], list[Fault]]:
    """The position of every field, in the order of `Field`; missing, unknown and doubled columns as faults."""
    found: dict[Field, int] = {}
    faults = []
    for column, heading in enumerate(headings):
        name = simple(heading)
        if not name:
            if any(len(row) > column and row[column].strip() for row in rows):
                faults.append(Fault(HEADINGS, "", NO_HEADING))
        elif (field := NAMES.get(name)) is None:
            faults.append(Fault(HEADINGS, heading.strip(), is_unknown(heading.strip())))
        elif field in found:
            first = headings[found[field]].strip()
            faults.append(Fault(HEADINGS, heading.strip(), is_doubled(first, heading.strip())))
        else:
            found[field] = column
    faults += [Fault(HEADINGS, field.value, is_missing(field.heading)) for field in Field if field not in found]
    return {field: found[field] for field in Field if field in found}, faults
