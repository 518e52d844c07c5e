"""The employment as later stages need it: the contract behind an addendum, managers of rows, days away."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from hjemmedag.apps.people.models import Absence, Asked, Employment, EmploymentTerms, LegalEntity, Reporting
from hjemmedag.apps.people.models.dated import in_force


def manager_on(on: date | Asked | OuterRef, employee: str) -> Subquery:
    """To annotate rows of other stages with: the manager, on a day, of the employee in the column `employee`."""
    return Subquery(Reporting.objects.on(on).filter(employee=OuterRef(employee)).values("manager")[:1])


def title_on(on: date | Asked, employee: str) -> Subquery:
    """To annotate rows of other stages with: the title, on a day, of the employee in the column `employee`."""
    holding = EmploymentTerms.objects.filter(in_force(on, "employment__"), employment__employee=OuterRef(employee))
    return Subquery(holding.filter(in_force(on)).order_by("employment__starts", "id").values("title")[:1])


def led_by(manager: int | Asked, on: date | Asked) -> QuerySet[Reporting, Any]:
    """The ids of the employees that someone manages on a day, to filter other rows by without fetching them."""
    return Reporting.objects.on(on).filter(manager=manager).values("employee")


def employment_exists(pk: int) -> bool:
    """Whether there is an employment with this id."""
    return Employment.objects.filter(pk=pk).exists()


def absences_since(employee: int, first: date) -> list[Absence]:
    """The person's absences that hold on a day or later, oldest first: one query."""
    return list(Absence.objects.filter(employee=employee).exclude(ends__lte=first).order_by("starts", "id"))


def days_away(employee: int, days: Collection[date]) -> set[date]:
    """Those of the days on which the person is away."""
    absences = absences_since(employee, min(days))
    return {day for day in days if any(day in absence.period for absence in absences)}


def employments_on(on: Any, employee: str) -> QuerySet[Employment, Any]:
    """To look up from rows of other stages: the employments, on a day, of the employee in the column `employee`, the
    longest-standing first, which is the one that an addendum belongs to."""
    return Employment.objects.on(on).filter(employee=OuterRef(employee)).order_by("starts", "id")


def once_employed(on: Any) -> QuerySet[Employment, Any]:
    """The ids of everyone with an employment that is over on a day, to filter other rows by."""
    return Employment.objects.filter(ends__lte=on).order_by().values("employee")


def begun_with(employment: int) -> QuerySet[Employment, Any]:
    """The ids of the employments that began on the same day as this one, to filter other rows by."""
    day = Employment.objects.filter(pk=employment).values("starts")
    return Employment.objects.filter(starts__in=day).order_by().values("pk")


@dataclass(frozen=True, slots=True)
class ContractOf:
    """The employment that an addendum belongs to, on a day; `weekly_hours` are those of this contract alone."""

    employer: LegalEntity
    number: str
    title: str
    employed_from: date
    weekly_hours: Decimal
    agreement: str
    site: str
    site_address: str


def contract_of(employee: int, on: date) -> ContractOf:
    """The longest-standing employment of a person on a day. Raises `EmploymentTerms.DoesNotExist` without one."""
    running = EmploymentTerms.objects.on(on).filter(in_force(on, "employment__"), employment__employee=employee)
    ordered = running.select_related("employment__legal_entity", "employment__employee", "site", "agreement")
    terms = ordered.order_by("employment__starts", "id")[:1].get()
    employment = terms.employment
    return ContractOf(
        employer=employment.legal_entity,
        number=employment.employee.number or "",
        title=terms.title,
        employed_from=employment.seniority_from or employment.starts,
        weekly_hours=terms.weekly_hours,
        agreement=terms.agreement.name if terms.agreement else "",
        site=terms.site.name if terms.site else "",
        site_address=terms.site.address if terms.site else "",
    )
