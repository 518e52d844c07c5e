"""Telling employees of a measure before it begins, and ending it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.security import queries
from hjemmedag.apps.security.models import ControlMeasure
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.ui.words import weekday_date


def announce(*, kind: str, purpose: str, starts: date, actor: int, today: date, now: datetime) -> ControlMeasure:
    """Write to everyone employed today, and record the measure. Nothing is shown before `starts`.

    Raises `Refused` for a start before the notice has run (`security.control_notice`), `Stale` when the same kind is
    announced already.
    """
    try:
        with transaction.atomic():
            return _announced(kind, purpose, starts, actor, today, now)
    except IntegrityError:
        raise Stale(_("This measure is already announced.")) from None


def _announced(kind: str, purpose: str, starts: date, actor: int, today: date, now: datetime) -> ControlMeasure:
    area, notice = queries.earliest(today)
    if notice.earliest_start is not None and starts < notice.earliest_start:
        raise Refused(_("It can begin on %(day)s at the earliest.") % {"day": weekday_date(notice.earliest_start)})
    measure = ControlMeasure.objects.create(
        kind=kind, purpose=purpose, announced_on=today, area=area, starts=starts, by_id=actor
    )
    facts = _facts(measure)
    _tell(measure, today, now)
    audit.record(action="security.announce", actor=actor, now=now, subject=measure, data=facts, rows=[measure])
    return measure


@transaction.atomic
def tell_newcomers(*, today: date, now: datetime) -> None:
    """Write to whoever was hired after a measure was announced: they too know before data about them are shown."""
    for measure in queries.going_on(today):
        _tell(measure, today, now)


def _tell(measure: ControlMeasure, today: date, now: datetime) -> None:
    """A letter to everyone employed; whoever has had it gets no other."""
    outbox.write(
        [
            outbox.Letter(
                key=f"security.measure:{measure.pk}:{employee}",
                recipient=employee,
                template="security/mail/measure",
                facts=_facts(measure),
            )
            for employee in people.employed(today).values_list("pk", flat=True)
        ],
        now=now,
    )


def _facts(measure: ControlMeasure) -> dict[str, str]:
    return {"kind": measure.kind, "purpose": measure.purpose, "starts": measure.starts.isoformat()}


@transaction.atomic
def end(*, measure: int, actor: int, today: date, now: datetime) -> None:
    """From today the figures are no longer shown. Raises `Stale` when it has ended already."""
    row = ControlMeasure.objects.select_for_update().get(pk=measure)
    if row.ends is not None:
        raise Stale(_("The measure has already ended."))
    row.ends = today
    row.save(update_fields=["ends"])
    audit.record(action="security.end", actor=actor, now=now, subject=row, rows=[row])
