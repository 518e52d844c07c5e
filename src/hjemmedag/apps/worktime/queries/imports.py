"""What a delivery of many people's hours from another system would change in the register."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.worktime.models import Entry
from hjemmedag.apps.worktime.queries.entries import standing
from hjemmedag.apps.worktime.queries.norms import planned_place
from hjemmedag.apps.worktime.queries.uploads import says
from hjemmedag.core.law import Text
from hjemmedag.core.worktime.hours_list import Hours, Reading, overlaps
from hjemmedag.core.worktime.weeks import friday_of, monday_of


@dataclass(slots=True)
class Delivery:
    """The rows that say something new, each with its employee and the entry it replaces, and what is wrong."""

    new: list[tuple[int, Hours, Entry | None]] = field(default_factory=list)
    unchanged: int = 0
    faults: list[tuple[int, Text]] = field(default_factory=list)


def delivery(read: Reading, employees: Mapping[str, int]) -> Delivery:
    """Rows beside the register. One that begins when a registered one does replaces it; no row removes any."""
    told = Delivery()
    theirs = [(employees[one.employee], one) for one in _placed(read.hours, employees)]
    days = [one.day for one in read.hours]
    known = _known({employee for employee, _one in theirs}, min(days), max(days))
    timed = (entry for entries in known.values() for entry in entries if entry.timed)
    begins = {(entry.employee_id, entry.start): entry for entry in timed}
    gone: set[int] = set()
    for employee, one in theirs:
        before = begins.get((employee, one.start))
        if before is not None and before.says == says(one):
            told.unchanged += 1
            continue
        told.new.append((employee, one, before))
        if before is not None:
            gone.add(before.pk)
    told.faults = [(row, read.at(row, "start", text)) for row, text in _overlaps(told.new, known, gone)]
    return told


def _known(employees: Collection[int], first: date, last: date) -> dict[int, list[Entry]]:
    day = timedelta(days=1)
    found: dict[int, list[Entry]] = {employee: [] for employee in employees}
    for entry in standing().filter(employee__in=employees, day__range=(first - day, last + day)).order_by():
        found[entry.employee_id].append(entry)
    return found


def _overlaps(
    new: Iterable[tuple[int, Hours, Entry | None]], known: Mapping[int, list[Entry]], gone: Collection[int]
) -> Iterator[tuple[int, Text]]:
    """The rows that overlap what stays in the register."""
    for employee, one, _before in new:
        for entry in known[employee]:
            beside = entry.start < one.end and entry.end > one.start if entry.timed else entry.day == one.day
            if beside and entry.pk not in gone:
                yield one.row, overlaps(REGISTERED)
                break


def _placed(hours: Iterable[Hours], employees: Mapping[str, int]) -> list[Hours]:
    """The rows in full. Where the file is silent, the place is the one planned for the day, and there was no break."""
    rows = list(hours)
    silent = {monday_of(one.day) for one in rows if one.place is None}
    ids = set(employees.values())
    days = [one.day for one in rows if one.place is None]
    single = agreements.day_facts(ids, min(days), max(days)) if days else {}
    plans = {monday: agreements.all_terms_in_force(ids, friday_of(monday)) for monday in silent}
    return [
        replace(
            one,
            place=one.place
            or planned_place(
                plans[monday_of(one.day)].get(employees[one.employee]), one.day, single[employees[one.employee]]
            ),
            break_minutes=one.break_minutes or 0,
        )
        for one in rows
    ]


REGISTERED = Text(da="anden tid, der er registreret", en="others that are registered")
