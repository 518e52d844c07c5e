"""Staff lists: what one would change, what those taken in have changed, and what their headings are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from hjemmedag.adapters import spreadsheets
from hjemmedag.apps.people.models import AgreementProfile, Import, Site
from hjemmedag.apps.people.queries.staff_list import as_it_stands
from hjemmedag.core.people import stafflist
from hjemmedag.core.people.stafflist import Fault, Plan, Reading


@dataclass(frozen=True, slots=True)
class Preview:
    """What a list would change if it were taken in now.

    `faults` are all of them, `left_out` the sound rows that can't do without a faulty one; the plan is of the others.
    `left_behind` names those who leave while others report to them, with how many.
    """

    encoding: str
    rows: int
    faults: tuple[Fault, ...]
    left_out: tuple[Fault, ...]
    plan: Plan
    left_behind: tuple[tuple[str, int], ...]

    @property
    def faulty_rows(self) -> int:
        """How many rows have a fault, that of the headings included."""
        return len({fault.line for fault in self.faults})


def read(content: bytes) -> tuple[Reading, str]:
    """The list in a file, and how the file was read. Raises `Unreadable`."""
    table = spreadsheets.read(content)
    return stafflist.read(table.headings, [(row.number, row.cells) for row in table.rows]), table.encoding


def preview(*, content: bytes, today: date, answers: Mapping[str, str] | None = None) -> Preview:
    """Read a file against the company as it stands. Raises `Unreadable` for one that is no table."""
    reading, encoding = read(content)
    company = as_it_stands(today)
    faults = stafflist.faults_between(reading, company, today)
    rows, left_out = stafflist.sound_rows(reading, faults, company)
    plan = stafflist.planned(company, rows, today, answers)
    left_behind = stafflist.left_behind(company, plan)
    return Preview(encoding, len(reading.entries), tuple(faults), tuple(left_out), plan, left_behind)


def imports() -> QuerySet[Import]:
    """The lists taken in, newest first."""
    return Import.objects.select_related("made_by", "undone_by").order_by("-id")


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import brought that still waits for someone: sites without desks, agreements nobody has confirmed."""

    sites: tuple[str, ...]
    agreements: tuple[str, ...]


def brought(source: Import) -> Brought:
    """What is left to do after an import: two queries."""
    made = source.changes.filter(before__isnull=True)
    sites = Site.objects.filter(pk__in=made.filter(table=Site._meta.label).values("row")).order_by("name")
    agreements = AgreementProfile.objects.filter(
        pk__in=made.filter(table=AgreementProfile._meta.label).values("row"), confirmed_at=None
    ).order_by("name")
    return Brought(
        tuple(site.name for site in sites if not site.desks), tuple(agreements.values_list("name", flat=True))
    )
