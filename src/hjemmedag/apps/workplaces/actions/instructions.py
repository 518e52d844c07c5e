"""Instructing someone, and their word that they were instructed."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import actions as people_actions
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces.models import Instruction
from hjemmedag.core.refusals import Refused


@transaction.atomic
def instruct(*, employee: int, subject: str, on: date, actor: int, today: date, now: datetime) -> Instruction:
    """Write down that someone was instructed in something on a day."""
    if on > today:
        raise Refused(_("The day lies ahead. Write the instruction down when it has been given."))
    if not people.employed(on).filter(pk=employee).exists():
        raise Refused(_("The person was not employed here on that day. Choose another day."))
    people_actions.hold({employee})
    row = Instruction.objects.create(employee_id=employee, subject=subject.strip(), on=on, by_id=actor)
    audit.record(
        action="workplaces.instruct",
        actor=actor,
        now=now,
        subject=row,
        about=employee,
        data={"subject": row.subject, "on": on.isoformat()},
        rows=[row],
    )
    return row


@transaction.atomic
def confirm_instruction(*, instruction: int, employee: int, now: datetime) -> Instruction:
    """The person says that they have had it; saying it twice changes nothing."""
    row = Instruction.objects.select_for_update().get(pk=instruction, employee=employee)
    if row.confirmed_at is None:
        row.confirmed_at = now
        row.save(update_fields=["confirmed_at"])
        audit.record(
            action="workplaces.confirm_instruction", actor=employee, now=now, subject=row, about=employee, rows=[row]
        )
    return row
