"""The person an action is about, locked for it, and the days they are employed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from hjemmedag.apps.people.models import Company, Employee, Employment
from hjemmedag.core.refusals import Refused
from hjemmedag.ui.words import day_date


def hold_the_company() -> None:
    """Let nobody else decide at the same time who remains HR: the last two must not take each other out."""
    list(Company.objects.select_for_update().values_list("pk"))


def hold(employees: Collection[int]) -> None:
    """Let nobody else write what these people's records are checked against, until this is done: in one order."""
    _hold(Employee.objects.filter(pk__in=employees))


def hold_everyone() -> None:
    """The same of all people: for what every writer has to see."""
    _hold(Employee.objects.all())


def _hold(people: QuerySet[Employee]) -> None:
    list(people.select_for_update().order_by("pk").values_list("pk"))


def locked(employee: int) -> Employee:
    """The person, whom nobody else changes until this is done."""
    return Employee.objects.select_for_update().get(pk=employee)


def locked_with(employee: int, other: int | None) -> tuple[Employee, Employee | None]:
    """The person and someone else whom the action involves, locked in one order: no two actions block each other."""
    both = [employee] if other is None else [employee, other]
    found = Employee.objects.select_for_update().order_by("pk").in_bulk(both)
    return found[employee], None if other is None else found[other]


def serves_until(person: Employee, on: date) -> date | None:
    """The end of the person's employment as known on a day; `None` when it is open. Refuses a day without one."""
    ends = list(Employment.objects.on(on).filter(employee=person).values_list("ends", flat=True))
    if not ends:
        raise Refused(
            _("%(name)s is not employed on %(day)s. Choose another date.") % {"name": person.name, "day": day_date(on)}
        )
    return None if None in ends else max(end for end in ends if end is not None)
