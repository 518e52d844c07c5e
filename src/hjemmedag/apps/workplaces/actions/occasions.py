"""What a person tells of their own home: something changed, they move, or they answer the offer of an eye test."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import actions as people_actions
from hjemmedag.apps.workplaces.models import EyeAnswer, Occasion
from hjemmedag.core.people.homes import Address
from hjemmedag.core.refusals import Refused


@transaction.atomic
def tell(*, employee: int, kind: str, on: date, today: date, now: datetime) -> Occasion:
    """Something happened that calls for a new assessment. What it was is the person's own: the entry doesn't say."""
    if on > today:
        raise Refused(_("The day lies ahead. Choose the day it happened."))
    return _noted(employee, kind, on, now)


@transaction.atomic
def move(*, employee: int, address: Address, on: date, now: datetime) -> Occasion:
    """The new address from a day on, and a new assessment from that day."""
    people_actions.set_home(employee=employee, address=address, starts=on, actor=employee, now=now)
    return _noted(employee, Occasion.Kind.MOVE, on, now)


def _noted(employee: int, kind: str, on: date, now: datetime) -> Occasion:
    people_actions.hold({employee})
    row, new = Occasion.objects.get_or_create(employee_id=employee, kind=kind, on=on, defaults={"at": now})
    if new:
        audit.record(action="workplaces.tell", actor=employee, now=now, subject=row, about=employee, rows=[row])
    return row


@transaction.atomic
def answer_eye_test(*, employee: int, tested_on: date | None, today: date, now: datetime) -> EyeAnswer:
    """A test that was had on a day, or no thanks for now. The company is told neither of the eyes nor of glasses."""
    if tested_on is not None and tested_on > today:
        raise Refused(_("The day lies ahead. Come back when you have had the test."))
    people_actions.hold({employee})
    row = EyeAnswer.objects.create(employee_id=employee, on=today, tested_on=tested_on, at=now)
    audit.record(action="workplaces.answer_eye_test", actor=employee, now=now, subject=row, about=employee, rows=[row])
    return row
