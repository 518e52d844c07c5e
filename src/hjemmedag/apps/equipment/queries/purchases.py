"""What would have to be bought: every function's package, everyone's loans by kind, and what a kind costs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from hjemmedag.apps.equipment.models import Kind, Loan
from hjemmedag.apps.equipment.queries.packages import lines_on


@dataclass(frozen=True, slots=True)
class Purchases:
    """How many of each kind (by id) belong to each job function, and how many each employee has; and the kinds."""

    packages: dict[int, dict[int, int]]
    had: dict[int, dict[int, int]]
    kinds: list[Kind]


def purchases(on: date) -> Purchases:
    """As it is on a day, for everyone: three queries."""
    packages: dict[int, dict[int, int]] = {}
    for line in lines_on(on):
        packages.setdefault(line.function_id, {})[line.kind_id] = line.count
    had: dict[int, dict[int, int]] = {}
    lent = Loan.objects.filter(ends__isnull=True).order_by().values("employee", "item__kind").annotate(held=Count("id"))
    for row in lent:
        had.setdefault(row["employee"], {})[row["item__kind"]] = row["held"]
    return Purchases(packages, had, list(Kind.objects.all()))
