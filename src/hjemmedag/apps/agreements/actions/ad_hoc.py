"""Single days at home: asked for, answered, taken back; and what becomes of a habit."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import queries
from hjemmedag.apps.agreements.actions import letters
from hjemmedag.apps.agreements.models import AdHocAnswer, AdHocDay, Habit
from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.days import DayState, Placed
from hjemmedag.core.law import Rulebook
from hjemmedag.core.people.holidays import public_holidays
from hjemmedag.core.refusals import Refused


def open_day(employee: int, day: date, *, today: date, rulebook: Rulebook) -> Placed:
    """Where a day to come is spent, when it is a day of work. Refused when it has passed, is free or is a day away."""
    if day < today:
        raise Refused(_("That day has passed. Choose today or a later day."))
    if not people.employed(day).filter(pk=employee).exists():
        raise Refused(_("You are not employed on that day. Choose an earlier one."))
    if day in public_holidays(day.year, rulebook):
        raise Refused(_("That day is a public holiday. Choose another one."))
    if people.away([employee], day):
        raise Refused(_("You are away on that day. Choose another one, or have the absence corrected first."))
    [placed] = queries.placed([employee], [day])[employee].values()
    if placed.place is None:
        raise Refused(_("You don’t work on that day. Choose another one."))
    return placed


def counts_on(employee: int, place: int | None, day: date) -> None:
    """Refuse a place beside the home that isn't agreed for that day."""
    if place is not None and not queries.places_on(employee, day).filter(pk=place).exists():
        raise Refused(_("That place isn’t agreed for that day. Choose your home or another place."))


@transaction.atomic
def ask_for_day(
    *,
    employee: int,
    day: date,
    reason: str = "",
    place: int | None = None,
    now: datetime,
    today: date,
    rulebook: Rulebook,
) -> AdHocDay:
    """Ask to work at home, or at an agreed place beside it, on one day.

    The manager answers; nobody's silence is a yes.
    """
    ahead = rulebook.on(today).number("agreements.ad_hoc", "ahead_days")
    if day > today + timedelta(days=ahead):
        raise Refused(_("You can ask for a day up to %(days)s days ahead. Choose an earlier one.") % {"days": ahead})
    if open_day(employee, day, today=today, rulebook=rulebook).at_home:
        raise Refused(_("You work at home on that day already."))
    counts_on(employee, place, day)
    manager = people.deciders_of([employee], today).get(employee)
    if manager is None:
        raise Refused(_("You have no manager in the staff list, so nobody can answer. Ask HR to put one in."))
    try:
        with transaction.atomic():
            row = AdHocDay.objects.create(
                employee_id=employee, day=day, reason=reason.strip(), place_id=place, asked_at=now
            )
    except IntegrityError:
        raise Refused(_("You have asked for that day already. The answer stands in your list.")) from None
    facts = {"employee": employee, "day": day.isoformat()}
    _tell(letters.asked("day_asked", employee, manager, today), manager, "agreements/mail/day_asked", facts, now)
    audit.record(action="agreements.ask_for_day", actor=employee, now=now, subject=row, about=employee, rows=[row])
    return row


@transaction.atomic
def withdraw_day(*, ad_hoc_day: int, employee: int, now: datetime, today: date) -> None:
    """Take a day back, asked for or approved, until it has passed."""
    row = AdHocDay.objects.select_for_update().get(pk=ad_hoc_day, employee=employee)
    state = queries.day_state(row, today)
    if state not in (DayState.WAITING, DayState.APPROVED) or row.day < today:
        raise Refused(_("This day is refused, taken back or over, so there is nothing to take back."))
    row.withdrawn_at = now
    row.save(update_fields=["withdrawn_at"])
    manager = people.deciders_of([employee], today).get(employee)
    if state is DayState.APPROVED and manager is not None:
        facts = {"employee": employee, "day": row.day.isoformat()}
        _tell(f"agreements.day_withdrawn:{row.pk}", manager, "agreements/mail/day_withdrawn", facts, now)
    audit.record(action="agreements.withdraw_day", actor=employee, now=now, subject=row, about=employee, rows=[row])


@transaction.atomic
def answer_day(
    *, ad_hoc_day: int, actor: int, approved: bool, reason: str = "", now: datetime, today: date
) -> AdHocAnswer:
    """Say yes, or no with a reason, before the day has passed."""
    row = AdHocDay.objects.select_for_update().get(pk=ad_hoc_day)
    if actor == row.employee_id:
        raise Refused(_("You can’t answer your own wish."))
    if (state := queries.day_state(row, today)) is DayState.EXPIRED:
        raise Refused(_("The day has passed, so the wish has run out."))
    if state is not DayState.WAITING:
        raise Refused(_("The day is already answered or taken back."))
    if not approved and not reason.strip():
        raise Refused(_("Write why not. The employee will read it."))
    outcome = AdHocAnswer.Outcome.APPROVED if approved else AdHocAnswer.Outcome.REFUSED
    answer = AdHocAnswer.objects.create(ad_hoc_day=row, outcome=outcome, reason=reason.strip(), by_id=actor, at=now)
    facts = {"day": row.day.isoformat(), "approved": approved}
    _tell(f"agreements.day_answered:{row.pk}", row.employee_id, "agreements/mail/day_answered", facts, now)
    audit.record(
        action="agreements.answer_day", actor=actor, now=now, subject=row, about=row.employee_id, rows=[answer]
    )
    return answer


@transaction.atomic
def settle_habit(*, employee: int, actor: int, outcome: str, now: datetime, today: date, rulebook: Rulebook) -> Habit:
    """Say what becomes of ad hoc days that have become a habit: a fixed arrangement, or an end to them."""
    if not queries.has_habit(employee, today, rulebook):
        raise Refused(_("The single days are no habit any more, or someone has settled it."))
    try:
        with transaction.atomic():
            row = Habit.objects.create(employee_id=employee, outcome=outcome, on=today, by_id=actor, at=now)
    except IntegrityError:
        raise Refused(_("The single days are no habit any more, or someone has settled it.")) from None
    _tell(f"agreements.habit:{row.pk}", employee, "agreements/mail/habit", {"outcome": outcome}, now)
    audit.record(action="agreements.settle_habit", actor=actor, now=now, subject=row, about=employee, rows=[row])
    return row


def _tell(key: str, recipient: int, template: str, facts: dict[str, object], now: datetime) -> None:
    outbox.write([outbox.Letter(key=key, recipient=recipient, template=template, facts=facts)], now=now)
