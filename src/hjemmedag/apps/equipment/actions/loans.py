"""What becomes of a loan: lost, brought back, received, asked for by a day."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.equipment.actions.repairs import record_fault
from hjemmedag.apps.equipment.models import Loan, Loss, Repair, Return, ReturnStatement
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.core.refusals import Refused, Stale


@transaction.atomic
def report_loss(*, loan: int, employee: int, kind: str, on: date, words: str, today: date, now: datetime) -> Loss:
    """The borrower says that the item is gone. It stays lent until the keeper writes it off, or receives it."""
    row = _own(loan, employee)
    if on > today:
        raise Refused(_("Choose a day that has come."))
    if Loss.objects.filter(loan=row).exists():
        raise Stale(_("You have told us already."))
    loss = Loss.objects.create(loan=row, kind=kind, on=on, words=words, at=now)
    audit.record(
        action="equipment.report_loss",
        actor=employee,
        now=now,
        subject=row,
        about=employee,
        data={"kind": kind},
        rows=[loss],
    )
    return loss


@transaction.atomic
def bring_back(
    *, loans: Collection[int], employee: int, on: date, words: str, today: date, now: datetime
) -> list[ReturnStatement]:
    """The borrower's word that these are brought back; the keeper confirms each one."""
    if on > today:
        raise Refused(_("Choose a day that has come."))
    rows = list(Loan.objects.select_for_update().filter(pk__in=loans, employee=employee, ends__isnull=True))
    if not rows:
        raise Refused(_("Choose what you have brought back."))
    told = set(ReturnStatement.objects.filter(loan__in=rows).values_list("loan", flat=True))
    made = [
        ReturnStatement.objects.create(loan=row, on=max(on, row.starts), words=words, at=now)
        for row in rows
        if row.pk not in told
    ]
    if not made:
        raise Stale(_("You have told us already."))
    audit.record(
        action="equipment.bring_back", actor=employee, now=now, about=employee, data={"loans": len(made)}, rows=made
    )
    return made


@transaction.atomic
def receive(*, loan: int, condition: str, erased: bool, words: str, actor: int, today: date, now: datetime) -> Return:
    """The keeper has it, whether the borrower said so or not: the loan ends, and the borrower is told.

    What is broken goes to repair before anyone else gets it. Nobody receives their own loan.
    """
    row = Loan.objects.select_for_update().select_related("item").get(pk=loan)
    if row.employee_id == actor:
        raise Refused(_("Somebody else must confirm that you brought it back."))
    if row.ends is not None:
        raise Stale(_("This item is received already."))
    row.ends = today
    row.save(update_fields=["ends"])
    made = Return.objects.create(loan=row, condition=condition, erased=erased, words=words, by_id=actor, at=now)
    outbox.write(
        [
            outbox.Letter(
                key=f"equipment.received:{row.pk}",
                recipient=row.employee_id,
                template="equipment/mail/received",
                facts={"item": str(row.item)},
            )
        ],
        now=now,
    )
    audit.record(
        action="equipment.receive",
        actor=actor,
        now=now,
        subject=row,
        about=row.employee_id,
        data={"condition": condition, "erased": erased},
        rows=[row, made],
    )
    if condition == Return.Condition.BROKEN:
        said = words or _("Broken when it came back.")
        record_fault(item=row.item_id, employee=actor, way=Repair.Way.ONSITE, damaged=True, words=said, now=now)
    return made


@transaction.atomic
def ask_back(*, employee: int, on: date, actor: int | None, today: date, now: datetime) -> list[Loan]:
    """All that somebody has must be back by a day: they are reminded of it."""
    if on < today:
        raise Refused(_("The day to bring it back has passed. Choose a later one."))
    rows = list(Loan.objects.select_for_update().filter(employee=employee, ends__isnull=True))
    if not rows:
        raise Refused(_("There is nothing to bring back."))
    for row in rows:
        row.return_on = on
        row.save(update_fields=["return_on"])
    data = {"on": on.isoformat(), "loans": len(rows)}
    audit.record(action="equipment.ask_back", actor=actor, now=now, about=employee, data=data, rows=rows)
    return rows


def _own(loan: int, employee: int) -> Loan:
    row = Loan.objects.select_for_update().filter(pk=loan, employee=employee, ends__isnull=True).first()
    if row is None:
        raise Stale(_("You no longer have this item."))
    return row
