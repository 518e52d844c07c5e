"""What the nightly check finds in everyone's register: rest in figures, who nears 48 hours, who is owed rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.models import HoursForecast, MonthFigures, OwedRest, Silence, YearFinding
from hjemmedag.apps.worktime.queries.awaited import silent
from hjemmedag.apps.worktime.queries.forecast import derogations, longest_period, nearing
from hjemmedag.apps.worktime.queries.rest_counts import Tally, months_to_count
from hjemmedag.apps.worktime.queries.sheets import BEFORE, Found, Records, records
from hjemmedag.apps.worktime.queries.spans import Register, everyone, short_of_rest
from hjemmedag.apps.worktime.queries.year import first_asked, of_the_year
from hjemmedag.core.instants import local
from hjemmedag.core.law import Verdict
from hjemmedag.core.periods import end_of_month
from hjemmedag.core.worktime.ahead import owed
from hjemmedag.core.worktime.limits import COMPENSATORY, DAILY, WEEKLY, Limits
from hjemmedag.rulebook.load import load

REMEMBERED = timedelta(days=14)
"""How long rest that is owed is looked for; afterwards it stays a finding of its week."""


@dataclass(slots=True)
class Night:
    """What one night finds, by month where months are counted. None of the rows is saved."""

    figures: dict[date, list[MonthFigures]] = field(default_factory=dict)
    nearing: list[HoursForecast] = field(default_factory=list)
    owed: list[OwedRest] = field(default_factory=list)
    silent: list[Silence] = field(default_factory=list)
    year: list[YearFinding] = field(default_factory=list)


def judged(now: datetime) -> Night:
    """Everyone's register as the rules see it now, some hundred people at a time.

    The months that are due are counted, by the law of their last day; the last weeks are looked through for rest that
    is owed, and the windows of the 48-hour rule that hold today for whoever nears the limit.
    """
    today = local(now).date()
    due, period = months_to_count(today), longest_period(derogations(today), today)
    rests_from = min([today - REMEMBERED, *due])
    found, tally = Night(), Tally(due)
    employed = set(people.employed(today).values_list("pk", flat=True))
    hours_from = first_asked(today, period) - timedelta(days=1)
    for register in everyone(min(rests_from - BEFORE, hours_from), today):
        found.nearing += nearing(register, today, months=period, employed=employed)
        found.year += of_the_year(register, today, months=period, employed=employed)
        tally.add_registered(register)
        for month in due:
            tally.add_found(_breaches(_doubtful(register, month, end_of_month(month))))
        doubtful = _doubtful(register, today - REMEMBERED, today)
        found.owed += owed_rests(doubtful, employed & doubtful.entries.keys(), now)
    found.figures = tally.figures()
    found.silent = silent(today)
    return found


def still_remembered(day: date, now: datetime) -> bool:
    """Whether rest that was cut short on the day may still be owed."""
    return day >= local(now).date() - REMEMBERED


def owed_among(employees: Collection[int]) -> set[int]:
    """Those of the people who are owed rest."""
    return set(OwedRest.objects.filter(employee__in=employees).values_list("employee", flat=True))


def owed_rests(known: Records, employees: Iterable[int], now: datetime) -> list[OwedRest]:
    """Those of the people whose rest was cut short with leave and not given back yet."""
    today = local(now).date()
    limits, rows = Limits.of(load().on(today)), []
    for employee in employees:
        rest = owed(known.timesheet(employee), limits, known.practice, now=now)
        if rest is not None and (since := local(rest.since).date()) >= today - REMEMBERED:
            rows.append(OwedRest(employee_id=employee, since=since, minutes=rest.minutes))
    return rows


def _doubtful(register: Register, first: date, last: date) -> Records:
    """The records of those whose rest may have been too short from the first day to the last."""
    limits = Limits.of(load().on(last))
    return records(short_of_rest(register, limits, first - BEFORE, last), first, last)


def _breaches(known: Records) -> dict[int, list[tuple[str, date]]]:
    """The breaches of each person, as rule and day."""
    return {
        employee: [
            (one.finding.rule, local(one.until).date())
            for one in known.findings(employee, known.first, known.last)
            if _counts(one)
        ]
        for employee in known.entries
    }


def _counts(one: Found) -> bool:
    return one.finding.verdict is Verdict.VIOLATION and one.finding.rule in (DAILY, WEEKLY, COMPENSATORY)
