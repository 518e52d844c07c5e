"""Writing down the yearly safety discussion, and correcting what was written."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.workplaces.models import Discussion, Participant
from hjemmedag.core.people.roles import Role
from hjemmedag.core.refusals import Refused, Stale


@dataclass(frozen=True, slots=True, kw_only=True)
class Discussed:
    """What a discussion was about and agreed. `present`: who took part as what; `others` in words."""

    on: date
    present: Collection[tuple[int, Role]]
    others: str
    agenda: str
    goals: str
    cooperation: str


@transaction.atomic
def discuss(
    *, discussed: Discussed, replaces: int | None = None, reason: str = "", actor: int, today: date, now: datetime
) -> Discussion:
    """Write a discussion down; with `replaces`, in place of an earlier record, which stays and can be read.

    Raises `Stale` when someone corrected that record first.
    """
    if discussed.on > today:
        raise Refused(_("The day lies ahead. Write the discussion down when it has been held."))
    if len({who for who, _role in discussed.present}) + bool(discussed.others.strip()) < 2:
        raise Refused(_("At least two take part in a discussion. Say who they were."))
    old = None
    if replaces is not None:
        old = Discussion.objects.select_for_update().get(pk=replaces)
        if Discussion.objects.filter(replaces=old).exists():
            raise Stale(_("Someone corrected this discussion while you were writing. Look at the new one first."))
        if not reason.strip():
            raise Refused(_("Say why it is corrected: the old record stays beside the new one."))
    row = Discussion.objects.create(
        on=discussed.on,
        agenda=discussed.agenda.strip(),
        goals=discussed.goals.strip(),
        cooperation=discussed.cooperation.strip(),
        others=discussed.others.strip(),
        replaces=old,
        reason=reason.strip() if old else "",
        by_id=actor,
        at=now,
    )
    present = [
        Participant.objects.create(discussion=row, employee_id=who, role=role)
        for who, role in sorted(set(discussed.present))
    ]
    audit.record(
        action="workplaces.correct_discussion" if old else "workplaces.discuss",
        actor=actor,
        now=now,
        subject=row,
        data={"on": row.on.isoformat(), "participants": len(present)},
        rows=[row, *present],
    )
    return row
