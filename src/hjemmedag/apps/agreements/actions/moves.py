"""Moving one of the pattern's days at home within its week, without an amendment."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.agreements.actions.ad_hoc import counts_on, open_day
from hjemmedag.apps.agreements.models import MovedDay
from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.days import Because, Move, Placed
from hjemmedag.core.agreements.pattern import Place
from hjemmedag.core.law import Rulebook
from hjemmedag.core.refusals import Refused


@transaction.atomic
def move_day(
    *, employee: int, move: Move, place: int | None = None, now: datetime, today: date, rulebook: Rulebook
) -> MovedDay:
    """Spend a fixed day at home at the office, and another day of the week at home, or at an agreed place beside it.

    The manager is told.
    """
    if not move.same_week:
        raise Refused(_("A fixed day at home can be moved within its own week only."))
    _movable(open_day(employee, move.home_day, today=today, rulebook=rulebook))
    placed = open_day(employee, move.instead, today=today, rulebook=rulebook)
    if placed.at_home:
        raise Refused(_("You work at home on the day you want to move to already."))
    if placed.because is Because.MOVED_AWAY:
        raise Refused(_("That day is moved already. Undo the move, and it is as before."))
    counts_on(employee, place, move.instead)
    try:
        with transaction.atomic():
            row = MovedDay.objects.create(
                employee_id=employee, home_day=move.home_day, instead=move.instead, place_id=place, moved_at=now
            )
    except IntegrityError:
        raise Refused(_("That day is moved already. Undo the move, and it is as before.")) from None
    _tell_manager(row, move, today=today, now=now)
    audit.record(action="agreements.move_day", actor=employee, now=now, subject=row, about=employee, rows=[row])
    return row


def _movable(placed: Placed) -> None:
    """Refuse a day that isn't one of the pattern's own days at home."""
    if placed.because is Because.CLOSED:
        raise Refused(_("The office is closed on that day, so it can’t be moved."))
    if placed.because is not None:
        raise Refused(_("That day is moved already. Undo the move, and it is as before."))
    if placed.place is not Place.HOME:
        raise Refused(_("That day is no fixed day at home of yours. Reload the page to see your week."))


@transaction.atomic
def undo_move(*, moved_day: int, employee: int, now: datetime, today: date) -> None:
    """Let the week be as the pattern says again, until the first of the two days has passed."""
    row = MovedDay.objects.select_for_update().get(pk=moved_day, employee=employee)
    if row.undone_at is not None:
        raise Refused(_("The move is undone already."))
    if min(row.home_day, row.instead) < today:
        raise Refused(_("One of the two days has passed, so the move stays."))
    row.undone_at = now
    row.save(update_fields=["undone_at"])
    _tell_manager(row, Move(row.instead, row.home_day), today=today, now=now, back=True)
    audit.record(action="agreements.undo_move", actor=employee, now=now, subject=row, about=employee, rows=[row])


def _tell_manager(row: MovedDay, move: Move, *, today: date, now: datetime, back: bool = False) -> None:
    manager = people.deciders_of([row.employee_id], today).get(row.employee_id)
    if manager is None:
        return
    outbox.write(
        [
            outbox.Letter(
                key=f"agreements.day_moved:{row.pk}{':back' if back else ''}",
                recipient=manager,
                template="agreements/mail/day_moved",
                facts={
                    "employee": row.employee_id,
                    "home_day": move.home_day.isoformat(),
                    "instead": move.instead.isoformat(),
                },
            )
        ],
        now=now,
    )
