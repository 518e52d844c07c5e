"""A place beside the home: asked for by the employee, answered in writing, ended on a day."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import queries
from hjemmedag.apps.agreements.actions import letters
from hjemmedag.apps.agreements.models import Arrangement, OtherPlace
from hjemmedag.apps.agreements.queries import amendments
from hjemmedag.apps.agreements.queries.places import spot_of
from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.places import Clash, Spot, clash
from hjemmedag.core.law import Rulebook
from hjemmedag.core.people.homes import Address
from hjemmedag.core.periods import Period
from hjemmedag.core.refusals import Refused

DAY = timedelta(days=1)
CLOSED = {
    OtherPlace.Outcome.APPROVED: "agreements.place_approved",
    OtherPlace.Outcome.REFUSED: "agreements.place_refused",
    OtherPlace.Outcome.WITHDRAWN: "agreements.place_withdrawn",
}


@dataclass(frozen=True, slots=True)
class WantedPlace:
    """What the place is called, where it is, which room, the first day, and the last one where there is one."""

    name: str
    address: Address
    room: str
    first: date
    last: date | None = None


@transaction.atomic
def ask_for_place(
    *, arrangement: int, wanted: WantedPlace, actor: int, now: datetime, today: date, rulebook: Rulebook
) -> OtherPlace:
    """Ask for a place beside the home, as the employee. The manager answers; nobody's silence is a yes."""
    row = Arrangement.objects.select_for_update().get(pk=arrangement)
    if actor != row.employee_id:
        raise Refused(_("Only the employee can ask for another place."))
    standing = queries.standing(row, today)
    if not amendments.may_change(standing):
        raise Refused(_("Only an arrangement that is signed and has not ended can be changed."))
    if wanted.first < today:
        raise Refused(_("That day has passed. Choose today or a later day."))
    if wanted.last is not None and wanted.last < wanted.first:
        raise Refused(_("The last day is before the first one. Correct one of them."))
    period = Period(wanted.first, wanted.last and wanted.last + DAY)
    new = Spot(wanted.name.strip(), wanted.address, period)
    counting = queries.places_in(row.pk).filter(outcome__in=("", OtherPlace.Outcome.APPROVED))
    home = Address(**standing.terms.home) if standing.terms.home else None
    if (found := clash(new, [spot_of(one) for one in counting], home)) is not None:
        raise Refused(_in_the_way(found))
    manager = people.deciders_of([row.employee_id], today).get(row.employee_id)
    if manager is None:
        raise Refused(_("You have no manager who could answer. Ask HR to give you one."))
    answer_by = today + timedelta(days=rulebook.on(today).number("agreements.answer", "days"))
    place = OtherPlace.objects.create(
        arrangement=row,
        name=new.name,
        address=asdict(wanted.address),
        room=wanted.room.strip(),
        starts=wanted.first,
        ends=period.end,
        asked_at=now,
        answer_by=answer_by,
    )
    key = letters.asked("place_asked", row.employee_id, manager, today)
    _tell(place, "place_asked", manager, now, key=key, employee=row.employee_id, answer_by=answer_by.isoformat())
    _record("agreements.ask_for_place", place, actor, now)
    return place


def _in_the_way(found: Clash) -> str:
    return {
        Clash.HOME: _("This is your home in the arrangement already. Write another address."),
        Clash.SAME_ADDRESS: _(
            "You have this address on some of these days already. Choose other days or another address."
        ),
        Clash.SAME_NAME: _("You have a place of this name on some of these days already. Call it something else."),
    }[found]


@transaction.atomic
def withdraw_place(*, place: int, actor: int, now: datetime) -> None:
    """The employee takes the wish back."""
    row = _open(place)
    if row.arrangement.employee_id != actor:
        raise Refused(_("Only who asked for the place can take it back."))
    _close(row, OtherPlace.Outcome.WITHDRAWN, actor, "", now)


@transaction.atomic
def refuse_place(*, place: int, actor: int, reason: str, now: datetime) -> None:
    """No, in words that the employee will read."""
    row = _open(place)
    _not_own(row, actor)
    if not reason.strip():
        raise Refused(_("Write why not. The employee will read it."))
    _close(row, OtherPlace.Outcome.REFUSED, actor, reason.strip(), now)
    _tell(row, "place_answered", row.arrangement.employee_id, now, approved=False, starts=row.starts.isoformat())


@transaction.atomic
def approve_place(*, place: int, actor: int, reason: str = "", now: datetime, today: date) -> OtherPlace:
    """Yes, in writing. The place counts from the day it was wished for, and at the earliest from today.

    Whoever works there must have it in writing on the first day at the latest (rule agreements.information).
    """
    row = _open(place)
    _not_own(row, actor)
    if row.ends is not None and row.ends <= today:
        raise Refused(_("The days have passed, so the wish has run out."))
    if not amendments.may_change(queries.standing(row.arrangement, today)):
        raise Refused(_("Only an arrangement that is signed and has not ended can be changed."))
    row.starts = max(row.starts, today)
    _close(row, OtherPlace.Outcome.APPROVED, actor, reason.strip(), now)
    _tell(row, "place_answered", row.arrangement.employee_id, now, approved=True, starts=row.starts.isoformat())
    return row


@transaction.atomic
def end_place(*, place: int, last: date, actor: int, now: datetime, today: date) -> None:
    """Let a place count up to a last day, today or later. The other side is told."""
    rows = OtherPlace.objects.select_for_update(of=("self",)).select_related("arrangement__employee")
    row = rows.get(pk=place)
    if row.outcome != OtherPlace.Outcome.APPROVED or (row.ends is not None and row.ends <= today):
        raise Refused(_("This place doesn’t count any more. Reload the page to see it."))
    if last < today or last < row.starts:
        raise Refused(_("The last day is today at the earliest, and not before the first day. Choose a later one."))
    if row.ends is not None and last >= row.ends - DAY:
        raise Refused(_("The place ends by then already. Choose an earlier day."))
    row.ends = last + DAY
    row.save(update_fields=["ends"])
    employee = row.arrangement.employee_id
    told = people.deciders_of([employee], today).get(employee) if actor == employee else employee
    if told is not None:
        through = last.isoformat()
        _tell(
            row,
            "place_ended",
            told,
            now,
            key=f"agreements.place_ended:{row.pk}:{through}",
            through=through,
            employee=employee,
        )
    _record("agreements.end_place", row, actor, now)


def _open(place: int) -> OtherPlace:
    """The place, locked, while it waits for an answer."""
    rows = OtherPlace.objects.select_for_update(of=("self",)).select_related("arrangement__employee")
    row = rows.get(pk=place)
    if row.closed_at is not None:
        raise Refused(_("This is answered or taken back already. Reload the page to see it."))
    return row


def _not_own(row: OtherPlace, actor: int) -> None:
    if actor == row.arrangement.employee_id:
        raise Refused(_("You can’t answer your own wish."))


def _close(row: OtherPlace, outcome: OtherPlace.Outcome, actor: int, reason: str, now: datetime) -> None:
    row.outcome, row.reason, row.closed_by_id, row.closed_at = outcome, reason, actor, now
    row.save(update_fields=["outcome", "reason", "closed_by", "closed_at", "starts"])
    _record(CLOSED[outcome], row, actor, now)


def _record(action: str, row: OtherPlace, actor: int, now: datetime) -> None:
    audit.record(
        action=action,
        actor=actor,
        now=now,
        subject=row.arrangement,
        about=row.arrangement.employee_id,
        rows=[row],
    )


def _tell(row: OtherPlace, what: str, recipient: int, now: datetime, *, key: str = "", **facts: object) -> None:
    outbox.write(
        [
            outbox.Letter(
                key=key or f"agreements.{what}:{row.pk}",
                recipient=recipient,
                template=f"agreements/mail/{what}",
                facts={"place": row.pk, "name": row.name, **facts},
            )
        ],
        now=now,
    )
