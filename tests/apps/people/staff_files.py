"""Small staff lists for the tests beside this file."""

from __future__ import annotations

from collections.abc import Iterable

from hjemmedag.core.people.stafflist import Field

HEADINGS = ";".join(Field)


def line(number: str = "1001", **said: str) -> str:
    """A row: Mads, an adviser in HR, unless something else is said."""
    cells = {
        "medarbejdernr": number,
        "fornavn": "Mads",
        "efternavn": "Ny",
        "email": f"{number}@proeve.example",
        "ansat_fra": "01-03-2024",
        "ansat_til": "",
        "ugentlige_timer": "37",
        "stilling": "Konsulent",
        "afdeling": "HR",
        "team": "HR",
        "leder": "",
        "arbejdssted": "Aarhus",
        "overenskomst": "",
        "sprog": "da",
    }
    return ";".join((cells | said).values())


def staff_file(lines: Iterable[str]) -> bytes:
    """The list as Danish Excel writes it."""
    return "\r\n".join([HEADINGS, *lines, ""]).encode("cp1252")
