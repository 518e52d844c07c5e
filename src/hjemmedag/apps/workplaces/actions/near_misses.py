"""Telling of a near miss, and what is made of it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import actions as people_actions
from hjemmedag.apps.workplaces.models import Finding, NearMiss
from hjemmedag.core.refusals import Refused, Stale


@transaction.atomic
def tell_near_miss(
    *, employee: int, on: date, place: str, what: str, prevent: str, today: date, now: datetime
) -> NearMiss:
    """Something that could have hurt someone, told to safety representatives and HR."""
    if on > today:
        raise Refused(_("The day lies ahead. Choose the day it happened."))
    people_actions.hold({employee})
    row = NearMiss.objects.create(employee_id=employee, on=on, place=place, what=what, prevent=prevent, at=now)
    audit.record(action="workplaces.tell_near_miss", actor=employee, now=now, subject=row, about=employee, rows=[row])
    return row


@transaction.atomic
def settle_near_miss(
    *, near_miss: int, told: str, words: str = "", answer: str, actor: int, today: date, now: datetime
) -> NearMiss:
    """Put it in the action plan of the role `told`, or, with none, close it with an answer to whoever told of it.

    The plan says `words`, for the manager may read it: what was told stays with those it was told to. Nobody settles
    their own. Raises `Stale` when someone was first.
    """
    row = NearMiss.objects.select_for_update().get(pk=near_miss)
    if row.settled_on is not None:
        raise Stale(_("Someone has settled it meanwhile."))
    if row.employee_id == actor:
        raise Refused(_("You told of it yourself, so someone else settles it."))
    if told and not words.strip():
        raise Refused(_("Write what is to be put right: the manager may read it in the action plan."))
    if not told and not answer:
        raise Refused(_("Write why nothing more is needed: whoever told of it reads it."))
    rows: list[Finding] = []
    if told:
        rows = [Finding.objects.create(employee_id=row.employee_id, told=told, words=words.strip(), on=today)]
        row.finding = rows[0]
    else:
        row.answer = answer
    row.settled_on, row.settled_by_id = today, actor
    row.save(update_fields=["finding", "answer", "settled_on", "settled_by"])
    audit.record(
        action="workplaces.settle_near_miss",
        actor=actor,
        now=now,
        subject=row,
        about=row.employee_id,
        data={"planned": bool(rows)},
        rows=[row, *rows],
    )
    return row
