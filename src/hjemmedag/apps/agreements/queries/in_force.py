"""The terms in force on a day: of one person, of many, and how many there are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, time

from django.db.models import Q, QuerySet

from hjemmedag.apps.agreements.models import Addendum, Arrangement, Terms
from hjemmedag.apps.agreements.queries.applications import restored_hours
from hjemmedag.apps.agreements.queries.arrangements import Standing, changed_to, of_status, standings, standings_of
from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.status import Status


def terms_in_force(employee: int, on: date) -> Terms | None:
    """The terms that someone works under at the end of a day; `None` without an arrangement in force. One query."""
    rows = Terms.objects.raw(*_in_force.asked(who=employee, on=on, end=documents.end_of(on)))
    return next(iter(rows), None)


@people.Prepared
def _in_force() -> QuerySet[Terms]:
    on = people.Asked("on")
    running = changed_to(Arrangement.objects.filter(employee=people.Asked("who")), Status.IN_FORCE, on)
    agreed = Terms.objects.filter(arrangement__in=running, starts__lte=on)
    signed = Q(addendum__document__in=documents.completed(people.Asked("end")))
    from_before = Q(addendum__taken_in_at__isnull=False)
    return agreed.filter(signed | from_before).defer("home").order_by("-starts", "-id")[:1]


def terms_by_day(employee: int, days: Iterable[date]) -> dict[date, Terms]:
    """The terms that someone works under at the end of each of these days, in four queries for any number of them.

    Days without an arrangement in force are left out.
    """
    begun = Arrangement.objects.filter(employee=employee, changes__isnull=False).distinct().order_by("id")
    found = standings_of(list(begun), Terms.objects.select_related("addendum").defer("home"), days)
    return in_force_by_day(found)


def in_force_by_day(found: Mapping[date, Iterable[Standing]]) -> dict[date, Terms]:
    """The terms that one person works under on each day, of their standings; days without any are left out."""
    return {on: one.terms for on, some in found.items() for one in some if one.status is Status.IN_FORCE}


def all_terms_by_day(employees: Collection[int], days: Iterable[date]) -> dict[int, dict[date, Terms]]:
    """The terms that these people work under at the end of each of these days, in four queries for any number of both.

    People and days without an arrangement in force are left out.
    """
    begun = Arrangement.objects.filter(employee__in=employees, changes__isnull=False).distinct().order_by("id")
    by_person: dict[int, dict[date, Terms]] = {}
    agreed = Terms.objects.select_related("addendum").defer("home")
    for on, some in standings_of(list(begun), agreed, days).items():
        for one in some:
            if one.status is Status.IN_FORCE:
                by_person.setdefault(one.arrangement.employee_id, {})[on] = one.terms
    return by_person


def count_in_force(on: date) -> int:
    """Arrangements in force at the end of a day."""
    return of_status(Arrangement.objects.all(), Status.IN_FORCE, on).count()


def who_works_at_home(on: date) -> set[int]:
    """Everyone with an arrangement in force at the end of a day: one query."""
    running = of_status(Arrangement.objects.all(), Status.IN_FORCE, on)
    return set(running.order_by().values_list("employee", flat=True))


def count_offered() -> int:
    """Addenda offered so far that nobody declined or took back."""
    return Addendum.objects.filter(document__closing__isnull=True).count()


def all_terms_in_force(employees: Collection[int], on: date) -> dict[int, Terms]:
    """The terms that these people work under at the end of a day, in four queries; those without are left out."""
    theirs = of_status(Arrangement.objects.filter(employee__in=employees), Status.IN_FORCE, on)
    return {one.arrangement.employee_id: one.terms for one in standings(theirs.order_by("id"), on)}


def hours_of(employees: Collection[int], on: date) -> dict[int, dict[int, tuple[time, time]]]:
    """From and until when these people work, by weekday, by the arrangement in force; those without are left out."""
    return {
        employee: {day: (window.start, window.end) for day, window in restored_hours(terms.hours).items()}
        for employee, terms in all_terms_in_force(employees, on).items()
    }
