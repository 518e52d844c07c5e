"""An ordinary week in one click: the days that say nothing yet get what was agreed for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType

from django.db import transaction

from hjemmedag.apps.worktime import queries
from hjemmedag.apps.worktime.actions.entries import Worked, write
from hjemmedag.apps.worktime.actions.weeks import complete, opened
from hjemmedag.apps.worktime.models import Entry
from hjemmedag.core.worktime.entries import Place
from hjemmedag.core.worktime.typed import instants
from hjemmedag.core.worktime.weeks import Status


@transaction.atomic
def confirm(
    *,
    employee: int,
    monday: date,
    revision: int,
    now: datetime,
    typed: Mapping[date, Sequence[Worked]] = MappingProxyType({}),
    reason: str = "",
    because: str = "",
) -> bool:
    """What was typed holds, the other missing days were as agreed; a week that is over is sent. Returns whether it was.

    Raises `Stale` when the week has changed since it was seen, and `Refused` as writing and sending do.
    """
    shown = queries.week_shown(employee, monday, now=now)
    days = {
        day: [
            Worked(
                *instants(day, span),
                place=span.place or Place.OFFICE,
                break_minutes=span.break_minutes or 0,
                method=Entry.Method.CONFIRMED,
            )
        ]
        for day, span in shown.as_agreed.items()
    }
    week = opened(employee, monday, revision)
    written = write(week, {**days, **typed}, actor=employee, now=now, reason=reason.strip(), because=because.strip())
    # An approved week that is changed was sent again by the writing, and one that waits goes on waiting.
    waits = written and queries.way_of(week).status in (Status.SENT, Status.APPROVED)
    if shown.complete and not waits:
        complete(week, now, over=any(day.agreed.work for day in shown.days))
    return shown.complete
