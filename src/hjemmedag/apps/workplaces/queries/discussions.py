"""The yearly safety discussions: those that stand, what they replaced, and when the next one is due."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hjemmedag.apps.workplaces.models import Discussion
from hjemmedag.apps.workplaces.queries.risks import Risks, risks
from hjemmedag.apps.worktime import queries as worktime
from hjemmedag.core.people.roles import Viewer
from hjemmedag.core.periods import add_months
from hjemmedag.core.workplaces.questions import Topic
from hjemmedag.rulebook.load import load
from hjemmedag.ui.words import said

RULE = "workplaces.safety_organisation"
AHEAD = timedelta(days=30)
"""How long before its day the next one is spoken of: a choice of ours, no rule."""
TOPICS = 3


def discussions() -> QuerySet[Discussion]:
    """Those that stand, the latest first, with who took part and what they replaced: three queries."""
    standing = Discussion.objects.filter(replaced_by__isnull=True).order_by("-on", "-id")
    return standing.select_related("by", "replaces").prefetch_related("participants__employee")


def latest_discussion() -> Discussion | None:
    """The one held last, as it stands: one query."""
    return Discussion.objects.filter(replaced_by__isnull=True).order_by("-on", "-id").first()


def discussion_due(on: date) -> tuple[int, date | None]:
    """The latest one, 0 where there is none, and the last day for the next, by the rule of today: one query."""
    latest = latest_discussion()
    if latest is None:
        return 0, None
    return latest.pk, add_months(latest.on, load().on(on).number(RULE, "discussion_interval"))


def asked_now(due: date | None, on: date) -> bool:
    """Whether the next one is asked for on a day: at once where none was held, and from a month before it is due."""
    return due is None or due <= on + AHEAD


def agenda(viewer: Viewer, today: date) -> list[str]:
    """Points about working at home, from the figures that stand today and without anyone's name. Three queries."""
    _counted, groups = risks(viewer)
    first, last = rest_period(today)
    rest = worktime.rest_counts(viewer, first, last)
    if not groups and not rest:
        return [_("Working at home: who does, and how it goes")]
    points = []
    if groups:
        law, advice, late = (sum(getattr(one, name) for one in groups) for name in ("law", "recommended", "overdue"))
        working, asked = sum(one.people for one in groups), sum(one.to_assess for one in groups)
        words = ngettext("Working at home: %(n)s person", "Working at home: %(n)s people", working)
        to_assess = _("%(n)s to assess the home") % {"n": asked}
        points.append(f"{words % {'n': working}}, {to_assess}")
        points.append(
            _("Open at home workplaces: %(law)s demanded by law, %(advice)s recommended, %(late)s measures overdue")
            % {"law": law, "advice": advice, "late": late}
        )
        points += _most_of(groups)
    if rest:
        short, off = sum(one.daily for one in rest), sum(one.weekly for one in rest)
        points.append(
            _("Rest last month: too short %(short)s times, days off too late %(off)s times")
            % {"short": short, "off": off}
        )
    return [*points, _("Meetings between the safety organisation and those who work at home")]


def _most_of(groups: list[Risks]) -> list[str]:
    counted: Counter[Topic] = Counter()
    for one in groups:
        counted.update(dict(one.topics))
    if not counted:
        return []
    topics = ", ".join(f"{said(topic.words)} ({times})" for topic, times in counted.most_common(TOPICS))
    return [_("Most often: %(topics)s") % {"topics": topics}]


def rest_period(today: date) -> tuple[date, date]:
    """The last whole month: the one that the page of rest figures shows first."""
    last = today.replace(day=1) - timedelta(days=1)
    return last.replace(day=1), last
