"""Visits with how far they have come, whose home may be asked about, and the words that an agreement is given to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces.access import plannable
from hjemmedag.apps.workplaces.models import Finding, Visit, VisitAnswer, VisitEnd
from hjemmedag.apps.workplaces.queries.assessments import question_set
from hjemmedag.apps.workplaces.queries.findings import open_ones
from hjemmedag.core.instants import local
from hjemmedag.core.law import Answer
from hjemmedag.core.people.roles import Role, Viewer
from hjemmedag.core.workplaces.questions import Question, Topic
from hjemmedag.core.workplaces.rules import home_visit
from hjemmedag.core.workplaces.visits import Course, Ended, Said, State
from hjemmedag.rulebook.load import load
from hjemmedag.ui.words import moment


@dataclass(frozen=True, slots=True)
class ShownVisit:
    """A visit with its answer and its end, as it stands at `now`."""

    visit: Visit
    answer: VisitAnswer | None
    end: VisitEnd | None
    now: datetime

    @property
    def course(self) -> Course:
        """What has come of it."""
        said = Said(self.answer.said) if self.answer else None
        return Course(self.visit.starts, said, Ended(self.end.how) if self.end else None)

    @property
    def state(self) -> State:
        """How far it has come."""
        return self.course.state(self.now)

    @property
    def may_withdraw(self) -> bool:
        """Whether there is a yes to take back."""
        return self.course.may_withdraw(self.now)

    @property
    def may_write(self) -> bool:
        """Whether the outcome may be written."""
        return self.course.may_write(self.now)

    @property
    def ruling(self) -> Answer:
        """What the rule on visits says of it today: allowed only with an agreement that stands."""
        agreed = local(self.answer.at).date() if self.answer and self.answer.said == Said.AGREES else None
        withdrawn = self.end is not None and self.end.how == Ended.WITHDRAWN
        taken_back = local(self.end.at).date() if self.end and withdrawn else None
        facts = home_visit.Facts(on=local(self.now).date(), agreed_on=agreed, withdrawn_on=taken_back)
        return home_visit.decide(facts, load())


def visits_shown(rows: QuerySet[Visit], now: datetime) -> list[ShownVisit]:
    """Visits as they stand: one query."""
    found = rows.select_related("employee", "asked_by", "answer", "end")
    return [ShownVisit(row, getattr(row, "answer", None), getattr(row, "end", None), now) for row in found]


def askable(viewer: Viewer, today: date) -> QuerySet[Any]:
    """Those whose home this viewer may ask to see.

    One's team; for HR everyone; for safety representatives those who told them of a problem that is still open.
    """
    told = open_ones(Finding.objects.filter(told=Finding.Told.SAFETY))
    who = Q(pk__in=viewer.team)
    if viewer.everywhere(Role.HR):
        who = Q()
    elif viewer.everywhere(Role.SAFETY):
        who |= Q(pk__in=told.values("employee"))
    return people.employed(today).filter(who).exclude(pk=viewer.employee).order_by("first_name", "last_name", "pk")


def may_ask_about(viewer: Viewer, finding: Finding, today: date) -> bool:
    """Whether this viewer, who plans for the finding, may ask to see the place."""
    return (
        not finding.private
        and plannable(viewer).filter(pk=finding.pk).exists()
        and askable(viewer, today).filter(pk=finding.employee_id).exists()
    )


WAYS = {
    Visit.Way.VIDEO: lambda: _("%(name)s asks to see your home workplace by video, without recording, %(when)s."),
    Visit.Way.HOME: lambda: _("%(name)s asks to visit your home workplace %(when)s."),
}


def agreement(visit: Visit) -> str:
    """The words that the person reads before saying yes, in their language."""
    asked = WAYS[Visit.Way(visit.way)]() % {"name": visit.asked_by.name, "when": moment(visit.starts)}
    lines = [
        asked,
        _("Purpose: %(purpose)s") % {"purpose": visit.purpose},
        _("What is looked at: %(looked_at)s") % {"looked_at": visit.looked_at},
        _("Who takes part: %(people)s") % {"people": ", ".join(filter(None, (visit.asked_by.name, visit.with_whom)))},
        _("Your employer has no right to see your home. You can say no, and it has no consequences for you."),
        _("You can take a yes back at any moment, also while it goes on. Then it stops, and nothing is written down."),
    ]
    return "\n\n".join(lines)


SEEN = frozenset(
    {
        *(Topic.SCREEN, Topic.KEYBOARD, Topic.TABLE, Topic.CHAIR),
        *(Topic.LIGHT, Topic.TEMPERATURE, Topic.NOISE, Topic.ROOM, Topic.SAFETY),
    }
)
"""What someone who sees the place may find wrong there: nothing about health, habits or who else lives in the home."""


def seen_questions(today: date, *, covered: bool) -> list[Question]:
    """The questions that a visitor may answer no to."""
    return [each for each in question_set(today).asked(covered=covered) if each.topic in SEEN]
