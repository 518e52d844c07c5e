"""Faults between rows, and between the list and the company: who is who, and who is whose manager."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from hjemmedag.core.law.text import Text
from hjemmedag.core.people.stafflist.company import Company, Person
from hjemmedag.core.people.stafflist.faults import Fault, Wrong
from hjemmedag.core.people.stafflist.fields import Field
from hjemmedag.core.people.stafflist.people import new_overlap
from hjemmedag.core.people.stafflist.rows import Entry, Reading, StaffRow
from hjemmedag.core.people.stafflist.spans import held


def faults_between(reading: Reading, company: Company, today: date) -> list[Fault]:
    """Every fault of the list in the order of its rows, those of `reading` included."""
    order = {label: place for place, label in enumerate(reading.labels.values())}
    faults = [
        *reading.faults,
        *_doubles(reading),
        *_addresses_taken(reading, company),
        *_managers(reading, company, today),
        *_overlaps(reading, company, today),
    ]
    return sorted(faults, key=lambda fault: (fault.line, order.get(fault.column, -1)))


def sound_rows(reading: Reading, faults: Iterable[Fault], company: Company) -> tuple[tuple[StaffRow, ...], list[Fault]]:
    """The rows to take in when the faulty ones are left out, and the rows that can't do without one of those."""
    out = {fault.line for fault in faults}
    known = {person.number for person in company.people}
    rows = [row for row in reading.rows if row.line not in out]
    left: list[Fault] = []
    while True:
        numbers = {row.number for row in rows} | known
        orphans = [row for row in rows if row.manager and row.manager not in numbers]
        if not orphans:
            return tuple(rows), sorted(left, key=lambda fault: fault.line)
        left += [reading.fault(row.line, Field.MANAGER, Wrong(_left_out(row.manager))) for row in orphans]
        gone = {row.line for row in orphans}
        rows = [row for row in rows if row.line not in gone]


def _doubles(reading: Reading) -> Iterator[Fault]:
    """Numbers and addresses that stand in an earlier row too."""
    for field in (Field.NUMBER, Field.EMAIL):
        seen: dict[str, int] = {}
        for entry in reading.entries:
            value = entry.number if field is Field.NUMBER else entry.email
            if value and seen.setdefault(value, entry.line) != entry.line:
                yield reading.fault(entry.line, field, Wrong(_double(value, seen[value])))


def _addresses_taken(reading: Reading, company: Company) -> Iterator[Fault]:
    """Addresses of people with another number. Someone without a number is given the one in the list."""
    owners = {person.email: person for person in company.people}
    known = {person.number for person in company.people}
    for entry in reading.entries:
        owner = owners.get(entry.email)
        if owner and entry.number and owner.number != entry.number and (owner.number or entry.number in known):
            yield reading.fault(entry.line, Field.EMAIL, Wrong(_taken(entry.email, owner)))


def _managers(reading: Reading, company: Company, today: date) -> Iterator[Fault]:
    """Managers that nobody knows, people who manage themselves, and chains that lead back to where they began."""
    said: dict[str, Entry] = {}
    for entry in reading.entries:
        said.setdefault(entry.number, entry)
    leads = {person.number: _manager(person, today) for person in company.people if person.number}
    leads |= {number: entry.manager for number, entry in said.items() if number}
    rings = _rings(leads)
    for entry in reading.entries:
        if entry.manager and entry.manager not in leads:
            yield reading.fault(entry.line, Field.MANAGER, Wrong(_nobody(entry.manager)))
        elif entry is not said[entry.number]:
            continue  # The number is someone else's, and so is what follows from it.
        elif entry.manager and entry.manager == entry.number:
            yield reading.fault(entry.line, Field.MANAGER, Wrong(ONESELF))
        elif ring := rings.get(entry.number):
            yield reading.fault(entry.line, Field.MANAGER, Wrong(_ring(ring)))


def _manager(person: Person, today: date) -> str:
    span = held(person.managers, today)
    return span.value if span else ""


def _rings(leads: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """For each person in a ring of managers: the whole ring, from that person on."""
    rings: dict[str, tuple[str, ...]] = {}
    done: set[str] = set()
    for start in leads:
        path: dict[str, int] = {}
        number = start
        while number and number not in done and number not in path:
            path[number] = len(path)
            number = leads.get(number, "")
        if number in path:
            ring = tuple(path)[path[number] :]
            rings |= {one: ring[place:] + ring[:place] for place, one in enumerate(ring)}
        done |= path.keys()
    return rings


def _overlaps(reading: Reading, company: Company, today: date) -> Iterator[Fault]:
    """First days that would put an employment on top of an earlier one of the same person."""
    people = {person.number: person for person in company.people if person.number}
    for row in reading.rows:
        person = people.get(row.number)
        if person and (other := new_overlap(person, row, today)):
            yield reading.fault(row.line, Field.STARTS, Wrong(_on_top(other.starts, other.ends)))


ONESELF = Text(
    da="Ingen kan være sin egen leder. Skriv en andens nummer, eller lad feltet stå tomt.",
    en="Nobody can be their own manager. Write someone else's number or leave the cell empty.",
)


def _double(value: str, line: int) -> Text:
    return Text(
        da=f"{value} står allerede i række {line}. Ret den ene.",
        en=f"{value} is already in row {line}. Correct one of them.",
    )


def _taken(email: str, owner: Person) -> Text:
    number = f" ({owner.number})" if owner.number else ""
    return Text(
        da=f"{email} tilhører {owner.name}{number}. Ret adressen, eller skriv samme medarbejdernummer som før.",
        en=f"{email} belongs to {owner.name}{number}. Correct the address, or write the same number as before.",
    )


def _nobody(number: str) -> Text:
    return Text(
        da=f"Lederen {number} findes hverken i filen eller i virksomheden. Ret nummeret.",
        en=f"The manager {number} is neither in the file nor in the company. Correct the number.",
    )


def _ring(ring: tuple[str, ...]) -> Text:
    chain = " → ".join((*ring, ring[0]))
    return Text(
        da=f"Lederne går i ring: {chain}. Ret leder i en af rækkerne.",
        en=f"The managers go round in a ring: {chain}. Correct the manager in one of the rows.",
    )


def _left_out(number: str) -> Text:
    return Text(
        da=f"Lederen {number} bliver ikke læst ind, fordi den række har en fejl.",
        en=f"The manager {number} is not taken in, because that row has a fault.",
    )


def _on_top(starts: date, ends: date | None) -> Text:
    until = f"{ends:%d-%m-%Y}" if ends else "…"
    return Text(
        da=f"Perioden ligger oven i en ansættelse fra {starts:%d-%m-%Y} til {until}. Ret datoerne.",
        en=f"The period lies on top of an employment from {starts:%d-%m-%Y} to {until}. Correct the dates.",
    )
