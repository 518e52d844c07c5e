"""A period abroad: asked for, answered by whoever leads the employee and by IT security, and told of by HR."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import queries
from hjemmedag.apps.agreements.actions import letters
from hjemmedag.apps.agreements.models import StayAbroad, StayAnswer, StayInformation
from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.people import actions as people_actions
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.abroad import Side, StayState, informs
from hjemmedag.core.law import Rulebook
from hjemmedag.core.periods import Period, add_months
from hjemmedag.core.refusals import Refused

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WantedStay:
    """The country as an ISO code, the first and the last day, and why, for whoever wants to say so."""

    country: str
    first: date
    last: date
    reason: str = ""


@transaction.atomic
def ask_for_stay(*, employee: int, wanted: WantedStay, now: datetime, today: date, rulebook: Rulebook) -> StayAbroad:
    """Ask to work from another country for a time. The manager and IT security answer, and both must say yes."""
    people_actions.hold([employee])
    if wanted.country == "DK":
        raise Refused(_("Denmark is not abroad. Choose the country that you will work from."))
    if wanted.first < today:
        raise Refused(_("That day has passed. Choose today or a later day."))
    if wanted.last < wanted.first:
        raise Refused(_("The last day is before the first one. Correct one of them."))
    if wanted.last >= add_months(wanted.first, 12):
        raise Refused(_("A period abroad is asked for by at most a year at a time. Choose an earlier last day."))
    if not people.employed(wanted.last).filter(pk=employee).exists():
        raise Refused(_("You are not employed on that day. Choose an earlier one."))
    period = Period(wanted.first, wanted.last + DAY)
    others = list(queries.standing_stays(employee))
    if any(period.overlaps(one.period) for one in others):
        raise Refused(
            _("You have asked for some of these days already. Choose other days, or take the first wish back.")
        )
    manager = people.deciders_of([employee], today).get(employee)
    if manager is None:
        raise Refused(_("You have no manager in the staff list, so nobody can answer. Ask HR to put one in."))
    law = rulebook.on(today)
    row = StayAbroad.objects.create(
        employee_id=employee,
        country=wanted.country,
        starts=wanted.first,
        ends=wanted.last + DAY,
        reason=wanted.reason.strip(),
        informs=informs(wanted.first, wanted.last, [(one.starts, one.last) for one in others], law),
        asked_at=now,
        answer_by=today + timedelta(days=law.number("agreements.answer", "days")),
    )
    key = letters.asked("stay_asked", employee, manager, today)
    _tell(row, "stay_asked", manager, now, key=key, employee=employee, answer_by=row.answer_by.isoformat())
    audit.record(action="agreements.ask_for_stay", actor=employee, now=now, subject=row, about=employee, rows=[row])
    return row


@transaction.atomic
def withdraw_stay(*, stay: int, employee: int, now: datetime, today: date) -> None:
    """Take a period back, asked for or agreed, before its first day."""
    row = StayAbroad.objects.select_for_update().get(pk=stay, employee=employee)
    if row.starts <= today or queries.stay_state(row) not in (StayState.WAITING, StayState.APPROVED):
        raise Refused(_("This period is refused, taken back or begun, so there is nothing to take back."))
    row.withdrawn_at = now
    row.save(update_fields=["withdrawn_at"])
    audit.record(action="agreements.withdraw_stay", actor=employee, now=now, subject=row, about=employee, rows=[row])


@transaction.atomic
def answer_stay(
    *, stay: int, side: Side, actor: int, approved: bool, words: str = "", now: datetime, today: date
) -> StayAnswer:
    """Say yes, with conditions where there are any, or no with a reason. Ask `access` first which side one is."""
    row = StayAbroad.objects.select_for_update().get(pk=stay)
    if actor == row.employee_id:
        raise Refused(_("You can’t answer your own wish."))
    if row.ends <= today:
        raise Refused(_("The days have passed, so the wish has run out."))
    if queries.stay_state(row) is not StayState.WAITING:
        raise Refused(_("This is answered or taken back already. Reload the page to see it."))
    if not approved and not words.strip():
        raise Refused(_("Write why not. The employee will read it."))
    try:
        with transaction.atomic():
            answer = StayAnswer.objects.create(
                stay=row, side=side, approved=approved, words=words.strip(), by_id=actor, at=now
            )
    except IntegrityError:
        raise Refused(_("This is answered or taken back already. Reload the page to see it.")) from None
    if queries.stay_state(row) is not StayState.WAITING:
        _tell(row, "stay_answered", row.employee_id, now, approved=queries.stay_state(row) is StayState.APPROVED)
    audit.record(
        action="agreements.answer_stay",
        actor=actor,
        now=now,
        subject=row,
        about=row.employee_id,
        data={"side": side.value, "approved": approved},
        rows=[answer],
    )
    return answer


@transaction.atomic
def inform_of_stay(*, stay: int, actor: int, on: date, now: datetime, today: date) -> StayInformation:
    """Write down on which day the employee got in writing what must be told before a longer period abroad."""
    row = StayAbroad.objects.select_for_update().get(pk=stay)
    if actor == row.employee_id:
        raise Refused(_("Someone else in HR writes down what you were told."))
    if not row.informs or queries.stay_state(row) is not StayState.APPROVED:
        raise Refused(_("Nothing has to be told of this period. Reload the page to see it."))
    if on > today:
        raise Refused(_("That day is still to come. Write the day on which it was told."))
    try:
        with transaction.atomic():
            told = StayInformation.objects.create(stay=row, on=on, by_id=actor, at=now)
    except IntegrityError:
        raise Refused(_("Somebody has written this down already. Reload the page to see it.")) from None
    audit.record(
        action="agreements.inform_of_stay", actor=actor, now=now, subject=row, about=row.employee_id, rows=[told]
    )
    return told


def _tell(row: StayAbroad, what: str, recipient: int, now: datetime, *, key: str = "", **facts: object) -> None:
    outbox.write(
        [
            outbox.Letter(
                key=key or f"agreements.{what}:{row.pk}",
                recipient=recipient,
                template=f"agreements/mail/{what}",
                facts={"stay": row.pk, "starts": row.starts.isoformat(), "through": row.last.isoformat(), **facts},
            )
        ],
        now=now,
    )
