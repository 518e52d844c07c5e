"""Which equipment belongs to which job function, on a day and over time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from hjemmedag.apps.equipment.models import PackageLine
from hjemmedag.apps.policy import queries as policy
from hjemmedag.core.people import names


def lines_on(on: date) -> QuerySet[PackageLine]:
    """The lines of all packages that hold on a day."""
    held = PackageLine.objects.filter(Q(ends__isnull=True) | Q(ends__gt=on), starts__lte=on)
    return held.select_related("kind").order_by("function", "kind__name")


def lines_of(function: int) -> list[PackageLine]:
    """Every line that a function's package ever had, latest first."""
    return list(PackageLine.objects.filter(function=function).select_related("kind").order_by("-starts", "kind__name"))


@dataclass(frozen=True, slots=True)
class Package:
    """A job function with its package on a day; without lines it has none."""

    function: int
    name: str
    lines: tuple[PackageLine, ...]


def packages(words: str, on: date) -> list[Package]:
    """Job functions in use with their packages on a day, in Danish order: two queries."""
    lines: dict[int, list[PackageLine]] = {}
    for line in lines_on(on):
        lines.setdefault(line.function_id, []).append(line)
    functions = policy.functions(words, in_use=True)
    return [Package(one.pk, one.name, tuple(lines.get(one.pk, ()))) for one in functions]


def package_for(title: str, on: date) -> list[PackageLine]:
    """The package of someone with this title: that of the job function of the same name, whatever its case."""
    wanted = names.findable(title)
    function = next((one.pk for one in policy.functions() if names.findable(one.name) == wanted), None)
    return list(lines_on(on).filter(function=function)) if function is not None else []


def digest(lines: Iterable[PackageLine]) -> str:
    """What a package's lines are: another when someone has changed them."""
    told = sorted((line.pk, line.kind_id, line.count, str(line.starts), str(line.ends)) for line in lines)
    return hashlib.sha256(repr(told).encode()).hexdigest()
