"""Ordering one of a kind for somebody, and calling it off."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.equipment.models import Order
from hjemmedag.core.refusals import Stale


@transaction.atomic
def order(*, employee: int, kind: int, due: date, actor: int, now: datetime) -> Order:
    """One of this kind for the employee, handed over by a day; what is on its way already stays as it is."""
    said = {"due": due, "by_id": actor, "at": now}
    row, new = Order.objects.get_or_create(
        employee_id=employee, kind_id=kind, loan=None, called_off_at=None, defaults=said
    )
    if new:
        data = {"kind": kind, "due": due.isoformat()}
        audit.record(action="equipment.order", actor=actor, now=now, subject=row, about=employee, data=data, rows=[row])
    return row


@transaction.atomic
def call_off(*, order: int, reason: str, actor: int, now: datetime) -> Order:
    """It is not handed over after all, and why. Raises `Stale` when it is handed over or called off already."""
    row = Order.objects.select_for_update().get(pk=order)
    if not row.waits:
        raise Stale(_("The order is handed over or called off already."))
    row.called_off_at, row.called_off_by_id, row.reason = now, actor, reason
    row.save()
    audit.record(action="equipment.call_off", actor=actor, now=now, subject=row, about=row.employee_id, rows=[row])
    return row


def served(*, employee: int, loans: dict[int, int]) -> list[Order]:
    """The open orders that these loans (by kind) answer, now handed over; part of the hand-over that calls this."""
    rows = list(
        Order.objects.select_for_update().filter(
            employee=employee, kind__in=loans, loan__isnull=True, called_off_at__isnull=True
        )
    )
    for row in rows:
        row.loan_id = loans[row.kind_id]
        row.save(update_fields=["loan"])
    return rows


def reopened(*, employee: int, loans: set[int]) -> list[Order]:
    """The orders that these loans answered wait again, but where another one has been made meanwhile."""
    waiting = set(
        Order.objects.filter(employee=employee, loan__isnull=True, called_off_at__isnull=True).values_list(
            "kind", flat=True
        )
    )
    rows = [row for row in Order.objects.select_for_update().filter(loan__in=loans) if row.kind_id not in waiting]
    for row in rows:
        row.loan = None
        row.save(update_fields=["loan"])
    return rows
