"""What a list of days away would change, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from hjemmedag.adapters import spreadsheets
from hjemmedag.apps.people.models import Absence, Employment
from hjemmedag.apps.people.queries.employees import with_numbers
from hjemmedag.core.law.text import Text
from hjemmedag.core.people.absencelist import Away, read
from hjemmedag.core.people.stafflist.faults import Fault
from hjemmedag.core.periods import Period


@dataclass(slots=True)
class AbsencePlan:
    """Days away that are new, those whose last day is another now, how many stand so already, and the faults."""

    new: list[tuple[int, Away]] = field(default_factory=list)
    changed: list[tuple[Absence, Away]] = field(default_factory=list)
    unchanged: int = 0
    faults: list[Fault] = field(default_factory=list)


def absence_plan(content: bytes) -> AbsencePlan:
    """A list beside what is recorded, in three queries. Days that begin when recorded ones of the same kind do are
    those with another last day; what is not in the list stays. Raises `spreadsheets.Unreadable`.
    """
    table = spreadsheets.read(content)
    reading = read(table.headings, ((row.number, row.cells) for row in table.rows))
    plan = AbsencePlan(faults=list(reading.faults))
    people = with_numbers({row.number for row in reading.rows})
    employed, recorded = _employed(people.values()), _recorded(people.values())
    for row in reading.rows:
        employee = people.get(row.number)
        if employee is None:
            plan.faults.append(Fault(row.line, "", NOBODY))
        elif not any(row.first in period for period in employed[employee]):
            plan.faults.append(Fault(row.line, "", NOT_EMPLOYED))
        else:
            _place(plan, employee, row, recorded[employee])
    gone = {before.pk for before, _row in plan.changed}
    standing = {who: [one for one in rows if one.pk not in gone] for who, rows in recorded.items()}
    plan.faults += _overlaps(plan, standing)
    plan.faults.sort(key=lambda one: one.line)
    return plan


def _place(plan: AbsencePlan, employee: int, row: Away, recorded: Iterable[Absence]) -> None:
    """The row among what is new, changed or unchanged."""
    same = next((one for one in recorded if one.starts == row.first and one.kind == row.kind), None)
    if same is None:
        plan.new.append((employee, row))
    elif same.ends == row.period.end:
        plan.unchanged += 1
    else:
        plan.changed.append((same, row))


def _employed(people: Iterable[int]) -> dict[int, list[Period]]:
    found: dict[int, list[Period]] = {employee: [] for employee in people}
    for one in Employment.objects.filter(employee__in=found).order_by():
        found[one.employee_id].append(one.period)
    return found


def _recorded(people: Iterable[int]) -> dict[int, list[Absence]]:
    found: dict[int, list[Absence]] = {employee: [] for employee in people}
    for one in Absence.objects.filter(employee__in=found).order_by("starts"):
        found[one.employee_id].append(one)
    return found


def _overlaps(plan: AbsencePlan, standing: Mapping[int, list[Absence]]) -> Iterator[Fault]:
    """Rows with a day on which the person is away already: by the register, or by an earlier row."""
    said: dict[int, list[Away]] = {}
    for employee, row in [*plan.new, *((before.employee_id, row) for before, row in plan.changed)]:
        said.setdefault(employee, []).append(row)
    for employee, rows in said.items():
        until: date | None = date.min
        earlier = 0
        for row in sorted(rows, key=lambda one: (one.first, one.line)):
            if until is None or row.first < until:
                yield Fault(row.line, "", same_days(earlier))
            elif taken := next((one for one in standing[employee] if one.period.overlaps(row.period)), None):
                yield Fault(row.line, "", already_away(taken.period))
            until, earlier = row.period.end, row.line


def same_days(line: int) -> Text:
    """Two rows of a list are about one day."""
    return Text(da=f"Dagene overlapper dem i række {line}.", en=f"The days overlap those in row {line}.")


def already_away(period: Period) -> Text:
    """The days overlap recorded ones."""
    last = f"{period.last:%d-%m-%Y}" if period.last else "…"
    return Text(
        da=f"Medarbejderen er allerede væk fra {period.start:%d-%m-%Y} til {last}. Ret de dage i stedet.",
        en=f"The employee is already away from {period.start:%d-%m-%Y} to {last}. Change those days instead.",
    )


NOBODY = Text(da="Ingen medarbejder har det nummer.", en="No employee has that number.")
NOT_EMPLOYED = Text(
    da="Medarbejderen er ikke ansat den første dag.", en="The employee is not employed on the first day."
)
