"""A month for a payroll system: whose hours are approved, whose are not, and the files that were made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from hjemmedag.adapters.payroll import Line
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.models import PayrollChoices, PayrollFile, Week
from hjemmedag.apps.worktime.queries.months import approved_minutes
from hjemmedag.apps.worktime.queries.norms import practice
from hjemmedag.apps.worktime.queries.weeks import with_way
from hjemmedag.core.periods import Period, end_of_month
from hjemmedag.core.worktime.weeks import monday_of

WORKDAYS = 5


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Someone whose weeks in the month are not all approved: the Mondays of those that aren't."""

    number: str
    name: str
    weeks: list[date]


@dataclass(frozen=True, slots=True)
class PayrollMonth:
    """What a file of the month holds, by employee number, and who is not in it, or not with all weeks."""

    first: date
    lines: list[Line]
    left_out: list[LeftOut]


def payroll_month(month: date) -> PayrollMonth:
    """The month that begins on `month`, in a constant number of queries."""
    last, sums = end_of_month(month), approved_minutes(month)
    missing = _unapproved(month, last)
    names = people.numbered({*sums, *missing})
    employers = people.employers_of(sums, month, last)
    lines = [
        Line(*names[employee], cvr=employers.get(employee, ""), home=home, elsewhere=elsewhere)
        for employee, (home, elsewhere) in sums.items()
    ]
    left_out = [LeftOut(*names[employee], weeks) for employee, weeks in missing.items()]
    return PayrollMonth(
        month,
        sorted(lines, key=lambda one: (one.number, one.name)),
        sorted(left_out, key=lambda one: (one.number, one.name)),
    )


def _unapproved(month: date, last: date) -> dict[int, list[date]]:
    """The weeks of everyone employed in the month that nobody has approved, but those that they were away throughout.

    A week in which the company did not register here yet is nobody's.
    """
    starts = practice().starts
    days = [month + timedelta(days=place) for place in range((last - month).days + 1)]
    workdays = [day for day in days if day.weekday() < WORKDAYS and starts is not None and day >= starts]
    all_mondays = {monday_of(day) for day in workdays}
    states: dict[int, dict[date, bool]] = {}
    rows: Any = with_way(Week.objects.filter(monday__range=(monday_of(month), last)))
    for employee, monday, approved in rows.values_list("employee", "monday", "approved"):
        states.setdefault(employee, {})[monday] = bool(approved)
    employed = set(people.employed(month).values_list("pk", flat=True)) | set(
        people.employed(last).values_list("pk", flat=True)
    )
    complete = {who for who, weeks in states.items() if all(weeks.values()) and all_mondays <= weeks.keys()}
    asked = (employed | set(states)) - complete
    looked_at = asked or states.keys()  # the same queries in a month with nobody to ask about
    terms = people.working_terms(looked_at, month, last)
    away = people.absences_between(looked_at, month, last)
    found: dict[int, list[date]] = {}
    for employee in asked:
        held = [period for period, _hours in terms[employee].hours.values()] if employee in terms else []
        absent = [period for period, _kind in away[employee]]
        if not absent and any(month in period and last in period for period in held):
            mondays = all_mondays
        else:
            mondays = {monday_of(day) for day in workdays if _in(day, held) and not _in(day, absent)}
        written = states.get(employee, {})
        missing = sorted(monday for monday in mondays | set(written) if not written.get(monday))
        if missing:
            found[employee] = missing
    return found


def _in(day: date, periods: list[Period]) -> bool:
    return any(day in period for period in periods)


def payroll_files(month: date) -> QuerySet[PayrollFile]:
    """The files made of a month, the latest first, without what is in them."""
    return PayrollFile.objects.filter(month=month).select_related("made_by").defer("content")


def payroll_choices(profile: str) -> tuple[Mapping[str, str], int]:
    """What the company has said for a profile, and the revision that it stands at."""
    row = PayrollChoices.objects.filter(profile=profile).first()
    return (row.values, row.revision) if row else ({}, 0)
