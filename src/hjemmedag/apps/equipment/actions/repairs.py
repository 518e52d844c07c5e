"""A fault told, help begun, and done."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.equipment.models import Item, Loan, Repair, RepairStep
from hjemmedag.apps.equipment.queries.repairs import promised
from hjemmedag.apps.equipment.queries.stock import open_repairs
from hjemmedag.core.refusals import Refused, Stale


@transaction.atomic
def ask_for_repair(*, loan: int, employee: int, way: str, damaged: bool, words: str, now: datetime) -> Repair:
    """The borrower says what is wrong, and whether it can be helped from afar. The promised time runs from now."""
    row = Loan.objects.filter(pk=loan, employee=employee, ends__isnull=True).first()
    if row is None:
        raise Stale(_("You no longer have this item."))
    return record_fault(item=row.item_id, employee=employee, way=way, damaged=damaged, words=words, now=now)


@transaction.atomic
def record_fault(*, item: int, employee: int, way: str, damaged: bool, words: str, now: datetime) -> Repair:
    """A fault of an item, on record with what is promised about it. One repair an item at a time."""
    row = Item.objects.select_for_update().get(pk=item)
    if open_repairs().filter(item=row).exists():
        raise Stale(_("A fault of this item is reported already. Follow it on the page of your equipment."))
    made = Repair.objects.create(
        item=row,
        employee_id=employee,
        way=way,
        damaged=damaged,
        words=words,
        at=now,
        due_at=promised(way, now),
    )
    audit.record(
        action="equipment.ask_for_repair",
        actor=employee,
        now=now,
        subject=made,
        about=employee,
        data={"way": way},
        rows=[made],
    )
    return made


@transaction.atomic
def step(*, repair: int, kind: str, words: str, actor: int, now: datetime) -> RepairStep:
    """Help has begun (which stops the clock), or the item works again. What is done can't begin."""
    row = Repair.objects.select_for_update().get(pk=repair)
    kinds = set(RepairStep.objects.filter(repair=row).values_list("kind", flat=True))
    if kind in kinds or RepairStep.Kind.DONE in kinds:
        raise Stale(_("Someone else has noted that already."))
    if kind == RepairStep.Kind.DONE and not words.strip():
        raise Refused(_("Write what was done: the employee reads it."))
    made = RepairStep.objects.create(repair=row, kind=kind, words=words, by_id=actor, at=now)
    audit.record(
        action="equipment.repair_step",
        actor=actor,
        now=now,
        subject=row,
        about=row.employee_id,
        data={"kind": kind},
        rows=[made],
    )
    return made
