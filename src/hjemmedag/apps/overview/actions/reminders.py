"""Reminders of duties, from all stages."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.overview.actions.welcome import welcome_back
from hjemmedag.apps.overview.queries import duties
from hjemmedag.apps.people import queries as people
from hjemmedag.core.duties import Scope
from hjemmedag.core.overview.reminders import reminder
from hjemmedag.core.people.holidays import public_holidays
from hjemmedag.rulebook.load import load

FRIDAY = 4


@transaction.atomic
def remind(*, on: date, now: datetime) -> int:
    """Put the day's reminders in the outbox, one for each duty that calls for it. Returns how many duties did.

    None on days off: nothing is delivered then, and several for one duty would arrive on the day after. None to those
    on leave, who get one mail when they are back.
    """
    if on.weekday() > FRIDAY or on in public_holidays(on.year, load()):
        return 0
    all_duties = duties.due(Scope(), on)
    on_leave = {row["employee"] for row in people.on_leave(on)}
    letters = [
        outbox.Letter(
            key=key,
            recipient=duty.owner,
            template="overview/mail/reminder",
            facts={"kind": duty.kind, "subject": duty.subject, "employee": duty.about, "due": f"{duty.due}"},
        )
        for duty in all_duties
        if duty.owner not in on_leave and (key := reminder(duty, on)) is not None
    ]
    outbox.write(letters, now=now)
    welcome_back(all_duties, on=on, now=now)
    return len(letters)
