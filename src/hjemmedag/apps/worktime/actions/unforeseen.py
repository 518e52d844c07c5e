"""An unforeseen event on record (AML § 52): the written account that lets a rest be shorter than the rule says."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.worktime import queries
from hjemmedag.apps.worktime.actions.night import renew_owed
from hjemmedag.apps.worktime.actions.weeks import opened
from hjemmedag.apps.worktime.models import Explanation, Week
from hjemmedag.core.instants import local
from hjemmedag.core.refusals import Refused, Stale


@transaction.atomic
def record_unforeseen(
    *, weeks: QuerySet[Week], week: int, start: datetime, account: str, revision: int, actor: int, now: datetime
) -> Explanation:
    """Put on record why a daily rest in a week was too short; `start` is the instant at which that begins.

    `weeks` are those that the actor answers. Raises `Refused` for one's own week and without an account, `Stale` when
    the week has changed or the rest is no longer too short.
    """
    row = weeks.get(pk=week)
    if row.employee_id == actor:
        raise Refused(_("Nobody approves their own week."))
    if not account.strip():
        raise Refused(_("Write what happened: only a written account excuses a short rest."))
    opened(row.employee_id, row.monday, revision)
    found = next((one for one in queries.short_rests(row.employee_id, row.monday) if one.start == start), None)
    if found is None:
        raise Stale(_("The rest is no longer too short. Look at the week again."))
    written = Explanation.objects.create(
        employee_id=row.employee_id,
        rule=found.finding.rule,
        start=found.start,
        until=found.until,
        reason=account.strip(),
        unforeseen=True,
        by_id=actor,
        at=now,
    )
    if queries.still_remembered(local(found.until).date(), now):
        renew_owed([row.employee_id], now)
    audit.record(
        action="worktime.record_unforeseen", actor=actor, now=now, subject=row, about=row.employee_id, rows=[written]
    )
    return written
