"""Places of work that HR has closed for some days."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from hjemmedag.apps.agreements.models import Closure, Concerned
from hjemmedag.apps.people import queries as people
from hjemmedag.core.people.frames import Demand, Frame

ASKING = (Demand.EACH_TIME, Demand.LOCAL_AGREEMENT)


def closures() -> QuerySet[Any]:
    """All closures, the latest first, with how many work from home and how many are named for HR."""
    counted = {
        "at_home": Count("concerned", filter=Q(concerned__sent_home=True)),
        "named": Count("concerned", filter=Q(concerned__sent_home=False)),
    }
    return Closure.objects.select_related("site", "by", "undone_by").annotate(**counted).order_by("-starts", "-id")


def concerned(closure: int) -> QuerySet[Concerned]:
    """The people whom a closure concerns, those who can't work at home first."""
    rows = Concerned.objects.filter(closure=closure).select_related("employee")
    return rows.order_by("sent_home", "employee__alphabetical", "id")


def titles_kept() -> set[str]:
    """The titles that HR said can't be done at home when it last closed a place."""
    latest = Closure.objects.order_by("-id").values("pk")[:1]
    rows = Concerned.objects.filter(closure__in=list(latest.values_list("pk", flat=True)), sent_home=False)
    return set(rows.values_list("title", flat=True).distinct())


def undoable(row: Closure, on: date) -> bool:
    """Whether a closure can still be taken back: before its first day."""
    return row.undone_at is None and on < row.starts


def frames_asking(row: Closure) -> list[Frame]:
    """Frames of those who work from home that ask for approval each time or a local agreement: two queries."""
    at_home = set(row.concerned.filter(sent_home=True).values_list("employee", flat=True))
    standing = people.frames_on(row.starts)
    found = {frame.area: frame for who, frame in standing.items() if who in at_home}
    return [frame for frame in found.values() if any(map(frame.point, ASKING))]
