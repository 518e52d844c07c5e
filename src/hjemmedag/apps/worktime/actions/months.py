"""Closing a month, so that what payroll took out stays what it was."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import actions as people
from hjemmedag.apps.worktime import queries
from hjemmedag.apps.worktime.models import MonthLock
from hjemmedag.core.periods import end_of_month
from hjemmedag.core.refusals import Refused, Stale


def lock(*, month: date, actor: int, today: date, now: datetime) -> MonthLock:
    """Close the month that begins on `month`. Raises `Refused` before it is over, `Stale` when it is closed already."""
    if not queries.registered(month):
        raise Refused(_("Working time was not registered here in that month."))
    if end_of_month(month) >= today:
        raise Refused(_("The month is not over yet."))
    try:
        with transaction.atomic():
            # Whoever writes hours of that month now is done first; the next one finds it closed.
            people.hold_everyone()
            locked = MonthLock.objects.create(month=month, by_id=actor, at=now)
            audit.record(action="worktime.lock", actor=actor, now=now, subject=locked, rows=[locked])
    except IntegrityError:
        raise Stale(_("Someone else has closed the month.")) from None
    return locked
