"""What someone says of a step that the product keeps no records of."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.overview.models import StepRecord
from hjemmedag.core.overview.way import Step
from hjemmedag.core.refusals import Refused, Stale


@transaction.atomic
def record_step(
    *, step: Step, state: str, on: date, evidence: str, number: int, actor: int, today: date, now: datetime
) -> StepRecord:
    """Write down how far a step has come. `number` is the next one that the page knew of.

    Raises `Stale` when someone was first, `Refused` for a day to come.
    """
    if on > today:
        raise Refused(_("Choose today or an earlier day."))
    latest = StepRecord.objects.filter(step=step).aggregate(latest=Max("number"))["latest"] or 0
    if number != latest + 1:
        raise Stale(_("Someone wrote about this step while you did."))
    row = StepRecord(step=step, number=number, state=state, on=on, evidence=evidence, by_id=actor, at=now)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise Stale(_("Someone wrote about this step while you did.")) from None
    audit.record(action="overview.record_step", actor=actor, now=now, subject=row, data={"step": step}, rows=[row])
    return row
