"""What is past retention: entries that need not be kept any longer, and what belongs to them alone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import QuerySet

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.models import Answer, Entry, Explanation, PayrollFile, Sending, Week
from hjemmedag.core.instants import local, midnight
from hjemmedag.core.periods import Period, add_months, end_of_month
from hjemmedag.core.worktime.limits import HOURS
from hjemmedag.core.worktime.rules import retention
from hjemmedag.core.worktime.weeks import days_of
from hjemmedag.rulebook.load import load

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Expired:
    """Rows whose time has come."""

    entries: list[Entry] = field(default_factory=list)
    explanations: list[Explanation] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    sendings: list[Sending] = field(default_factory=list)
    weeks: list[Week] = field(default_factory=list)


def may_have_expired(today: date, *, after: int, most: int) -> list[int]:
    """Some people with weeks from which something may be deleted, by id and above `after`: one query."""
    through = Keeping(today).through
    if through is None:
        return []
    rows = Week.objects.filter(monday__lte=through, employee__gt=after).order_by("employee")
    return list(rows.values_list("employee", flat=True).distinct()[:most])


def expired(employees: Collection[int], today: date) -> Expired:
    """All that is past retention among these people's records: seven queries, whoever they are."""
    keeping = Keeping(today)
    through = keeping.through
    if through is None:
        return Expired()
    entries = list(Entry.objects.filter(employee__in=employees, day__lte=through).order_by("id"))
    first = min((entry.day for entry in entries), default=through) - WEEK
    terms = people.working_terms(employees, first, through)
    agreed = {
        employee: [
            (limits.period, limits.reference_months or 0) for limits in one.limits if limits.kind == "collective"
        ]
        for employee, one in terms.items()
    }

    def over(employee: int, day: date) -> bool:
        return keeping.over(day, agreed.get(employee, ()))

    gone = [entry for entry in entries if over(entry.employee_id, entry.day)]
    explanations = [
        one
        for one in Explanation.objects.filter(
            employee__in=employees, until__lt=midnight(through + timedelta(days=1))
        ).order_by("id")
        if over(one.employee_id, local(one.until).date())
    ]
    going = {entry.pk for entry in gone}
    written = Entry.objects.filter(employee__in=employees, week__monday__lte=through).values_list("pk", "week")
    kept = {week for entry, week in written if entry not in going}
    weeks = [
        week
        for week in Week.objects.filter(employee__in=employees, monday__lte=through)
        if week.pk not in kept and all(over(week.employee_id, days_of(week.monday)[place]) for place in (0, -1))
    ]
    sendings = list(Sending.objects.filter(week__in=weeks))
    answers = list(Answer.objects.filter(sending__in=sendings))
    return Expired(gone, explanations, answers, sendings, weeks)


def expired_payroll_files(today: date) -> QuerySet[PayrollFile]:
    """The payroll files that the company has chosen to keep no longer, without what is in them."""
    years = load().on(today).number(retention.KEY, "payroll_years")
    first = midnight(date(today.year - years, 1, 1))
    return PayrollFile.objects.filter(made_at__lt=first).defer("content").order_by("id")


class Keeping:
    """How long a day's entries are kept, asked on `today`; each month is worked out once."""

    def __init__(self, today: date) -> None:
        self.today = today
        self._kept: dict[tuple[date, int], date | None] = {}
        law = load().on(today)
        self._law, self._longest = law.number(HOURS, "reference_months"), law.number(HOURS, "reference_months_agreed")

    @property
    def through(self) -> date | None:
        """The last day of which the law's own period, or before it the company's, lets anything go; `None`: of none."""
        month = self.today.replace(day=1)
        while (kept := self._through(month, self._law)) is not None:
            if kept < self.today:
                return end_of_month(month)
            month = add_months(month, -1)
        return None

    def over(self, day: date, agreed: Collection[tuple[Period, int]]) -> bool:
        """Whether a day's entries are past retention, by the longest period that may hold the day.

        `agreed` are the months of collective agreements with their periods: one that doesn't cover the day changes
        nothing for it. Before there was a duty the company's own choice holds; where neither is known, nothing is let
        go.
        """
        months = max([self._law, *(length for period, length in agreed if day in period)])
        kept = self._through(day.replace(day=1), min(months, self._longest))
        return kept is not None and kept < self.today

    def _through(self, month: date, months: int) -> date | None:
        if (month, months) not in self._kept:
            asked = retention.Facts(entry_on=end_of_month(month), reference_months=months)
            kept = retention.decide(asked, load()).keep_through
            self._kept[month, months] = kept if kept is not None else retention.chosen(asked, load())
        return self._kept[month, months]
