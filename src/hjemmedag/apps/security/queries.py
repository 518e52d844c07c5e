"""Which measures there are, which run, and when a new one may begin."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.security.access import may_announce
from hjemmedag.apps.security.models import ControlMeasure
from hjemmedag.core.security.rules import control_notice
from hjemmedag.core.security.rules.control_notice import Area, Facts, Start
from hjemmedag.rulebook.load import load

__all__ = ["earliest", "going_on", "may_announce", "measures", "runs", "seen_from"]


def measures() -> QuerySet[ControlMeasure]:
    """All of them, the latest first."""
    return ControlMeasure.objects.select_related("by")


def going_on(on: date) -> QuerySet[ControlMeasure]:
    """Those announced by a day that have not ended."""
    return ControlMeasure.objects.filter(Q(ends__isnull=True) | Q(ends__gt=on), announced_on__lte=on)


def runs(kind: str, on: date) -> bool:
    """Whether employees were told of this kind of figures in time, so that they may be seen on a day."""
    return seen_from(kind, on) is not None


def seen_from(kind: str, on: date) -> date | None:
    """From which day the figures that may be seen on a day reach: what lies before was never told of."""
    begun = ControlMeasure.objects.filter(kind=kind, starts__lte=on)
    running = begun.filter(Q(ends__isnull=True) | Q(ends__gt=on))
    return running.order_by("starts").values_list("starts", flat=True).first()


def earliest(announced_on: date) -> tuple[Area, Start]:
    """The first day for a measure told of on a day, by the agreement with the longest notice that covers anyone."""
    areas = {Area(area) for area in people.control_areas(announced_on)} | {Area.NONE}
    answers = [(area, control_notice.decide(Facts(announced_on, area), load())) for area in areas]
    return max(answers, key=lambda one: (one[1].earliest_start or date.min, one[0]))
