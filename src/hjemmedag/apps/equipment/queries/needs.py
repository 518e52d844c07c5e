"""Who is to get equipment: the package of the job function before an arrangement begins, and what is ordered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum
from typing import Any

from django.db.models import BigIntegerField, CharField, Count, DateField, F, QuerySet, Value
from django.db.models.functions import Cast

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.equipment.models import Loan, PackageLine
from hjemmedag.apps.equipment.queries.orders import open_orders
from hjemmedag.apps.people import queries as people
from hjemmedag.core.people import names

LOOKED_BACK = timedelta(days=60)
"""An arrangement that began earlier has been served, or goes without: nobody is asked about it any more."""


Lacking = tuple[tuple[int, str, int], ...]
Ordered = tuple[int, str, date]


@dataclass(frozen=True, slots=True)
class Need:
    """What somebody still lacks: kinds by id and name, and how many.

    `starts`: the first day of the arrangement whose package is lacking; `ordered_by`: the first day an order names.
    """

    employee: int
    starts: date | None
    lacking: Lacking
    ordered_by: date | None = None

    @property
    def day(self) -> date:
        """When the first of it is needed."""
        return min(each for each in (self.starts, self.ordered_by) if each)

    def with_orders(self, orders: Sequence[Ordered]) -> Need:
        """The same, and what is ordered: one of a kind, even if the package lacks it too."""
        lacking = {kind: (kind, name, 1) for kind, name, _due in orders} | {one[0]: one for one in self.lacking}
        return replace(self, lacking=_in_order(lacking.values()), ordered_by=min(due for _kind, _name, due in orders))


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
    ORDERED = 4


def needs(on: date) -> list[Need]:
    """Who lacks what, the first day first: one query for any number of arrangements and orders."""
    ordered: dict[int, list[Ordered]] = {}
    coming: list[tuple[date, int, str]] = []
    packages: dict[str, list[Line]] = {}
    had: dict[tuple[int, int], int] = {}
    for told, who, kind, number, starts, ends, title, name in _all.rows(first=on - LOOKED_BACK, on=on):
        if told == Told.COMING:
            coming.append((starts, who, names.findable(title)))
        elif told == Told.PACKAGE:
            packages.setdefault(names.findable(title), []).append(Line(kind, name, number, starts, ends))
        elif told == Told.HAD:
            had[who, kind] = number
        else:
            ordered.setdefault(who, []).append((kind, name, starts))
    found: dict[int, Need] = {}
    for starts, who, title in sorted(coming):
        if lacking := _lacking((one for one in packages.get(title, ()) if one.holds(starts)), had, who):
            found.setdefault(who, Need(who, starts, lacking))
    for who, orders in ordered.items():
        found[who] = found.get(who, Need(who, None, ())).with_orders(orders)
    return sorted(found.values(), key=lambda need: (need.day, need.employee))


@people.Prepared
def _all() -> QuerySet[Any, Any]:
    """Arrangements that begin from a day on, with the title; packages; what people with those have; and orders."""
    beginning: Any = agreements.beginning(people.Asked("first"))
    coming = beginning.order_by().annotate(title=people.title_on(people.Asked("on"), "arrangement__employee"))
    lent = Loan.objects.filter(ends__isnull=True, employee__in=beginning.order_by().values("arrangement__employee"))
    had = lent.order_by().values("employee", "item__kind").annotate(held=Count("id"))
    package = PackageLine.objects.order_by()
    there = people.employed(people.Asked("on")).values("pk")
    ordered = open_orders().order_by().select_related(None).filter(employee__in=there)
    return _told(Told.COMING, coming, who="arrangement__employee", starts="starts", title="title").union(
        _told(Told.PACKAGE, package, kind="kind", number="count", starts="starts", ends="ends",
              title="function__name", name="kind__name"),
        _told(Told.HAD, had, who="employee", kind="item__kind", number="held"),
        _told(Told.ORDERED, ordered, who="employee", kind="kind", starts="due", name="kind__name"),
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


def _lacking(package: Iterable[Line], had: dict[tuple[int, int], int], employee: int) -> Lacking:
    short = ((line.kind, line.name, line.count - had.get((employee, line.kind), 0)) for line in package)
    return _in_order(one for one in short if one[2] > 0)


def _in_order(lacking: Iterable[tuple[int, str, int]]) -> Lacking:
    return tuple(sorted(lacking, key=lambda one: names.alphabetical(one[1])))
