"""Skærmarbejde: whether the order on screen work applies at people's homes, by plan and by the weeks worked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces.models import Judgement, SafetyPractice
from hjemmedag.apps.worktime import queries as worktime
from hjemmedag.core.agreements.pattern import WEEKDAYS
from hjemmedag.core.law import Law, UnknownValue
from hjemmedag.core.law.terms import Certainty
from hjemmedag.core.workplaces import screen
from hjemmedag.core.workplaces.rules.screen_work import Facts, ScreenWork, Worked, decide, limits
from hjemmedag.core.workplaces.screen import Because, Limits, Week
from hjemmedag.core.worktime.norm import norm
from hjemmedag.core.worktime.weeks import days_of, monday_of
from hjemmedag.rulebook.load import load

HOUR = Decimal(60)


@dataclass(frozen=True, slots=True)
class Screen:
    """What holds of one person: the answer, whether plan or weeks decided, and the planned hours at home a week."""

    answer: ScreenWork
    by: Judgement.By
    home_hours: Decimal

    @property
    def covered(self) -> bool:
        """Whether the order applies at home; what can't be determined is no yes."""
        return bool(self.answer.covered)

    @property
    def sure(self) -> bool:
        """Whether it applies by law that is confirmed: only then is anything demanded by it."""
        return self.covered and self.answer.certainty is not Certainty.UNVERIFIED


@dataclass(frozen=True, slots=True)
class Plan:
    """What an arrangement plans: hours at home in each week of its cycle, and those elsewhere a week on average."""

    home: tuple[Decimal, ...]
    office: Decimal

    @property
    def average(self) -> Decimal:
        """Hours at home a week."""
        return sum(self.home, Decimal()) / len(self.home)

    @property
    def home_share(self) -> Decimal:
        """The part of all work that is done at home."""
        return self.average / (self.average + self.office)


def screens(employees: Collection[int], on: date, *, coming: bool = False) -> dict[int, Screen]:
    """What holds on a day of those of these people who work at home, by plan or in fact.

    With `coming`, an arrangement of one person that has not begun yet counts as if it had. The number of queries is the
    same for two people and for all.
    """
    who = set(employees)
    terms: dict[int, Any] = {}
    if len(who) == 1:
        [only] = who
        one_terms = agreements.terms_in_force(only, on) or (_coming(only, on) if coming else None)
        terms = {only: one_terms}
    elif who:
        terms = agreements.all_terms_in_force(who, on)
    law, choices = load().on(on), worktime.practice()
    try:
        line: Limits | None = limits(law)
    except UnknownValue:
        line = None
    weeks = _weeks(who, on, line)
    hours = people.working_terms(who, on, on) if who else {}
    countries = people.home_countries(who, on) if who else {}
    desk = SafetyPractice.objects.filter(compliant_desks=True).exists()
    judged = {}
    for employee in who:
        of_week = hours[employee].weekly_hours(on) if employee in hours else Decimal()
        plan = _planned(terms.get(employee), of_week, choices)
        one = _judged(plan, weeks.get(employee, []), on, countries.get(employee, "DK"), law, line, desk=desk)
        if one is not None:
            judged[employee] = one
    return judged


def _coming(employee: int, on: date) -> Any:
    """The terms of an arrangement on its way."""
    standing = agreements.latest_standing(employee, on)
    return standing.terms if standing is not None and standing.living else None


def _planned(terms: Any, of_week: Decimal, choices: Any) -> Plan | None:
    if terms is None:
        return None
    pattern = agreements.pattern_of(terms)
    usual = norm(of_week, pattern.hours, worktime.lunch_of(choices), choices.begins)
    home = tuple(
        sum((usual[day].minutes for day in usual if number * WEEKDAYS + day in pattern.home_days), 0) / HOUR
        for number in range(pattern.cycle_weeks)
    )
    everything = sum((day.minutes for day in usual.values()), 0) / HOUR
    plan = Plan(home, everything - sum(home, Decimal()) / len(home))
    return plan if plan.average else None


def _weeks(who: Collection[int], on: date, line: Limits | None) -> dict[int, list[Week]]:
    """The whole weeks before a day, oldest first; those with leave or without entries are marked as leave."""
    if line is None or not who:
        return {}
    count = line.window + line.lasting
    last = monday_of(on) - timedelta(days=1)
    first = last - timedelta(days=7 * count - 1)
    worked, away = worktime.places_by_week(who, first, last), people.absences_between(who, first, last)
    mondays = [first + timedelta(days=7 * number) for number in range(count)]
    found = {}
    for employee, of_person in worked.items():
        off = [period for period, _kind in away[employee]]
        found[employee] = [
            _week(of_person.get(monday), leave=any(day in period for period in off for day in days_of(monday)))
            for monday in mondays
        ]
    return found


def _week(places: worktime.PlacesOfWeek | None, *, leave: bool) -> Week:
    if places is None:
        return Week(Decimal(), Decimal(), Decimal(), leave=True)
    return Week(places.home / HOUR, places.office / HOUR, places.other / HOUR, leave=leave)


def _judged(
    plan: Plan | None, weeks: list[Week], on: date, country: str, law: Law, line: Limits | None, *, desk: bool
) -> Screen | None:
    """The plan decides; where it doesn't bring the home under the order, the weeks worked may."""
    hours = plan.average if plan else Decimal()
    by_plan: Screen | None = None
    if plan is not None:
        facts = Facts(
            on=on,
            country=country,
            planned_home_hours=plan.home,
            fixed_hours=plan.office,
            compliant_desk=desk,
            home_share=plan.home_share,
        )
        by_plan = Screen(decide(facts, law.rulebook), Judgement.By.PLAN, hours)
        if by_plan.covered or by_plan.answer.because is Because.ABROAD:
            return by_plan
    if line is None or not any(week.home for week in weeks):
        return by_plan
    facts = Facts(
        on=on,
        country=country,
        weeks=tuple(Worked(week.home, week.fixed, week.changing, week.leave) for week in weeks),
        compliant_desk=desk,
        regular=screen.lasts(weeks, line, desk),
    )
    by_weeks = Screen(decide(facts, law.rulebook), Judgement.By.WEEKS, hours)
    if by_plan is None or by_weeks.covered or by_weeks.answer.because is Because.NOT_REGULAR:
        return by_weeks
    return by_plan


def latest_judgement(employee: int) -> Judgement | None:
    """What was found last about someone's home."""
    return Judgement.objects.filter(employee=employee).order_by("-on", "-id").first()


def latest_judgements(employees: Collection[int]) -> dict[int, Judgement]:
    """What was found last about each of these people's homes: one query."""
    rows = Judgement.objects.filter(employee__in=employees).order_by("on", "id")
    return {row.employee_id: row for row in rows}


def to_judge(on: date) -> set[int]:
    """Everyone with an arrangement in force or work at home in the last weeks, and whoever was judged before."""
    try:
        line = limits(load().on(on))
    except UnknownValue:
        return set()
    weeks = timedelta(weeks=line.window + line.lasting + 1)
    there = set(people.employed(on).values_list("pk", flat=True))
    judged = Judgement.objects.order_by().values_list("employee", flat=True).distinct()
    return ((agreements.who_works_at_home(on) | worktime.who_worked_at_home(on - weeks, on)) & there) | set(judged)
