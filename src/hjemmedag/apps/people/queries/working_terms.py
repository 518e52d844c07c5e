"""The terms that someone's working time is judged by: hours a week, and what agreements change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from hjemmedag.apps.people.models import Asked, EmploymentTerms, Prepared
from hjemmedag.core.periods import Period


@dataclass(frozen=True, slots=True)
class Limits:
    """What a confirmed agreement says while it covers someone; `None` is the law's own value."""

    name: str
    kind: str
    period: Period
    daily_rest_minutes: int | None
    rest_reductions_per_week: int | None
    max_days_between_days_off: int | None
    reference_months: int | None


@dataclass(slots=True)
class WorkingTerms:
    """One person's terms in a period: since when employed, the hours of each part, and the agreements."""

    employed_from: date
    hours: dict[int, tuple[Period, Decimal]] = field(default_factory=dict)
    limits: list[Limits] = field(default_factory=list)

    def weekly_hours(self, on: date) -> Decimal:
        """The hours of all employments that hold on a day, summed."""
        return sum((hours for period, hours in self.hours.values() if on in period), Decimal(0))


LIMITS = (
    *("kind", "starts", "ends", "daily_rest_minutes", "rest_reductions_per_week"),
    *("max_days_between_days_off", "reference_months"),
)


def working_terms(employees: Collection[int], first: date, last: date) -> dict[int, WorkingTerms]:
    """The terms of these people that hold on at least one day of the period: one query. Others are left out."""
    found: dict[int, WorkingTerms] = {}
    rows: Iterable[Any]
    if len(employees) == 1:
        rows = _of_one.rows(who=next(iter(employees)), first=first, last=last)
    else:
        rows = _touching(first, last).filter(employment__employee__in=employees)
    for pk, employee, employed_from, starts, ends, hours, name, confirmed_at, *limits in rows:
        terms = found.setdefault(employee, WorkingTerms(employed_from))
        terms.employed_from = min(terms.employed_from, employed_from)
        terms.hours[pk] = (Period(starts, ends), hours)
        if confirmed_at is not None and limits[0] is not None:
            terms.limits += _limits(name, Period(starts, ends), *limits)
    return found


def _touching(first: date | Asked, last: date | Asked) -> QuerySet[EmploymentTerms, Any]:
    touching = Q(starts__lte=last) & (Q(ends__isnull=True) | Q(ends__gt=first))
    return EmploymentTerms.objects.filter(touching).values_list(
        *("pk", "employment__employee", "employment__starts", "starts", "ends", "weekly_hours"),
        *("agreement__name", "agreement__confirmed_at"),
        *(f"agreement__limits__{name}" for name in LIMITS),
    )


@Prepared
def _of_one() -> QuerySet[EmploymentTerms, Any]:
    """What every page about one person's hours asks."""
    return _touching(Asked("first"), Asked("last")).filter(employment__employee=Asked("who"))


def _limits(name: str, covered: Period, kind: str, starts: date, ends: date | None, *said: Any) -> Iterator[Limits]:
    """What the agreement says as long as it covers the person."""
    _before, inside, _after = Period(starts, ends).split(covered)
    if inside is not None:
        yield Limits(name, kind, inside, *said)
