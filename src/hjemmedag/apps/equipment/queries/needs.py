"""Who is to get equipment before an arrangement begins: the package of the job function, less what they have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from typing import Any

from django.db.models import BigIntegerField, CharField, Count, DateField, F, QuerySet, Value
from django.db.models.functions import Cast

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.equipment.models import Loan, PackageLine
from hjemmedag.apps.people import queries as people
from hjemmedag.core.people import names

LOOKED_BACK = timedelta(days=60)
"""An arrangement that began earlier has been served, or goes without: nobody is asked about it any more."""


@dataclass(frozen=True, slots=True)
class Need:
    """What somebody still lacks of their package when their arrangement begins: kinds by id and name, and how many."""

    employee: int
    starts: date
    lacking: tuple[tuple[int, str, int], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the package that belongs to a title."""

    kind: int
    name: str
    count: int
    starts: date
    ends: date | None

    def holds(self, on: date) -> bool:
        """Whether it belongs to an arrangement that begins on a day."""
        return self.starts <= on and (self.ends is None or on < self.ends)


class Told(IntEnum):
    """What a row of the one query tells."""

    COMING = 1
    PACKAGE = 2
    HAD = 3


def needs(on: date) -> list[Need]:
    """Who lacks what, the first to begin first: one query for any number of arrangements."""
    coming: list[tuple[date, int, str]] = []
    packages: dict[str, list[Line]] = {}
    had: dict[tuple[int, int], int] = {}
    for told, who, kind, number, starts, ends, title, name in _all.rows(first=on - LOOKED_BACK, on=on):
        if told == Told.COMING:
            coming.append((starts, who, names.findable(title)))
        elif told == Told.PACKAGE:
            packages.setdefault(names.findable(title), []).append(Line(kind, name, number, starts, ends))
        else:
            had[who, kind] = number
    found = (
        Need(who, starts, _lacking((one for one in packages.get(title, ()) if one.holds(starts)), had, who))
        for starts, who, title in sorted(coming)
    )
    return [need for need in found if need.lacking]


@people.Prepared
def _all() -> QuerySet[Any, Any]:
    """Arrangements that begin from a day on, with the title; packages; and what people with those have."""
    beginning: Any = agreements.beginning(people.Asked("first"))
    coming = beginning.order_by().annotate(title=people.title_on(people.Asked("on"), "arrangement__employee"))
    lent = Loan.objects.filter(ends__isnull=True, employee__in=beginning.order_by().values("arrangement__employee"))
    had = lent.order_by().values("employee", "item__kind").annotate(held=Count("id"))
    package = PackageLine.objects.order_by()
    return _told(Told.COMING, coming, who="arrangement__employee", starts="starts", title="title").union(
        _told(Told.PACKAGE, package, kind="kind", number="count", starts="starts", ends="ends",
              title="function__name", name="kind__name"),
        _told(Told.HAD, had, who="employee", kind="item__kind", number="held"),
        all=True,
    )  # fmt: skip


COLUMNS: dict[str, Any] = {
    **dict.fromkeys(("who", "kind", "number"), (0, BigIntegerField)),
    **dict.fromkeys(("starts", "ends"), (None, DateField)),
    **dict.fromkeys(("title", "name"), ("", CharField)),
}
"""The columns that every part of the query has, with what stands in those it is silent on."""


def _told(what: Told, rows: QuerySet[Any, Any], **said: str) -> QuerySet[Any, Any]:
    columns = {
        f"as_{name}": Cast(F(said[name]) if name in said else Value(silent), kind())
        for name, (silent, kind) in COLUMNS.items()
    }
    named: QuerySet[Any, Any] = rows.annotate(told=Cast(Value(what.value), BigIntegerField()), **columns)
    return named.values_list("told", *columns)


def _lacking(
    package: Iterable[Line], had: dict[tuple[int, int], int], employee: int
) -> tuple[tuple[int, str, int], ...]:
    short = ((line.kind, line.name, line.count - had.get((employee, line.kind), 0)) for line in package)
    return tuple(sorted((one for one in short if one[2] > 0), key=lambda one: names.alphabetical(one[1])))
