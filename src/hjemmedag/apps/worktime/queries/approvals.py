"""The weeks that wait for an approver."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.models import Entry, Week
from hjemmedag.apps.worktime.queries.entries import standing
from hjemmedag.apps.worktime.queries.weeks import sent


@dataclass(frozen=True, slots=True)
class Waiting:
    """One week in the list: what it sums up to, and whether it was approved before and changed since."""

    pk: int
    revision: int
    name: str
    monday: date
    minutes: int
    home_minutes: int
    corrected: bool


def waiting(weeks: QuerySet[Week]) -> list[Waiting]:
    """In three queries, whatever their number: those that were corrected first, then the oldest."""
    rows = list(sent(weeks))
    sums: dict[int, list[int]] = {row.pk: [0, 0] for row in rows}
    for entry in standing().filter(week__in=rows):
        sums[entry.week_id][0] += entry.minutes
        sums[entry.week_id][1] += entry.minutes if entry.place == Entry.Place.HOME else 0
    names = people.named({row.employee_id for row in rows})
    listed = [
        Waiting(
            pk=row.pk,
            revision=row.revision,
            name=names[row.employee_id],
            monday=row.monday,
            minutes=sums[row.pk][0],
            home_minutes=sums[row.pk][1],
            corrected=row.corrected,
        )
        for row in rows
    ]
    return sorted(listed, key=lambda one: (not one.corrected, one.monday, one.name))
