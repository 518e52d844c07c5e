"""Dialogue meetings: who was invited, what was written down, and the frame that a team agreed on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy.models import Attendee, Dialogue, Minutes
from hjemmedag.apps.policy.queries.readiness import ready_clauses
from hjemmedag.apps.policy.queries.versions import clauses_of, in_force
from hjemmedag.core.policy.dialogues import Adjusted, Frame


@dataclass(frozen=True, slots=True)
class Agreed:
    """The frame that holds for someone: what was agreed, and the meeting it was agreed at."""

    frame: Frame
    dialogue: int
    on: date


def with_minutes(rows: QuerySet[Dialogue]) -> QuerySet[Any]:
    """These meetings, the latest first, each with whether its minutes are `written`."""
    written = Exists(Minutes.objects.filter(dialogue=OuterRef("pk")))
    return rows.select_related("host").annotate(written=written)


def attendees(dialogue: Dialogue) -> list[Any]:
    """Who is invited, by name."""
    rows = Attendee.objects.filter(dialogue=dialogue).select_related("employee")
    return [one.employee for one in rows.order_by("employee__alphabetical", "id")]


def minutes_of(dialogue: Dialogue) -> list[Minutes]:
    """The minutes, those that stand first, then what they replaced: two queries."""
    rows = Minutes.objects.filter(dialogue=dialogue).select_related("by")
    return list(rows.prefetch_related("points__owner").order_by("-id"))


def frame_of(minutes: Minutes) -> Frame | None:
    """The frame in some minutes, where one was agreed."""
    return None if minutes.days is None else Frame(minutes.days, Adjusted(minutes.adjusted))


def managed(on: date | None = None) -> QuerySet[Attendee]:
    """The invited whom the host managed on the meeting's day; with a day, those whom the host manages then."""
    manager = people.manager_on(OuterRef("dialogue__on") if on is None else on, "employee")
    return Attendee.objects.annotate(manager=manager).filter(manager=F("dialogue__host"))


def may_change(dialogue: Dialogue, host: int, on: date) -> bool:
    """Whether someone may move a meeting or call it off: its host, while managing someone invited."""
    return dialogue.host_id == host and managed(on).filter(dialogue=dialogue).exists()


def may_call_off(dialogue: Dialogue, host: int, on: date) -> bool:
    """Whether someone may call a meeting off: as `may_change`, and its host in any case until its day is over."""
    return (dialogue.host_id == host and on <= dialogue.on) or may_change(dialogue, host, on)


def may_minute(dialogue: Dialogue, host: int) -> bool:
    """Whether someone may write the minutes: the host, who managed someone invited when the meeting was held."""
    return dialogue.host_id == host and managed().filter(dialogue=dialogue).exists()


def agreed_frame(employee: int, on: date) -> Agreed | None:
    """What someone's team agreed last, as it stands on a day, at a meeting they were invited to or held: one query.

    A frame lasts as long as the manager it was agreed with: it counts for whom the host managed then and manages now.
    """
    standing = Minutes.objects.filter(replaced_by__isnull=True, days__isnull=False, dialogue__on__lte=on)
    lasting = managed(on).filter(dialogue=OuterRef("dialogue"), pk__in=managed().values("pk"))
    invited, held = Exists(lasting.filter(employee=employee)), Q(dialogue__host=employee) & Q(Exists(lasting))
    rows = standing.filter(held | Q(invited)).select_related("dialogue")
    found = rows.order_by("-dialogue__on", "-dialogue__starts", "-id").first()
    if found is None or (frame := frame_of(found)) is None:
        return None
    return Agreed(frame, found.dialogue_id, found.dialogue.on)


def subjects(on: date, spoken: str) -> list[str]:
    """What there is to talk of: the headings of the policy in force, else of the ready clauses."""
    version = in_force(on)
    clauses = clauses_of(version) if version is not None else ready_clauses({}, None, on)
    return [clause.name.said(spoken) for clause in clauses]


def unwritten(owner: int | None, on: date) -> QuerySet[Dialogue]:
    """Meetings with someone whom the host managed, that were held before a day and have no minutes."""
    held = Dialogue.objects.filter(Exists(managed().filter(dialogue=OuterRef("pk"))), on__lt=on, cancelled_at=None)
    rows = held.filter(~Exists(Minutes.objects.filter(dialogue=OuterRef("pk"))))
    return rows if owner is None else rows.filter(host=owner)
