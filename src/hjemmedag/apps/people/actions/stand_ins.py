"""Who answers in a manager's place: named from a day, and ended."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import queries
from hjemmedag.apps.people.actions.serving import locked_with, serves_until
from hjemmedag.apps.people.actions.succession import stop
from hjemmedag.apps.people.models import StandIn
from hjemmedag.core.periods import Period
from hjemmedag.core.refusals import Refused, Stale


@transaction.atomic
def name_stand_in(
    *, employee: int, by: int, starts: date, last_day: date | None, seen: int, actor: int, now: datetime, today: date
) -> StandIn:
    """`by` answers for someone from a day to the last one, both included, instead of whom was named before.

    `seen` is the stand-in that the page showed, 0 for none: raises `Stale` when someone has named another since.
    """
    if by == employee:
        raise Refused(_("Nobody can answer their own wishes. Choose someone else."))
    person, other = locked_with(employee, by)
    before = queries.stand_in_of(employee, today)
    if (before.pk if before else 0) != seen:
        raise Stale(_("Somebody else has just named a stand-in. Look at whom, and save again if it must be another."))
    if starts < today:
        raise Refused(_("That day has passed. Choose today or a later day."))
    serves_until(person, starts)
    if other is not None:
        serves_until(other, starts)
    changes = stop(StandIn.objects.filter(employee=person), at=starts)
    row = StandIn.objects.create(employee=person, by_id=by, starts=starts, ends=Period.through(starts, last_day).end)
    audit.record(
        action="people.name_stand_in",
        actor=actor,
        now=now,
        subject=row,
        about=person.pk,
        rows=[*changes.written, row],
        removed=changes.removed,
    )
    return row


@transaction.atomic
def end_stand_in(*, stand_in: int, actor: int, now: datetime, today: date) -> None:
    """From today the manager answers again. Ending what has ended already changes nothing."""
    row = StandIn.objects.select_for_update().filter(pk=stand_in).first()
    if row is None or (row.ends is not None and row.ends <= today):
        return
    changes = stop(StandIn.objects.filter(pk=row.pk), at=today)
    audit.record(
        action="people.end_stand_in",
        actor=actor,
        now=now,
        subject=row,
        about=row.employee_id,
        rows=changes.written,
        removed=changes.removed,
    )
