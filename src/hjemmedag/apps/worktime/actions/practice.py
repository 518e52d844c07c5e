"""The company's choices about working time."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime, time

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.worktime.models import MonthLock, Practice
from hjemmedag.core.instants import local
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.core.worktime.weeks import monday_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """From which Monday hours are registered here (`None`: not here), lunch, the day's beginning, and de minimis."""

    starts: date | None
    lunch_minutes: int = 30
    lunch_paid: bool = False
    begins: time = time(8)
    deminimis_minutes: int = 0


@transaction.atomic
def choose(*, choices: Choices, revision: int, actor: int | None, now: datetime) -> Practice:
    """Other choices. `revision` is the one the page showed. Raises `Stale` when someone was first."""
    if choices.starts is not None and choices.starts.weekday():
        raise Refused(_("Choose a Monday: weeks are registered whole."))
    Practice.objects.get_or_create(pk=1)
    row = Practice.objects.select_for_update().get()
    if row.revision != revision:
        raise Stale(_("Someone changed the choices while you were writing."))
    if row.starts not in (None, choices.starts) and MonthLock.objects.exists():
        raise Refused(_("Months are closed by what was registered here. The first week can’t be another one now."))
    if choices.deminimis_minutes != row.deminimis_minutes:
        row.deminimis_from = monday_of(local(now).date())
    for one in fields(Choices):
        setattr(row, one.name, getattr(choices, one.name))
    row.revision += 1
    row.save()
    audit.record(action="worktime.choose", actor=actor, now=now, subject=row, rows=[row])
    return row
