"""What a year shows that no single week does: periods above 48 hours that are over, and many hours at night."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.models import YearFinding
from hjemmedag.apps.worktime.queries.forecast import may_exceed
from hjemmedag.apps.worktime.queries.sheets import records
from hjemmedag.apps.worktime.queries.spans import Register, second_of
from hjemmedag.core.instants import midnight
from hjemmedag.core.law import Verdict
from hjemmedag.core.periods import add_months, end_of_month
from hjemmedag.core.worktime.bulk import days
from hjemmedag.core.worktime.bulk.dates import Dates
from hjemmedag.core.worktime.bulk.intervals import Entries, merged
from hjemmedag.core.worktime.check import check
from hjemmedag.core.worktime.limits import HOURS, NIGHT, Limits
from hjemmedag.rulebook.load import load

MONTHS = 12
"""How far back a period may end and still be told of."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Such a finding with its person's name."""

    employee: int
    name: str
    finding: YearFinding


def year_findings(rule: str) -> list[Shown]:
    """What the last night found by a rule, the worst first: two queries."""
    rows = list(YearFinding.objects.filter(rule=rule).order_by("-measured", "employee"))
    names = people.named({row.employee_id for row in rows})
    return [Shown(row.employee_id, names[row.employee_id], row) for row in rows]


def first_asked(today: date, months: int) -> date:
    """The first day that such a finding may hang on; `months` are those of the longest period of the average."""
    return add_months(today.replace(day=1), 1 - MONTHS - months)


def of_the_year(register: Register, today: date, *, months: int, employed: Container[int]) -> list[YearFinding]:
    """The worst of each kind for each of these who is `employed`, none saved: some seven queries."""
    limits, first = Limits.of(load().on(today)), first_asked(today, months)
    suspected = {*_nights(register, limits), *_long(register, limits, today, first)}
    wanted = sorted(who for who in suspected if who in employed)
    if not wanted:
        return []
    known = records(wanted, first, today)
    since = max(known.choices.starts or first, first)
    if since >= today:
        return []
    worst: dict[tuple[int, str], YearFinding] = {}
    for employee in wanted:
        # Every hour is in the register: days without an entry were days without work.
        sheet = replace(known.timesheet(employee), known_from=midnight(since), known_to=midnight(today))
        for one in check(sheet, load(), on=today, practice=known.practice).findings:
            told = one.rule == NIGHT or (one.rule == HOURS and one.verdict is Verdict.VIOLATION)
            if told and isinstance(one.starts, date) and isinstance(one.ends, date):
                row = YearFinding(
                    employee_id=employee, rule=one.rule, first=one.starts, last=one.ends, measured=one.measured
                )
                before = worst.get((employee, one.rule))
                if before is None or before.measured < row.measured:
                    worst[employee, one.rule] = row
    return list(worst.values())


def _nights(register: Register, limits: Limits) -> list[int]:
    """Everyone with so many hours at night that somebody must be told."""
    rows = register.timed & ~register.away
    if not rows.any():
        return []
    ids, codes = np.unique(register.employee[rows], return_inverse=True)
    work = merged(Entries(codes.astype(np.int32), register.start[rows], register.end[rows]))
    dates = Dates.of(int(work.start.min()), int(work.end.max()), limits)
    return [int(ids[who]) for who, _nights in days.nights(work, dates, limits)]


def _long(register: Register, limits: Limits, today: date, earliest: date) -> set[int]:
    """Everyone who may have been above the limit in a period since `earliest` that is over, and few others: one query.

    An average above the limit over a longer period is above it over one of the law's periods inside it.
    """
    ids, codes = np.unique(register.employee, return_inverse=True)
    employees: Sequence[int] = ids.tolist()
    firsts = [add_months(today.replace(day=1), -limits.months)]
    while firsts[-1] > earliest:
        firsts.append(add_months(firsts[-1], -1))
    away = people.absences_between(employees, min(firsts), today) if employees else {}
    found: set[int] = set()
    for first in firsts:
        last = end_of_month(add_months(first, limits.months - 1))
        inside = (register.end > second_of(first)) & (register.start < second_of(last + timedelta(days=1)))
        minutes = np.bincount(codes, weights=np.where(inside, register.minutes, 0), minlength=len(employees)).tolist()
        found |= {
            employee
            for employee, worked in zip(employees, minutes, strict=True)
            if may_exceed(worked, away[employee], first, last, limits.average)
        }
    return found
