"""Those who moved to another legal entity, on their page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.people import queries as people


@dataclass(frozen=True, slots=True)
class Mover:
    """One who moved: from which company to which, the arrangement, and whether a new addendum is asked for."""

    employment: int
    name: str
    was: str
    now: str
    since: date
    arrangement: int
    wanted: bool

    @property
    def words(self) -> str:
        """The person and the move in a line."""
        return _("%(name)s: from %(was)s to %(now)s") % {"name": self.name, "was": self.was, "now": self.now}


def moved_with(employment: int, viewer: int, on: date) -> list[Mover]:
    """Everyone who moved when this employment began and is not judged yet, but for the reader: three queries."""
    rows = agreements.moved_with(employment, on)
    entities = {entity.pk: entity.name for entity in people.entities()} if rows else {}
    return [
        Mover(
            employment=row.employment,
            name=row.terms.arrangement.employee.name,
            was=entities[row.was],
            now=entities[row.now],
            since=row.since,
            arrangement=row.terms.arrangement_id,
            wanted=row.wanted,
        )
        for row in rows
        if row.terms.arrangement.employee_id != viewer
    ]


def checks_of(employment: int) -> list[Any]:
    """What was judged for those who moved on the same day, latest first: one query."""
    return agreements.checks_with(employment)
