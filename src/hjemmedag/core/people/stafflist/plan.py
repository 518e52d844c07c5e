"""What a staff list would change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from hjemmedag.core.people.stafflist.company import Company, Person
from hjemmedag.core.people.stafflist.fields import Field
from hjemmedag.core.people.stafflist.names import NewNames, spelled
from hjemmedag.core.people.stafflist.people import meant, updated
from hjemmedag.core.people.stafflist.rows import StaffRow, Value

FEW = 10
"""Changes for so few people are never unusual, however small the company."""

SHARE = Fraction(1, 5)
"""A month's staff list touches a few per cent. One employee in five points to the wrong file, a column that slipped, or
a reorganisation that someone should mean to make."""


class Kind(StrEnum):
    """What becomes of a person."""

    CREATED = "created"
    CHANGED = "changed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Change:
    """One person before (nobody, for a new one) and after; `old` and `new` are what the list said and says of them."""

    kind: Kind
    before: Person | None
    after: Person
    old: StaffRow | None
    new: StaffRow

    def fields(self) -> Iterator[tuple[Field, Value, Value]]:
        """The fields that change, with what they held and will hold."""
        old = self.old.cells() if self.old else {}
        for field, value in self.new.cells().items():
            if old.get(field) != value:
                yield field, old.get(field), value


@dataclass(frozen=True, slots=True)
class Plan:
    """All changes in the order of the list, and what has to be made for them."""

    today: date
    changes: tuple[Change, ...]
    unchanged: int
    new: NewNames
    employed: int

    def of(self, kind: Kind) -> list[Change]:
        """The changes of one kind."""
        return [change for change in self.changes if change.kind is kind]

    @property
    def is_large(self) -> bool:
        """Whether so many are changed or ended that someone should look twice. New people are never too many."""
        touched = sum(change.kind is not Kind.CREATED for change in self.changes)
        return touched > FEW and touched > SHARE * self.employed

    @property
    def digest(self) -> str:
        """The same for two plans only when they would write the same into the same company."""
        return hashlib.sha256(repr((self.today, self.changes, self.new)).encode()).hexdigest()


def planned(company: Company, rows: Sequence[StaffRow], today: date, answers: Mapping[str, str] | None = None) -> Plan:
    """What taking in these rows would change today. `answers`: known agreements by the names that stand for them."""
    by_number = {person.number: person for person in company.people if person.number}
    unnumbered = {person.email: person for person in company.people if not person.number}
    rows, new = spelled(rows, company, answers or {})
    changes = []
    for row in rows:
        person = by_number.get(row.number) or unnumbered.get(row.email)
        change = _created(row, company.language, today) if person is None else _changed(person, row, today)
        if change is not None:
            changes.append(change)
    employed = sum(any(today in job.period for job in person.jobs) for person in company.people)
    return Plan(today, tuple(changes), len(rows) - len(changes), new, employed)


def _created(row: StaffRow, language: str, today: date) -> Change:
    nobody = Person(row.number, row.first_name, row.last_name, row.email, row.language or language)
    after = updated(nobody, row, today)
    return Change(Kind.CREATED, None, after, None, after.listed(after.jobs[-1], today))


def _changed(person: Person, row: StaffRow, today: date) -> Change | None:
    job = meant(person, row, today)
    old = person.listed(job, today) if job else None
    after = updated(person, row, today)
    new = after.listed(after.jobs[-1], today)
    if old == new:
        return None
    ended = old is not None and new.ends is not None and new.ends != old.ends
    return Change(Kind.ENDED if ended else Kind.CHANGED, person, after, old, new)
