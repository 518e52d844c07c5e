"""What a list of arrangements would add, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto

from hjemmedag.adapters import spreadsheets
from hjemmedag.adapters.sealing.legible import MEGABYTES
from hjemmedag.apps.agreements.models import Addendum, Arrangement
from hjemmedag.apps.agreements.queries.arrangements import standings
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import queries as policy
from hjemmedag.core.agreements.arrangement_list import Column, Listed, Reading, read
from hjemmedag.core.law.text import Text
from hjemmedag.core.people.stafflist.faults import Fault


class Paper(Enum):
    """What is beside the list under the name of a signed paper."""

    ABSENT = auto()
    NO_PDF = auto()
    SOUND = auto()


Papers = Callable[[str], Paper]
"""What there is under this name."""


@dataclass(slots=True)
class ArrangementPlan:
    """What is new, by employee; papers that have turned up for arrangements taken in before; what stands so already.

    `absent` are rows whose paper is named and isn't there.
    """

    new: list[tuple[int, Listed]] = field(default_factory=list)
    found: list[tuple[Addendum, Listed]] = field(default_factory=list)
    unchanged: int = 0
    absent: list[Listed] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    versions: Mapping[int, int] = field(default_factory=dict)
    at_home: frozenset[int] = frozenset()


def arrangement_plan(content: bytes, papers: Papers, today: date) -> ArrangementPlan:
    """A list beside what is recorded, in a fixed number of queries. Raises `spreadsheets.Unreadable`.

    An arrangement taken in before is known by its person and first day, and is never changed; every other arrangement
    of the person that lives is in the way of a new one.
    """
    table = spreadsheets.read(content)
    reading = read(table.headings, ((row.number, row.cells) for row in table.rows))
    plan = ArrangementPlan(faults=list(reading.faults))
    who = people.with_numbers({row.number for row in reading.rows})
    everyone = set(who.values())
    before, living = _taken_in(everyone), _living(everyone, today)
    plan.versions = {one.number: one.pk for one in policy.published() if one.number is not None}
    plan.at_home = frozenset(people.home_countries(everyone, today))
    employed = set(people.employed(today).filter(pk__in=everyone).values_list("pk", flat=True))
    for row in reading.rows:
        employee = who.get(row.number)
        said = reading.headings
        if employee is None:
            plan.faults.append(Fault(row.line, said[Column.NUMBER], NOBODY))
        elif (addendum := before.get((employee, row.first))) is not None:
            _again(plan, addendum, row, papers, said)
        elif faults := list(_faults(row, reading, plan, today, employed=employee in employed)):
            plan.faults += faults
        elif employee in living:
            plan.faults.append(Fault(row.line, "", HAS_ONE))
        else:
            plan.new.append((employee, row))
            _open(plan, row, papers, said)
    plan.faults.sort(key=lambda one: one.line)
    return plan


def _faults(row: Listed, reading: Reading, plan: ArrangementPlan, today: date, *, employed: bool) -> list[Fault]:
    said, faults = reading.headings, []
    if not employed:
        faults.append(Fault(row.line, said[Column.NUMBER], NOT_EMPLOYED))
    if row.first > today:
        faults.append(Fault(row.line, said[Column.FIRST], NOT_BEGUN))
    if row.last is not None and row.last < today:
        faults.append(Fault(row.line, said[Column.LAST], OVER))
    if row.version is not None and row.version not in plan.versions:
        faults.append(Fault(row.line, said[Column.POLICY], no_version(row.version)))
    return faults


def _again(plan: ArrangementPlan, addendum: Addendum, row: Listed, papers: Papers, said: Mapping[Column, str]) -> None:
    """An arrangement taken in before: only its missing paper can be new."""
    if addendum.document_id is None and row.file and _open(plan, row, papers, said):
        plan.found.append((addendum, row))
    else:
        plan.unchanged += 1


def _open(plan: ArrangementPlan, row: Listed, papers: Papers, said: Mapping[Column, str]) -> bool:
    """Whether the row's paper is there. One that is no PDF is a fault; one that is missing is somebody's task."""
    if not row.file:
        return False
    paper = papers(row.file)
    if paper is Paper.ABSENT:
        plan.absent.append(row)
    elif paper is Paper.NO_PDF:
        plan.faults.append(Fault(row.line, said[Column.FILE], no_pdf(row.file)))
    return paper is Paper.SOUND


def _taken_in(employees: Collection[int]) -> dict[tuple[int, date], Addendum]:
    rows = Addendum.objects.filter(taken_in_at__isnull=False, terms__arrangement__employee__in=employees)
    return {
        (one.terms.arrangement.employee_id, one.terms.starts): one
        for one in rows.select_related("terms__arrangement__employee")
    }


def _living(employees: Collection[int], today: date) -> set[int]:
    theirs = Arrangement.objects.filter(employee__in=employees)
    return {one.arrangement.employee_id for one in standings(theirs, today) if one.living}


def no_version(number: int) -> Text:
    """A policy version that was never published."""
    return Text(
        da=f"Politikken har ingen version {number}. Lad feltet stå tomt, hvis versionen ikke er her.",
        en=f"The policy has no version {number}. Leave the cell empty if the version is not here.",
    )


def no_pdf(name: str) -> Text:
    """A file that can't be kept as a paper."""
    return Text(
        da=f"{name} kan ikke læses som PDF. Den skal være hel, uden adgangskode og højst {MEGABYTES} MB.",
        en=f"{name} can't be read as a PDF. It must be whole, without a password and at most {MEGABYTES} MB.",
    )


NOBODY = Text(da="Ingen medarbejder har det nummer.", en="No employee has that number.")
NOT_EMPLOYED = Text(da="Medarbejderen er ikke ansat i dag.", en="The employee is not employed today.")
NOT_BEGUN = Text(
    da="Ordningen er ikke begyndt. Lad medarbejderen søge om den her i stedet.",
    en="The arrangement has not begun. Let the employee apply for it here instead.",
)
OVER = Text(
    da="Ordningen er slut. Listen er til ordninger, der kører.",
    en="The arrangement is over. The list is for arrangements that run.",
)
HAS_ONE = Text(
    da="Medarbejderen har allerede en ordning her. Den er ikke rørt; slet rækken.",
    en="The employee has an arrangement here already. It is untouched; delete the row.",
)
