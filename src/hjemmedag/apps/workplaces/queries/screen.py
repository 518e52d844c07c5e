"""Skærmarbejde: whether the order on screen work applies at people's homes, by plan and by the weeks worked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces.models import Judgement, SafetyPractice
from hjemmedag.apps.worktime import queries as worktime
from hjemmedag.core.agreements.days import Placed
from hjemmedag.core.agreements.pattern import WEEKDAYS, Pattern, Place
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
    hours = people.working_terms(who, on, on) if who else {}
    of_week = {employee: hours[employee].weekly_hours(on) for employee in hours}
    weeks = _weeks(who, on, line, _Silent(terms, of_week, choices))
    countries = people.home_countries(who, on) if who else {}
    desk = SafetyPractice.objects.filter(compliant_desks=True).exists()
    judged = {}
    for employee in who:
        plan = _planned(terms.get(employee), of_week.get(employee, Decimal()), choices)
        one = _judged(plan, weeks.get(employee, []), on, countries.get(employee, "DK"), law, line, desk=desk)
        if one is not None:
            judged[employee] = one
    return judged


def _coming(employee: int, on: date) -> Any:
    """The terms of an arrangement on its way."""
    standing = agreements.latest_standing(employee, on)
    return standing.terms if standing is not None and standing.living else None


def _planned(terms: Any, of_week: Decimal, choices: Any) -> Plan | None:
    return None if terms is None else plan_of(agreements.pattern_of(terms), of_week, choices)


def plan_of(pattern: Pattern, of_week: Decimal, choices: Any) -> Plan | None:
    """What a pattern plans of so many hours a week, by the company's choices; `None` without work at home."""
    usual = norm(of_week, pattern.hours, worktime.lunch_of(choices), choices.begins)
    home = tuple(
        sum((usual[day].minutes for day in usual if number * WEEKDAYS + day in pattern.home_days), 0) / HOUR
        for number in range(pattern.cycle_weeks)
    )
    everything = sum((day.minutes for day in usual.values()), 0) / HOUR
    plan = Plan(home, everything - sum(home, Decimal()) / len(home))
    return plan if plan.average else None


def judged_plan(plan: Plan, on: date, country: str, law: Law, *, desk: bool) -> ScreenWork:
    """What the rule says of a plan on a day. `desk`: a screen desk that meets the demands is there at the office."""
    facts = Facts(
        on=on,
        country=country,
        planned_home_hours=plan.home,
        fixed_hours=plan.office,
        compliant_desk=desk,
        home_share=plan.home_share,
    )
    return decide(facts, law.rulebook)


def tried(on: date) -> Callable[[Pattern, Decimal, str], Because]:
    """Asks the rule about plans that nobody has: pattern, hours a week and country of the home. Two queries once.

    Where the rule can't be determined on the day, nothing is covered.
    """
    law, choices = load().on(on), worktime.practice()
    desk = SafetyPractice.objects.filter(compliant_desks=True).exists()

    def ask(pattern: Pattern, of_week: Decimal, country: str) -> Because:
        plan = plan_of(pattern, of_week, choices)
        if plan is None:
            return Because.NO_HOME_WORK
        return judged_plan(plan, on, country, law, desk=desk).because or Because.NO_HOME_WORK

    return ask


@dataclass(frozen=True, slots=True)
class _Silent:
    """What is known of weeks in which nothing is registered: terms, hours a week, and the company's choices."""

    terms: dict[int, Any]
    of_week: dict[int, Decimal]
    choices: Any

    def week(self, employee: int, days: list[date], places: Mapping[date, Placed]) -> Week:
        """A week as it was planned, single days at home counted in."""
        row = self.terms.get(employee)
        hours = agreements.pattern_of(row).hours if row is not None else {}
        usual = norm(self.of_week.get(employee, Decimal()), hours, worktime.lunch_of(self.choices), self.choices.begins)
        spent = {place: Decimal() for place in Place}
        for day in days:
            if (place := places[day].place) is not None and day.weekday() in usual:
                spent[place] += usual[day.weekday()].minutes / HOUR
        return Week(spent[Place.HOME], spent[Place.OFFICE], Decimal())


def _weeks(who: Collection[int], on: date, line: Limits | None, silent: _Silent) -> dict[int, list[Week]]:
    """The whole weeks before a day, oldest first; those with leave or without entries are marked as leave.

    Of someone with single days at home among them, a week without entries counts as it was planned: those days are
    agreed, whether or not hours are registered.
    """
    if line is None or not who:
        return {}
    count = line.window + line.lasting
    last = monday_of(on) - timedelta(days=1)
    first = last - timedelta(days=7 * count - 1)
    worked, away = worktime.places_by_week(who, first, last), people.absences_between(who, first, last)
    mondays = [first + timedelta(days=7 * number) for number in range(count)]
    extra = agreements.extra_home_days(who, first, last)
    places = agreements.placed(extra, [day for monday in mondays for day in days_of(monday)])
    found: dict[int, list[Week]] = {}
    for employee in worked.keys() | extra.keys():
        off = [period for period, _kind in away[employee]]
        found[employee] = weeks = []
        for monday in mondays:
            registered = worked.get(employee, {}).get(monday)
            leave = any(day in period for period in off for day in days_of(monday))
            if registered is None and employee in extra and not leave:
                weeks.append(silent.week(employee, days_of(monday), places[employee]))
            else:
                weeks.append(_week(registered, leave=leave))
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
        by_plan = Screen(judged_plan(plan, on, country, law, desk=desk), Judgement.By.PLAN, hours)
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


def covered_by_weeks(employees: Collection[int]) -> set[int]:
    """Whose home is under the order by weeks that were worked, as it was judged last: one query."""
    return {
        who
        for who, row in latest_judgements(employees).items()
        if row.covered and row.works_at_home and row.by == Judgement.By.WEEKS
    }


def to_judge(on: date) -> set[int]:
    """Everyone with an arrangement in force or work at home in the last weeks, and whoever was judged before."""
    try:
        line = limits(load().on(on))
    except UnknownValue:
        return set()
    weeks = timedelta(weeks=line.window + line.lasting + 1)
    there = set(people.employed(on).values_list("pk", flat=True))
    judged = Judgement.objects.order_by().values_list("employee", flat=True).distinct()
    at_home = agreements.who_works_at_home(on) | worktime.who_worked_at_home(on - weeks, on)
    return ((at_home | agreements.who_had_extra_days(on - weeks, on)) & there) | set(judged)
