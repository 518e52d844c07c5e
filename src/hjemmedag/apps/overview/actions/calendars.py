"""The secret address at which one's own calendar reads one's home days."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.overview.models import CalendarAddress
from hjemmedag.apps.overview.queries import calendars
from hjemmedag.apps.people import queries as people
from hjemmedag.core.refusals import Refused, Stale

KEY_BYTES = 32


@transaction.atomic
def make_calendar_address(*, employee: int, now: datetime) -> str:
    """A new address, whose key is said this once. The one before it stops working."""
    if not people.calendars_allowed():
        raise Refused(_("Your company has switched calendar addresses off. Ask HR."))
    before = _closed(employee, now)
    key = secrets.token_urlsafe(KEY_BYTES)
    row = CalendarAddress(employee_id=employee, digest=calendars.digest(key), made_at=now)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise Stale(
            _("You made an address in another window at the same time. Make a new one if you didn’t get to copy it.")
        ) from None
    audit.record(action="overview.make_calendar_address", actor=employee, now=now, subject=row, rows=[*before, row])
    return key


@transaction.atomic
def close_calendar_address(*, employee: int, now: datetime) -> None:
    """From now on nothing reads one's days there. Nothing happens when there is none."""
    for row in _closed(employee, now):
        audit.record(action="overview.close_calendar_address", actor=employee, now=now, subject=row, rows=[row])


def _closed(employee: int, now: datetime) -> list[CalendarAddress]:
    """The address that worked until now, if there was one."""
    rows = list(CalendarAddress.objects.select_for_update().filter(employee=employee, closed_at=None))
    for row in rows:
        row.closed_at = now
        row.save(update_fields=["closed_at"])
    return rows
