"""Dialogue meetings: inviting, moving, calling off, and writing down what was said and agreed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.policy.models import Attendee, Dialogue, Minutes, Point
from hjemmedag.core.policy.dialogues import Frame
from hjemmedag.core.refusals import Refused, Stale


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """When and where a meeting is, on the company's own clock, and what is to be talked of: a point a line."""

    on: date
    starts: time
    ends: time
    place: str
    agenda: str


@dataclass(frozen=True, slots=True)
class AgreedPoint:
    """Something agreed, who sees to it, and by when."""

    text: str
    owner: int
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The minutes of a meeting; `frame` where the team agreed on fixed days."""

    text: str
    points: Sequence[AgreedPoint]
    frame: Frame | None


@transaction.atomic
def invite(
    *, meeting: Meeting, employees: Collection[int], host: int, team: Collection[int], today: date, now: datetime
) -> Dialogue:
    """Invite some of the `team` that the host manages. Raises `Refused` for anyone else, and for a day that is over."""
    _possible(meeting, today)
    if not employees:
        raise Refused(_("Choose at least one to invite."))
    if not set(employees) <= set(team):
        raise Refused(_("You can invite those whom you manage. Reload the page: your team may have changed."))
    row = Dialogue.objects.create(host_id=host, told_at=now, **_facts(meeting))
    rows = [Attendee.objects.create(dialogue=row, employee_id=who) for who in sorted(employees)]
    _tell(row, "invited", now)
    audit.record(
        action="policy.invite",
        actor=host,
        now=now,
        subject=row,
        data={"on": row.on.isoformat(), "invited": len(rows)},
        rows=[row, *rows],
    )
    return row


@transaction.atomic
def change_dialogue(*, dialogue: int, sequence: int, meeting: Meeting, today: date, now: datetime) -> Dialogue:
    """Move a meeting or change its agenda; everyone is told, and calendars take the new times over."""
    row = _open(dialogue, sequence)
    _possible(meeting, today)
    for name, value in _facts(meeting).items():
        setattr(row, name, value)
    row.sequence, row.told_at = row.sequence + 1, now
    row.save()
    _tell(row, "moved", now)
    data = {"on": row.on.isoformat()}
    audit.record(action="policy.change_dialogue", actor=row.host_id, now=now, subject=row, data=data, rows=[row])
    return row


@transaction.atomic
def cancel_dialogue(*, dialogue: int, sequence: int, now: datetime) -> Dialogue:
    """Call a meeting off before anything was written down."""
    row = _open(dialogue, sequence)
    row.sequence, row.told_at, row.cancelled_at = row.sequence + 1, now, now
    row.save()
    _tell(row, "cancelled", now)
    audit.record(action="policy.cancel_dialogue", actor=row.host_id, now=now, subject=row, rows=[row])
    return row


@transaction.atomic
def write_minutes(
    *,
    dialogue: int,
    written: Written,
    replaces: int | None = None,
    reason: str = "",
    actor: int,
    today: date,
    now: datetime,
) -> Minutes:
    """Write down what was said and agreed; with `replaces`, in place of earlier minutes, which stay and can be read.

    Raises `Stale` when someone wrote or corrected them first.
    """
    row = Dialogue.objects.select_for_update().get(pk=dialogue)
    if row.cancelled_at is not None:
        raise Refused(_("The meeting was called off, so there is nothing to write down."))
    if row.on > today:
        raise Refused(_("The meeting has not been held yet. Write the minutes on the day or later."))
    if not written.text.strip():
        raise Refused(_("Write what you talked of."))
    here = {row.host_id, *row.attendees.values_list("employee", flat=True)}
    if not {one.owner for one in written.points} <= here:
        raise Refused(_("Only someone who takes part in the meeting can see to a point."))
    if replaces is not None and not reason.strip():
        raise Refused(_("Say why they are corrected: the old minutes stay beside the new ones."))
    if replaces is not None and not row.minutes.filter(pk=replaces).exists():
        raise Stale(_("The minutes were written in another window meanwhile. Look at those first."))
    frame = written.frame
    try:
        with transaction.atomic():
            minutes = Minutes.objects.create(
                dialogue=row,
                text=written.text.strip(),
                days=None if frame is None else frame.days,
                adjusted="" if frame is None else frame.adjusted,
                replaces_id=replaces,
                reason=reason.strip() if replaces is not None else "",
                by_id=actor,
                at=now,
            )
    except IntegrityError:
        raise Stale(_("The minutes were written in another window meanwhile. Look at those first.")) from None
    points = [
        Point.objects.create(minutes=minutes, text=one.text.strip(), owner_id=one.owner, due=one.due)
        for one in written.points
    ]
    audit.record(
        action="policy.write_minutes" if replaces is None else "policy.correct_minutes",
        actor=actor,
        now=now,
        subject=row,
        data={"points": len(points)},
        rows=[minutes, *points],
    )
    return minutes


def _open(dialogue: int, sequence: int) -> Dialogue:
    """The meeting, locked. Raises `Stale` when it was moved or called off since `sequence`."""
    row = Dialogue.objects.select_for_update().get(pk=dialogue)
    if row.sequence != sequence or row.cancelled_at is not None:
        raise Stale(_("The meeting was changed in another window. See it now, and try again."))
    if row.minutes.exists():
        raise Refused(_("The minutes are written, so the meeting stays as it was held."))
    return row


def _possible(meeting: Meeting, today: date) -> None:
    if meeting.on < today:
        raise Refused(_("The day has passed. Choose today or a later day."))
    if meeting.ends <= meeting.starts:
        raise Refused(_("The meeting ends before it begins. Choose a later end."))
    if not meeting.agenda.strip():
        raise Refused(_("Write at least one point of the agenda."))


def _facts(meeting: Meeting) -> dict[str, object]:
    words = {"place": meeting.place.strip(), "agenda": meeting.agenda.strip()}
    return {"on": meeting.on, "starts": meeting.starts, "ends": meeting.ends, **words}


def _tell(row: Dialogue, what: str, now: datetime) -> None:
    facts = {
        "employee": row.host_id,
        "dialogue": row.pk,
        "day": row.on.isoformat(),
        "clock": f"{row.starts:%H:%M}",
        "what": what,
    }
    outbox.write(
        [
            outbox.Letter(
                key=f"policy.dialogue:{row.pk}:{row.sequence}:{one.employee_id}",
                recipient=one.employee_id,
                template="policy/mail/dialogue",
                facts=facts,
            )
            for one in row.attendees.all()
        ],
        now=now,
    )
