"""Where people work on which day: the pattern of each arrangement, overlaid by what was agreed about single days."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Value

from hjemmedag.apps.agreements.models import AdHocAnswer, AdHocDay, Concerned, MovedDay, Terms
from hjemmedag.apps.agreements.queries.applications import pattern_of
from hjemmedag.apps.agreements.queries.in_force import all_terms_by_day
from hjemmedag.core.agreements.days import Because, Placed, overlaid, strongest
from hjemmedag.core.agreements.pattern import WEEKDAYS, Place

DAY = timedelta(days=1)
FEW = 200
"""So many people are named in a query; for more, the facts of everybody are read, which are never many."""

Facts = dict[int, dict[date, Because]]


def day_facts(employees: Collection[int], first: date, last: date) -> Facts:
    """What was agreed about single days of these people from `first` to `last`, the strongest for each: one query."""
    said: dict[int, dict[date, list[Because]]] = {employee: {} for employee in employees}
    for employee, because, starts, through in _facts(said, first, last):
        if employee not in said:
            continue
        day, end = max(starts, first), min(through, last)
        while day <= end:
            said[employee].setdefault(day, []).append(Because(because))
            day += DAY
    return {
        employee: {day: found for day, facts in days.items() if (found := strongest(facts)) is not None}
        for employee, days in said.items()
    }


def _facts(employees: Collection[int], first: date, last: date) -> Iterator[tuple[int, str, date, date]]:
    """Whom each fact is about, its kind, its first and its last day."""
    who = {"employee__in": employees} if len(employees) <= FEW else {}
    between = (first, last)
    moved = MovedDay.objects.filter(undone_at__isnull=True, **who)
    single: tuple[Any, ...] = (
        moved.filter(home_day__range=between).values_list(
            "employee", Value(Because.MOVED_AWAY.value), "home_day", F("home_day")
        ),
        moved.filter(instead__range=between).values_list(
            "employee", Value(Because.MOVED_HERE.value), "instead", F("instead")
        ),
    )
    asked = approved().filter(day__range=between, **who)
    sent = Concerned.objects.filter(
        sent_home=True, closure__undone_at__isnull=True, closure__starts__lte=last, closure__ends__gt=first, **who
    )
    rows = asked.values_list("employee", Value(Because.AD_HOC.value), "day", F("day")).union(
        *single,
        sent.values_list("employee", Value(Because.CLOSED.value), "closure__starts", "closure__ends"),
        all=True,
    )
    for employee, because, starts, until in rows:
        yield employee, because, starts, until - DAY if because == Because.CLOSED else until


def approved() -> Any:
    """The ad hoc days that count: approved, and not taken back."""
    return AdHocDay.objects.filter(withdrawn_at__isnull=True, answer__outcome=AdHocAnswer.Outcome.APPROVED).order_by()


def placed(employees: Collection[int], days: Iterable[date]) -> dict[int, dict[date, Placed]]:
    """Where each of these people works on each of these days, in five queries for any number of both.

    By the arrangement in force on the day, else at the office from Monday to Friday; overlaid by what was agreed about
    the day alone. Absence and public holidays are not counted in: they say whether there is work, not where.
    """
    listed = sorted(set(days))
    if not listed:
        return {employee: {} for employee in employees}
    facts = day_facts(employees, listed[0], listed[-1])
    terms = all_terms_by_day(employees, listed)
    return {employee: laid_out(listed, terms.get(employee, {}), facts[employee]) for employee in employees}


def laid_out(days: Iterable[date], terms: Mapping[date, Terms], facts: Mapping[date, Because]) -> dict[date, Placed]:
    """Where one person works on each of these days, by the terms in force and what was agreed about each day alone."""
    patterns = {row.pk: pattern_of(row) for row in set(terms.values())}
    return {
        day: overlaid(
            patterns[terms[day].pk].place_on(day, terms[day].starts) if day in terms else usual_place(day),
            facts.get(day),
        )
        for day in days
    }


def usual_place(day: date) -> Place | None:
    """Where a day is spent without an arrangement."""
    return Place.OFFICE if day.weekday() < WEEKDAYS else None


def extra_home_days(employees: Collection[int], first: date, last: date) -> dict[int, set[date]]:
    """The days on which these people were at home beside their pattern; those without any are left out."""
    facts = day_facts(employees, first, last)
    found = {
        employee: {day for day, because in days.items() if because.place is Place.HOME}
        for employee, days in facts.items()
    }
    return {employee: days for employee, days in found.items() if days}


def who_had_extra_days(first: date, last: date) -> set[int]:
    """Everyone with at least one approved ad hoc day from `first` to `last`: one query."""
    return set(approved().filter(day__range=(first, last)).values_list("employee", flat=True).distinct())
