"""The arrangement's status: begun, paused, resumed, closed. Later stages call these."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import queries
from hjemmedag.apps.agreements.models import Arrangement, StatusChange
from hjemmedag.apps.audit import actions as audit
from hjemmedag.core.agreements.status import NEXT
from hjemmedag.core.instants import local
from hjemmedag.core.refusals import Refused


def start(*, arrangement: int, on: date, actor: int | None, now: datetime) -> StatusChange:
    """Home days may begin on this day."""
    return _change(arrangement, StatusChange.Kind.START, on, actor, "", now)


def pause(*, arrangement: int, on: date, actor: int | None, reason: str, now: datetime) -> StatusChange:
    """No home days from this day; the agreement stands."""
    return _change(arrangement, StatusChange.Kind.PAUSE, on, actor, reason, now)


def resume(*, arrangement: int, on: date, actor: int | None, reason: str, now: datetime) -> StatusChange:
    """Home days again from this day."""
    return _change(arrangement, StatusChange.Kind.RESUME, on, actor, reason, now)


def close(*, arrangement: int, on: date, actor: int | None, reason: str, now: datetime) -> StatusChange:
    """The arrangement is over from this day."""
    return _change(arrangement, StatusChange.Kind.CLOSE, on, actor, reason, now)


@transaction.atomic
def _change(
    arrangement: int, kind: StatusChange.Kind, on: date, actor: int | None, reason: str, now: datetime
) -> StatusChange:
    row = Arrangement.objects.select_for_update().get(pk=arrangement)
    # An end that is agreed beforehand lies ahead; until then the arrangement can be paused and resumed.
    ahead = Q(kind=StatusChange.Kind.CLOSE, on__gt=local(now).date())
    if row.changes.filter(on__gt=on).exclude(ahead).exists():
        raise Refused(_("Something later is already recorded. Choose that day or a later one."))
    if kind not in NEXT.get(queries.standing(row, on).status, frozenset()):
        raise Refused(_("The arrangement's status on that day does not allow this. Reload the page to see it."))
    change = StatusChange.objects.create(arrangement=row, kind=kind, on=on, reason=reason, by_id=actor, at=now)
    audit.record(action=f"agreements.{kind}", actor=actor, now=now, subject=row, about=row.employee_id, rows=[change])
    return change
