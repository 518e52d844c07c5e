"""Days away: recorded, changed, removed. Never a reason."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import queries
from hjemmedag.apps.people.actions.serving import locked, serves_until
from hjemmedag.apps.people.models import Absence, Employee
from hjemmedag.core.periods import Period
from hjemmedag.core.refusals import Refused
from hjemmedag.ui.words import day_date


@transaction.atomic
def record_absence(
    *,
    employee: int,
    kind: Absence.Kind,
    starts: date,
    last_day: date | None,
    leave: bool = False,
    actor: int,
    now: datetime,
) -> Absence:
    """Someone is away from a day to the last one, both included; `None` while nobody knows for how long.

    `leave`: it is for longer, and the person's tasks rest meanwhile.
    """
    person = locked(employee)
    serves_until(person, starts)
    period = Period.through(starts, last_day)
    _refuse_overlap(person, period)
    absence = Absence.objects.create(employee=person, kind=kind, leave=leave, starts=starts, ends=period.end)
    audit.record(action="people.record_absence", actor=actor, now=now, subject=absence, about=person.pk, rows=[absence])
    return absence


@transaction.atomic
def change_absence(
    *, absence: int, starts: date, last_day: date | None, leave: bool | None = None, actor: int, now: datetime
) -> None:
    """Other days than were recorded: back before or after, or the first day was another; `leave` only when given."""
    row = Absence.objects.select_for_update().get(pk=absence)
    person = locked(row.employee_id)
    period = Period.through(starts, last_day)
    _refuse_overlap(person, period, but=row)
    row.starts, row.ends = starts, period.end
    row.leave = row.leave if leave is None else leave
    row.save(update_fields=["starts", "ends", "leave"])
    audit.record(action="people.change_absence", actor=actor, now=now, subject=row, about=person.pk, rows=[row])


@transaction.atomic
def remove_absence(*, absence: int, actor: int, now: datetime) -> None:
    """Days recorded by mistake."""
    row = Absence.objects.select_for_update().get(pk=absence)
    Absence.objects.filter(pk=row.pk).delete()
    audit.record(
        action="people.remove_absence", actor=actor, now=now, subject=row, about=row.employee_id, removed=[row]
    )


def _refuse_overlap(person: Employee, period: Period, *, but: Absence | None = None) -> None:
    others = Q(pk=but.pk) if but else Q(pk__in=())
    taken = queries.overlapping(person.pk, period).exclude(others).order_by("starts").first()
    if taken is not None:
        last = taken.period.last
        raise Refused(
            _("%(name)s is already away from %(first)s to %(last)s. Change those days instead.")
            % {"name": person.name, "first": day_date(taken.starts), "last": day_date(last) if last else "…"}
        )
