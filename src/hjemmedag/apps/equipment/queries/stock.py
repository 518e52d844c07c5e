"""What there is and where it is: lists of items, found and narrowed, and what one item's page says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Concat

from hjemmedag.apps.equipment.models import Item, Kind, Loan, Loss, Repair, RepairStep, WriteOff
from hjemmedag.core.instants import local
from hjemmedag.core.people import names


class Where(StrEnum):
    """Where an item is: the first of these that is so, from the last one up."""

    STOCK = "stock"
    REPAIR = "repair"
    LENT = "lent"
    MISSING = "missing"
    GONE = "gone"


class Due(StrEnum):
    """What an item may be due for within the time of the warning."""

    SERVICE = "service"
    REPLACEMENT = "replacement"


NARROWED = {
    Where.GONE: Q(gone=True),
    Where.MISSING: Q(gone=False, missing=True),
    Where.LENT: Q(gone=False, missing=False, holder__isnull=False),
    Where.REPAIR: Q(gone=False, holder__isnull=True, repairing=True),
    Where.STOCK: Q(gone=False, holder__isnull=True, repairing=False),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of items is narrowed to; without `where`, all that the company still has. `due` by which day."""

    words: str = ""
    kind: int | None = None
    site: int | None = None
    where: Where | None = None
    due: tuple[Due, date] | None = None


def placed() -> QuerySet[Any]:
    """All items with where they are: `holder`, `holder_name`, `missing`, `repairing` and `gone`; in one query."""
    out = Loan.objects.filter(item=OuterRef("pk"), ends__isnull=True)
    name = out.annotate(name=Concat("employee__first_name", Value(" "), "employee__last_name"))
    rows = Item.objects.select_related("kind", "site")
    return rows.annotate(
        holder=Subquery(out.values("employee")[:1]),
        holder_name=Subquery(name.values("name")[:1]),
        missing=Exists(Loss.objects.filter(loan__item=OuterRef("pk"), loan__ends__isnull=True)),
        repairing=Exists(open_repairs().filter(item=OuterRef("pk"))),
        gone=Exists(WriteOff.objects.filter(item=OuterRef("pk"))),
    )


def open_repairs() -> QuerySet[Repair]:
    """Repairs that are not done."""
    done = RepairStep.objects.filter(repair=OuterRef("pk"), kind=RepairStep.Kind.DONE)
    return Repair.objects.filter(~Exists(done))


def where(item: Any) -> Where:
    """Where an item of `placed` is."""
    if item.gone:
        return Where.GONE
    if item.missing:
        return Where.MISSING
    if item.holder is not None:
        return Where.LENT
    return Where.REPAIR if item.repairing else Where.STOCK


def items(wanted: Wanted) -> QuerySet[Any]:
    """The items that are wanted, by number."""
    rows = placed().filter(NARROWED[wanted.where] if wanted.where else Q(gone=False))
    for word in names.sought(wanted.words):
        rows = rows.filter(findable__contains=word)
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.site:
        rows = rows.filter(site=wanted.site)
    if wanted.due:
        what, by = wanted.due
        rows = rows.filter(**{f"{'service' if what is Due.SERVICE else 'replace'}_on__lte": by})
    return rows.order_by("number", "id")


def item(pk: int) -> Any:
    """One item with where it is; `None` when there is none."""
    return placed().filter(pk=pk).first()


def free_items() -> QuerySet[Any]:
    """Those that can be handed over now, kind by kind."""
    return placed().filter(NARROWED[Where.STOCK]).order_by("kind__name", "number", "id")


def held_by(employee: int, item: int) -> bool:
    """Whether this person has the item now."""
    return Loan.objects.filter(item=item, employee=employee, ends__isnull=True).exists()


def kinds() -> list[Kind]:
    """All kinds in Danish order."""
    return sorted(Kind.objects.all(), key=lambda kind: names.alphabetical(kind.name))


def counted() -> list[tuple[Kind, int, int]]:
    """Every kind with how many there are and how many of them are free: two queries."""
    there: dict[int, int] = {}
    free: dict[int, int] = {}
    for kind, holder, repairing in items(Wanted()).order_by().values_list("kind", "holder", "repairing"):
        there[kind] = there.get(kind, 0) + 1
        free[kind] = free.get(kind, 0) + (holder is None and not repairing)
    return [(kind, there.get(kind.pk, 0), free.get(kind.pk, 0)) for kind in kinds()]


def taken(numbers: Iterable[str], serials: Iterable[str]) -> tuple[set[str], set[str]]:
    """Those of these numbers and serial numbers that are in stock already."""
    here = Item.objects.filter(number__in=list(numbers)).values_list("number", flat=True)
    serial = Item.objects.filter(serial__in=[one for one in serials if one]).values_list("serial", flat=True)
    return set(here), set(serial)


def findable(*, number: str, serial: str, model: str, kind: str) -> str:
    """What an item is searched by."""
    return names.findable(number, serial, model, kind)[:300]


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened to an item."""

    on: date
    kind: str
    words: str
    who: str


def history(pk: int) -> list[Told]:
    """What happened to an item, newest first: loans, returns, repairs, its end; four queries."""
    found = []
    for loan in Loan.objects.filter(item=pk).select_related("employee", "handover__by", "returned__by", "loss"):
        found.append(Told(loan.starts, "lent", str(loan.employee), str(loan.handover.by)))
        if loss := getattr(loan, "loss", None):
            found.append(Told(loss.on, loss.kind, loss.words, str(loan.employee)))
        if returned := getattr(loan, "returned", None):
            assert loan.ends is not None
            found.append(Told(loan.ends, "received", returned.words, str(returned.by)))
    repairs = Repair.objects.filter(item=pk).select_related("employee")
    found += [Told(local(one.at).date(), "fault", one.words, str(one.employee)) for one in repairs]
    steps = RepairStep.objects.filter(repair__item=pk).select_related("by")
    found += [Told(local(step.at).date(), step.kind, step.words, str(step.by)) for step in steps]
    ended = WriteOff.objects.filter(item=pk).select_related("by")
    found += [Told(one.on, "gone", one.words, str(one.by)) for one in ended]
    return sorted(found, key=lambda one: one.on, reverse=True)
