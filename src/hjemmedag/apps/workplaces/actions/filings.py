"""An injury was reported to the authorities, or looked into and not."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.workplaces import queries
from hjemmedag.apps.workplaces.actions.injuries import held_injury, wrote_about
from hjemmedag.apps.workplaces.models import Filing, Injury
from hjemmedag.core.refusals import Refused
from hjemmedag.core.workplaces.injuries import Clock


@transaction.atomic
def note_report(*, injury: int, health: bool, actor: int, now: datetime) -> None:
    """That the data for the report was taken out as a file, and whether it says what was hurt."""
    row = Injury.objects.get(pk=injury)
    data = {"health": health}
    audit.record(action="workplaces.take_report", actor=actor, now=now, subject=row, about=row.employee_id, data=data)


@transaction.atomic
def file_injury(
    *,
    injury: int,
    reported: bool,
    on: date,
    reference: str,
    reason: str,
    revision: int,
    actor: int,
    today: date,
    now: datetime,
) -> Filing:
    """Write down that it was reported on a day, under a reference; or why not, where the law isn't confirmed.

    Raises `Refused` for a day that can't be meant, and where it must be reported by law that is.
    """
    row = held_injury(injury, revision)
    [case] = queries.cases(queries.with_latest(Injury.objects.filter(pk=injury)), today)
    if on > today:
        raise Refused(_("The day lies ahead. Write it down when it is done."))
    if on < case.known.injured_on:
        raise Refused(_("The day comes before the injury."))
    if not reported and case.clock not in (Clock.CHECK, Clock.LOOKED_INTO):
        raise Refused(_("This is not a case where the law is unconfirmed. Only a report closes it."))
    if not reported and not reason:
        raise Refused(_("Write why it is not to be reported."))
    filing = Filing.objects.create(
        injury=row,
        reported=reported,
        on=on,
        reference=reference if reported else "",
        reason=reason,
        by_id=actor,
        at=now,
    )
    wrote_about(row, filing, actor, now)
    return filing
