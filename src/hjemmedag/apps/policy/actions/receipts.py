"""“I have read it”: the receipt for a version of the policy."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import queries
from hjemmedag.apps.policy.models import Receipt
from hjemmedag.core.refusals import Refused


@transaction.atomic
def confirm(*, version: int, employee: int, today: date, now: datetime) -> Receipt:
    """Record that this employee has read a version, once; a second time gives the same receipt.

    Someone who has confirmed an earlier version confirms what has changed since, and the receipt says so.
    Raises `Refused` for a version that no longer holds, and for someone who isn't employed.
    """
    read = queries.version(version)
    if given := queries.receipt(read, employee):
        return given
    if queries.standing(read, today) not in (queries.Standing.CURRENT, queries.Standing.COMING):
        raise Refused(_("This version is no longer in force. Read the one in force."))
    if not people.employed(today).filter(pk=employee).exists():
        raise Refused(_("Receipts are for the company's employees."))
    rest = queries.unread(read, employee)
    confirmed = {
        "clauses": [row.clause.key for row in rest.rows],
        "provisions": [row.clause.key for row in rest.provided],
    }
    receipt, new = Receipt.objects.get_or_create(
        version=read,
        employee_id=employee,
        defaults={"at": now, "since": rest.since.version if rest.since else None, **confirmed},
    )
    if new:
        audit.record(
            action="policy.confirm",
            actor=employee,
            now=now,
            subject=receipt,
            about=employee,
            data={"number": read.number, "since": rest.since.version.number if rest.since else None, **confirmed},
            rows=[receipt],
        )
    return receipt
