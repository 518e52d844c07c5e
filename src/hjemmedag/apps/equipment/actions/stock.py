"""Kinds and items: added, changed, looked after, written off; one at a time or from a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.equipment import queries
from hjemmedag.apps.equipment.models import Item, Kind, Loan, Repair, RepairStep, WriteOff
from hjemmedag.core.periods import add_months
from hjemmedag.core.refusals import Refused, Stale


@dataclass(frozen=True, slots=True, kw_only=True)
class KindFacts:
    """A kind as someone wrote it; months are `None` where nothing is proposed, the price where nobody knows it."""

    name: str
    benefit: str
    remedy: str = ""
    service_months: int | None = None
    lasts_months: int | None = None
    price: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFacts:
    """An item as someone wrote it; `kind` and `site` are ids. Days left empty for a new one come from its kind."""

    kind: int
    number: str
    site: int
    serial: str = ""
    model: str = ""
    bought_on: date | None = None
    service_on: date | None = None
    replace_on: date | None = None


@transaction.atomic
def add_kind(*, kind: KindFacts, actor: int, now: datetime) -> Kind:
    """A kind of equipment. Raises `Refused` when the name is taken, whatever its case."""
    _free_name(kind.name)
    row = Kind.objects.create(**_values(kind))
    audit.record(action="equipment.add_kind", actor=actor, now=now, subject=row, data=_told(kind), rows=[row])
    return row


@transaction.atomic
def change_kind(*, pk: int, kind: KindFacts, revision: int, actor: int, now: datetime) -> Kind:
    """Other words for a kind, or other months; dates that items have already stay. Raises `Stale`."""
    row = Kind.objects.select_for_update().get(pk=pk)
    if row.revision != revision:
        raise Stale(_("Someone else changed this kind meanwhile. Look at it once more."))
    _free_name(kind.name, but=pk)
    for name, value in _values(kind).items():
        setattr(row, name, value)
    row.revision += 1
    row.save()
    audit.record(action="equipment.change_kind", actor=actor, now=now, subject=row, data=_told(kind), rows=[row])
    return row


def _free_name(name: str, but: int = 0) -> None:
    if any(one.name.casefold() == name.casefold() for one in Kind.objects.exclude(pk=but)):
        raise Refused(_("“%(name)s” is already a kind.") % {"name": name})


def add_item(*, item: ItemFacts, actor: int, now: datetime) -> Item:
    """An item in stock. Raises `Refused` when its number or serial number is taken."""
    try:
        with transaction.atomic():
            row = _made(item, Kind.objects.get(pk=item.kind))
            row.save()
            audit.record(action="equipment.add_item", actor=actor, now=now, subject=row, rows=[row])
    except IntegrityError:
        raise _taken(item) from None
    return row


def change_item(*, pk: int, item: ItemFacts, revision: int, actor: int, now: datetime) -> Item:
    """What an item says, put right. Raises `Stale` when someone was first, `Refused` when a number is taken."""
    try:
        with transaction.atomic():
            row = Item.objects.select_for_update().get(pk=pk)
            if row.revision != revision:
                raise Stale(_("Someone else changed this item meanwhile. Look at it once more."))
            kind = Kind.objects.get(pk=item.kind)
            for field in fields(ItemFacts):
                name = f"{field.name}_id" if field.name in ("kind", "site") else field.name
                setattr(row, name, getattr(item, field.name))
            row.findable = _findable(item, kind)
            row.revision += 1
            row.save()
            audit.record(action="equipment.change_item", actor=actor, now=now, subject=row, rows=[row])
    except IntegrityError:
        raise _taken(item) from None
    return row


def take_in(*, plan: queries.Plan, actor: int, now: datetime) -> list[Item]:
    """All items of a file, or none: `Refused` with its first fault, `Stale` when a number was taken meanwhile."""
    if plan.faults:
        raise Refused(_("The file has faults. Nothing was taken in."))
    rows = [
        _made(
            ItemFacts(
                kind=kind.pk,
                number=one.number,
                site=site,
                serial=one.serial,
                model=one.model,
                bought_on=one.bought_on,
                service_on=one.service_on,
                replace_on=one.replace_on,
            ),
            kind,
        )
        for one, kind, site in plan.items
    ]
    try:
        with transaction.atomic():
            made = Item.objects.bulk_create(rows, batch_size=500)
            audit.record(action="equipment.take_in", actor=actor, now=now, data={"items": len(made)}, rows=made)
    except IntegrityError:
        raise Stale(_("A number of the file was taken meanwhile. Nothing was taken in. Try once more.")) from None
    return made


@transaction.atomic
def serviced(*, pk: int, on: date, next_on: date | None, actor: int, now: datetime) -> Item:
    """The item was looked after; the next time is `next_on`, or none."""
    row = Item.objects.select_for_update().get(pk=pk)
    if next_on is not None and next_on <= on:
        raise Refused(_("The next service must be later than this one."))
    row.service_on = next_on
    row.revision += 1
    row.save()
    data = {"on": on.isoformat(), "next": next_on.isoformat() if next_on else ""}
    audit.record(action="equipment.serviced", actor=actor, now=now, subject=row, data=data, rows=[row])
    return row


@transaction.atomic
def write_off(*, pk: int, why: str, on: date, words: str, actor: int, now: datetime) -> WriteOff:
    """The item is gone. A loan of it ends when it was lost or stolen; any other must be received back first."""
    item = Item.objects.select_for_update().get(pk=pk)
    if WriteOff.objects.filter(item=item).exists():
        raise Stale(_("This item is written off already."))
    loan = Loan.objects.select_for_update().filter(item=item, ends__isnull=True).first()
    if loan is not None and why not in (WriteOff.Why.LOST, WriteOff.Why.STOLEN):
        raise Refused(_("Someone has this item. Receive it back first, or say that it is lost or stolen."))
    row = WriteOff.objects.create(item=item, why=why, on=on, words=words, by_id=actor, at=now)
    rows: list[WriteOff | Loan | RepairStep] = [row]
    if loan is not None:
        loan.ends = max(on, loan.starts)
        loan.save(update_fields=["ends"])
        rows.append(loan)
    for repair in Repair.objects.filter(item=item).exclude(steps__kind=RepairStep.Kind.DONE):
        rows.append(RepairStep.objects.create(repair=repair, kind=RepairStep.Kind.DONE, by_id=actor, at=now))
    about = loan.employee_id if loan is not None else None
    audit.record(action="equipment.write_off", actor=actor, now=now, subject=item, about=about, rows=rows)
    return row


def _values(kind: KindFacts) -> dict[str, object]:
    return {field.name: getattr(kind, field.name) for field in fields(kind)}


def _told(kind: KindFacts) -> dict[str, object]:
    """What the record says of it, the price as it is written."""
    return _values(kind) | ({} if kind.price is None else {"price": str(kind.price)})


def _made(item: ItemFacts, kind: Kind) -> Item:
    """A new item; service and replacement as its kind proposes where nothing is said."""
    proposed: Mapping[str, int | None] = {"service_on": kind.service_months, "replace_on": kind.lasts_months}
    days = {
        name: getattr(item, name) or (add_months(item.bought_on, months) if months and item.bought_on else None)
        for name, months in proposed.items()
    }
    return Item(
        kind=kind,
        number=item.number,
        site_id=item.site,
        serial=item.serial,
        model=item.model,
        bought_on=item.bought_on,
        findable=_findable(item, kind),
        **days,
    )


def _findable(item: ItemFacts, kind: Kind) -> str:
    return queries.findable(number=item.number, serial=item.serial, model=item.model, kind=kind.name)


def _taken(item: ItemFacts) -> Refused:
    if item.serial and Item.objects.filter(serial=item.serial).exclude(number=item.number).exists():
        return Refused(_("Another item has the serial number %(serial)s.") % {"serial": item.serial})
    return Refused(_("Another item has the number %(number)s.") % {"number": item.number})
