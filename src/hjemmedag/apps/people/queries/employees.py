"""Employees as they are on a day: who is employed, where, how many hours, under whom."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce, Concat

from hjemmedag.apps.people.models import (
    Asked,
    Employee,
    Employment,
    EmploymentTerms,
    HomeAddress,
    Prepared,
    Reporting,
    TeamMembership,
)
from hjemmedag.apps.people.models.dated import in_force

SENIORITY = Coalesce("seniority_from", "starts")


def employee(pk: int) -> Employee:
    """The person with this id. Raises `Employee.DoesNotExist`."""
    return Employee.objects.get(pk=pk)


def named(ids: Collection[int]) -> dict[int, str]:
    """Names by id, in one query."""
    rows = Employee.objects.filter(pk__in=ids).values_list("pk", "first_name", "last_name")
    return {pk: f"{first} {last}" for pk, first, last in rows}


def employed(on: date | Asked) -> QuerySet[Employee]:
    """Those with an employment on a day."""
    return Employee.objects.filter(Exists(Employment.objects.on(on).filter(employee=OuterRef("pk"))))


def with_seniority(people: QuerySet[Any], on: date | Asked) -> QuerySet[Any]:
    """The people with `employed_from`: the day that seniority counts from, of the longest employment that holds."""
    mine = Employment.objects.on(on).filter(employee=OuterRef("pk"))
    since = mine.annotate(since=SENIORITY).order_by("since").values("since")
    annotated: QuerySet[Any] = people.annotate(employed_from=Subquery(since[:1]))
    return annotated


def listed(people: QuerySet[Employee], on: date) -> QuerySet[Any]:
    """The people with what a list shows of them on `on`: `title`, `hours`, `site`, `team`, `department`, `manager`,
    `manager_name`, `employed_from`.

    Each stands in the same query as an annotation, so a list costs one query for any number of rows.
    """
    annotated: QuerySet[Any] = people.annotate(**_shown_in_lists.columns(on=on))
    return annotated


@Prepared
def _shown_in_lists() -> QuerySet[Any]:
    mine, on = OuterRef("pk"), Asked("on")
    holding = EmploymentTerms.objects.filter(in_force(on, "employment__"), employment__employee=mine).on(on)
    terms = holding.order_by("employment__starts", "id")
    hours = holding.order_by().values("employment__employee").annotate(hours=Sum("weekly_hours"))
    member = TeamMembership.objects.on(on).filter(employee=mine).order_by("-home", "id")
    placed = member.filter(in_force(on, "team__placements__"))
    leads = Reporting.objects.on(on).filter(employee=mine)
    annotated: QuerySet[Any] = with_seniority(Employee.objects.all(), on).annotate(
        title=Subquery(terms.values("title")[:1]),
        hours=Subquery(hours.values("hours")[:1]),
        site=Subquery(terms.values("site__name")[:1]),
        team=Subquery(member.values("team__name")[:1]),
        department=Subquery(placed.values("team__placements__department__name")[:1]),
        manager=Subquery(leads.values("manager")[:1]),
        manager_name=Subquery(
            leads.annotate(name=Concat("manager__first_name", Value(" "), "manager__last_name")).values("name")[:1]
        ),
    )
    return annotated


def managers_of(ids: Collection[int], on: date) -> dict[int, int]:
    """The manager of each of these employees on a day; those without one are left out."""
    return dict(Reporting.objects.on(on).filter(employee__in=ids).values_list("employee", "manager"))


def employed_from(employee: int, on: date) -> date | None:
    """The day that seniority counts from: that of the longest employment that holds; `None` for one not employed."""
    holding = Employment.objects.on(on).filter(employee=employee)
    first: date | None = holding.aggregate(first=Min(SENIORITY))["first"]
    return first


def endings(employee: int) -> QuerySet[Employment]:
    """The employments of one person that end, and that no other follows."""
    later = Employment.objects.filter(employee=OuterRef("employee"), starts__gte=OuterRef("ends"))
    ending: QuerySet[Employment] = Employment.objects.filter(~Exists(later), employee=employee, ends__isnull=False)
    return ending.order_by()


def weekly_hours(employee: int, on: date) -> Decimal:
    """The hours of all employments that hold on a day, summed."""
    terms = EmploymentTerms.objects.on(on).filter(in_force(on, "employment__"), employment__employee=employee)
    return terms.aggregate(hours=Sum("weekly_hours"))["hours"] or Decimal(0)


def title_of(employee: int, on: date) -> str:
    """The title of the employment that began first among those that hold."""
    terms = EmploymentTerms.objects.on(on).filter(in_force(on, "employment__"), employment__employee=employee)
    return terms.order_by("employment__starts", "id").values_list("title", flat=True).first() or ""


def numbered(ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """The employee number and the name of each of these people; no number for those from outside."""
    rows = Employee.objects.filter(pk__in=ids).values_list("pk", "number", "first_name", "last_name")
    return {pk: (number or "", f"{first} {last}") for pk, number, first, last in rows}


def with_numbers(numbers: Collection[str]) -> dict[str, int]:
    """The ids of those with these employee numbers: one query. A number that nobody has is left out."""
    rows = Employee.objects.filter(number__in=numbers).values_list("number", "pk")
    return {number: pk for number, pk in rows if number}


def employers_of(ids: Collection[int], first: date, last: date) -> dict[int, str]:
    """The CVR number of whom each of these people is employed by in a period, at its end if by several: one query."""
    holding = Q(starts__lte=last) & (Q(ends__isnull=True) | Q(ends__gt=first))
    rows = Employment.objects.filter(holding, employee__in=ids).order_by("starts", "id")
    return dict(rows.values_list("employee", "legal_entity__cvr"))


def titles_in_use(on: date) -> list[str]:
    """The titles that employees have on a day, most common first."""
    holding = EmploymentTerms.objects.on(on).filter(in_force(on, "employment__")).order_by()
    counted = holding.values("title").annotate(holders=Count("pk")).order_by("-holders", "title")
    return list(counted.values_list("title", flat=True))


def home_of(employee: int, on: date) -> HomeAddress | None:
    """The home address on a day. Ask `may_see_home` before showing it to anyone."""
    return HomeAddress.objects.on(on).filter(employee=employee).order_by("-starts", "-id").first()


def home_countries(ids: Collection[int], on: date) -> dict[int, str]:
    """The country of these people's homes on a day, as ISO codes: one query; those without an address are left out."""
    rows = HomeAddress.objects.on(on).filter(employee__in=ids).order_by("starts", "id")
    return dict(rows.values_list("employee", "country"))


def moves(ids: Collection[int], on: date) -> dict[int, date]:
    """The day of the latest move, by a day, of those of these people who have moved: one query."""
    rows = HomeAddress.objects.filter(employee__in=ids, starts__lte=on).order_by().values("employee")
    counted = rows.annotate(homes=Count("pk"), latest=Max("starts")).filter(homes__gt=1)
    return dict(counted.values_list("employee", "latest"))
