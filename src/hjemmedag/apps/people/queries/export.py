"""The staff list of the company itself, in the form that an import reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hjemmedag.adapters.spreadsheets import Cell
from hjemmedag.apps.people.queries.staff_list import as_it_stands
from hjemmedag.core.people.stafflist import Field


def headings() -> list[str]:
    """The Danish headings of a staff list, in their order."""
    return [field.value for field in Field]


def staff_list(today: date) -> Iterator[list[Cell]]:
    """A row for everyone who has a number and is, was or will be employed, by number."""
    for person in sorted(as_it_stands(today).people, key=lambda person: person.number):
        job = person.current(today)
        if person.number and job is not None:
            yield list(person.listed(job, today).cells().values())
