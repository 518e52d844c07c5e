"""What is registered as the rules read it, and what they find in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.models import Entry, Explanation, Registration
from hjemmedag.apps.worktime.queries.entries import standing
from hjemmedag.apps.worktime.queries.norms import practice
from hjemmedag.core.instants import midnight
from hjemmedag.core.law import Text, Verdict
from hjemmedag.core.periods import Period
from hjemmedag.core.worktime.check import check
from hjemmedag.core.worktime.entries import (
    Absence,
    AgreedTerms,
    DailyTotal,
    Emergency,
    Kind,
    Place,
    Practice,
    SelfOrganiser,
    TimeEntry,
    Timesheet,
)
from hjemmedag.core.worktime.findings import Finding
from hjemmedag.core.worktime.limits import DAILY, HOURS, WEEKLY
from hjemmedag.rulebook.load import load

STATES = {Verdict.VIOLATION: "late", Verdict.WARNING: "missing", Verdict.DEROGATED: "waiting"}
RESTS = (DAILY, WEEKLY)
"""The rules of which a breach asks for a reason."""
BEFORE = timedelta(days=15)
"""How far back a week's rest can reach: two days off by the longest agreement."""


@dataclass(frozen=True, slots=True)
class Records:
    """What is on record about some people's time from two weeks before `first` to `last`, and their terms."""

    first: date
    last: date
    choices: Any
    entries: Mapping[int, list[Entry]]
    terms: Mapping[int, people.WorkingTerms]
    absences: Mapping[int, list[tuple[Period, str]]]
    explanations: Mapping[int, list[Explanation]]
    registrations: Mapping[int, list[Registration]]

    def timesheet(self, employee: int) -> Timesheet:
        """One person's register as the rules read it."""
        terms = self.terms.get(employee)
        return Timesheet(
            employee=str(employee),
            entries=tuple(map(_timed, (entry for entry in self.entries[employee] if entry.timed))),
            totals=tuple(
                DailyTotal(day=entry.day, minutes=entry.minutes) for entry in self.entries[employee] if not entry.timed
            ),
            absences=tuple(_absences(self.absences[employee], self.last)),
            emergencies=tuple(
                Emergency(start=one.start, end=one.until, record=one.reason)
                for one in self.explanations[employee]
                if one.unforeseen
            ),
            agreements=tuple(map(_agreed, terms.limits)) if terms else (),
            self_organiser=tuple(
                (Period(one.starts, one.ends), SelfOrganiser(assessed=True, contract_clause=bool(one.clause)))
                for one in self.registrations[employee]
                if one.self_organiser
            ),
            employed_from=terms.employed_from if terms else None,
            breaks_agreed=self.choices.lunch_minutes > 0,
        )

    def may_owe_rest(self, employee: int) -> bool:
        """Whether something lets this person's rest be cut short, so that a longer one may be owed."""
        agreed = any(one.daily_rest_minutes is not None for one in self.terms[employee].limits)
        return agreed or any(one.unforeseen for one in self.explanations[employee])

    def registration(self, employee: int, day: date) -> Registration | None:
        """How someone registered on one of the days; `None` for the usual way."""
        held = (one for one in self.registrations[employee] if day in Period(one.starts, one.ends))
        return next(held, None)

    @property
    def practice(self) -> Practice:
        """What holds for all of the company's people; what it chose later changes nothing of these days."""
        since = self.choices.deminimis_from
        short = self.choices.deminimis_minutes if since is not None and since <= self.first else 0
        return Practice(state=self.choices.sector == "state", de_minimis=short)

    def findings(self, employee: int, first: date, last: date) -> list[Found]:
        """What the rules say of someone's days, by the law of the last one, in order of time."""
        told = check(self.timesheet(employee), load(), on=last, practice=self.practice).findings
        said = {(one.rule, one.until): one.reason for one in self.explanations[employee] if not one.unforeseen}
        found = [
            Found(self._as_agreed(employee, one), said.get((one.rule, _instant(one.ends or one.starts)), ""))
            for one in told
            if first <= _day(one.ends or one.starts) <= last
        ]
        return sorted(found, key=lambda one: str(one.finding.starts))

    def _as_agreed(self, employee: int, finding: Finding) -> Finding:
        """A high average with what is said of it where a yes to more hours is on record: it decides nothing here."""
        if finding.rule != HOURS:
            return finding
        registration = self.registration(employee, _day(finding.ends or finding.starts))
        if registration is None or not registration.opt_out:
            return finding
        return replace(finding, explanation=finding.explanation.followed_by(OPTED_OUT))


@dataclass(frozen=True, slots=True)
class Found:
    """A finding, and what was said about it."""

    finding: Finding
    reason: str

    @property
    def state(self) -> str:
        """How a page marks it."""
        return STATES.get(self.finding.verdict, "unknown")

    @property
    def start(self) -> datetime:
        """The instant at which it begins."""
        return _instant(self.finding.starts)

    @property
    def until(self) -> datetime:
        """The instant at which it ends; where it has not ended, the one at which it begins."""
        return _instant(self.finding.ends or self.finding.starts)

    @property
    def unexplained(self) -> bool:
        """Whether a rest was too short and nobody has said why."""
        return self.finding.verdict is Verdict.VIOLATION and self.finding.rule in RESTS and not self.reason

    @property
    def excusable(self) -> bool:
        """Whether a written account of an unforeseen event can excuse it."""
        return self.finding.verdict is Verdict.VIOLATION and self.finding.rule == DAILY


def records(employees: Collection[int], first: date, last: date) -> Records:
    """In six queries, whoever they are; five where nobody worked."""
    before = first - BEFORE
    entries: dict[int, list[Entry]] = {employee: [] for employee in employees}
    for entry in _entries(employees, before, last):
        entries[entry.employee_id].append(entry)
    explanations: dict[int, list[Explanation]] = {employee: [] for employee in employees}
    start, end = midnight(before), midnight(last + timedelta(days=2))
    worked = [employee for employee in employees if entries[employee]]
    for one in _said(worked, start, end):
        explanations[one.employee_id].append(one)
    registrations: dict[int, list[Registration]] = {employee: [] for employee in employees}
    for row in _registered(employees, before, last):
        registrations[row.employee_id].append(row)
    return Records(
        first=first,
        last=last,
        choices=practice(first, last),
        entries=entries,
        terms=people.working_terms(employees, first, last),
        absences=people.absences_between(employees, before, last),
        explanations=explanations,
        registrations=registrations,
    )


def _entries(employees: Collection[int], first: date, last: date) -> Iterable[Entry]:
    """What stands, in order of time; the query for one person, which every page of theirs asks, is built once."""
    if len(employees) == 1:
        return Entry.objects.raw(*_of_one.asked(who=next(iter(employees)), first=first, last=last))
    return standing().filter(employee__in=employees, day__range=(first, last)).order_by("start", "id")


@people.Prepared
def _of_one() -> QuerySet[Entry]:
    days = (people.Asked("first"), people.Asked("last"))
    return standing().filter(employee=people.Asked("who"), day__range=days).order_by("start", "id")


def _said(employees: Sequence[int], start: datetime, end: datetime) -> Iterable[Explanation]:
    if len(employees) == 1:
        return Explanation.objects.raw(*_said_by_one.asked(who=employees[0], start=start, end=end))
    return Explanation.objects.filter(employee__in=employees, until__range=(start, end)).order_by("id")


@people.Prepared
def _said_by_one() -> QuerySet[Explanation]:
    instants = (people.Asked("start"), people.Asked("end"))
    return Explanation.objects.filter(employee=people.Asked("who"), until__range=instants).order_by("id")


def _registered(employees: Collection[int], first: date, last: date) -> Iterable[Registration]:
    if len(employees) == 1:
        return Registration.objects.raw(*_registered_by_one.asked(who=next(iter(employees)), first=first, last=last))
    return Registration.objects.filter(employee__in=employees, starts__lte=last).exclude(ends__lte=first)


@people.Prepared
def _registered_by_one() -> QuerySet[Registration]:
    theirs = Registration.objects.filter(employee=people.Asked("who"), starts__lte=people.Asked("last"))
    return theirs.exclude(ends__lte=people.Asked("first"))


def _agreed(one: people.Limits) -> AgreedTerms:
    return AgreedTerms(
        kind=one.kind,
        id=one.name,
        first=one.period.start,
        last=one.period.last,
        daily_rest_minutes=one.daily_rest_minutes,
        rest_reductions_per_week=1 if one.rest_reductions_per_week is None else one.rest_reductions_per_week,
        max_days_between_days_off=one.max_days_between_days_off,
        reference_months=one.reference_months,
    )


def _absences(listed: Sequence[tuple[Period, str]], last: date) -> Iterator[Absence]:
    """Each absence; one without a last day lasts to the `last` day that is asked about."""
    for period, kind in listed:
        if period.start is not None:
            yield Absence(first=period.start, last=period.last or max(last, period.start), kind=kind)


def _timed(entry: Entry) -> TimeEntry:
    return TimeEntry(
        start=entry.start,
        end=entry.end,
        place=Place(entry.place),
        kind=Kind(entry.kind),
        break_minutes=entry.break_minutes,
    )


def _instant(moment: datetime | date) -> datetime:
    return moment if isinstance(moment, datetime) else midnight(moment)


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


OPTED_OUT = Text(
    da="Et ja til flere timer er noteret. Om det gælder, afgøres af overenskomstens parter.",
    en="A yes to more hours is on record. Whether it holds is for the parties to the agreement.",
)
