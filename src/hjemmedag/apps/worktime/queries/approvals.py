"""The weeks that wait for an approver."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.models import Entry, Week
from hjemmedag.apps.worktime.queries.sheets import records
from hjemmedag.apps.worktime.queries.weeks import sent
from hjemmedag.core.law import Verdict
from hjemmedag.core.worktime.weeks import days_of

LOOKED_AT = (Verdict.VIOLATION, Verdict.DEROGATED)
"""What an approver reads before answering: the rest is for the person's own information."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One week in the list: what it sums up to, and why it is to be read before it is approved.

    `found`: how many findings of broken or derogated rules; `corrected`: it was approved before and changed since.
    """

    pk: int
    revision: int
    name: str
    monday: date
    minutes: int
    home_minutes: int
    found: int
    corrected: bool

    @property
    def plain(self) -> bool:
        """Whether it can be approved with all the others in one click."""
        return not self.found and not self.corrected


def waiting(weeks: QuerySet[Week]) -> list[Waiting]:
    """In eight queries, whatever their number: those to be read first, then the oldest."""
    rows = list(sent(weeks))
    if not rows:
        return []
    employees = {row.employee_id for row in rows}
    known = records(employees, min(row.monday for row in rows), days_of(max(row.monday for row in rows))[-1])
    names = people.named(employees)
    listed = []
    for row in rows:
        days = days_of(row.monday)
        mine = [entry for entry in known.entries[row.employee_id] if entry.day in days]
        found = known.findings(row.employee_id, days[0], days[-1])
        listed.append(
            Waiting(
                pk=row.pk,
                revision=row.revision,
                name=names[row.employee_id],
                monday=row.monday,
                minutes=sum(entry.minutes for entry in mine),
                home_minutes=sum(entry.minutes for entry in mine if entry.place == Entry.Place.HOME),
                found=sum(one.finding.verdict in LOOKED_AT for one in found),
                corrected=row.ever_approved,
            )
        )
    return sorted(listed, key=lambda one: (one.plain, one.monday, one.name))
