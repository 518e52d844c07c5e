"""Who must assess their home, or is offered an eye test, and by when: worked out from what is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces.models import Assessment, ContentsCheck, EyeAnswer, Judgement, Occasion
from hjemmedag.core.duties import Scope
from hjemmedag.core.workplaces.rules import assessment_due, eye_test
from hjemmedag.core.workplaces.rules.assessment_due import Due, Event
from hjemmedag.core.workplaces.rules.eye_test import EyeTest
from hjemmedag.rulebook.load import load

AHEAD = timedelta(days=30)
"""How long before a day that comes by itself people are told of it: a choice of ours, no rule."""


@dataclass(frozen=True, slots=True)
class Need:
    """What one person who works at home must do: the next assessment, and the eye test they have a right to."""

    employee: int
    covered: bool
    sure: bool
    """Whether the order on screen work applies by law that is confirmed: the right to an eye test hangs on it."""
    surveyed_on: date | None
    assessment: Due
    eye_test: EyeTest
    check_contents: bool
    """Whether they are asked to look at their own contents insurance: never done, or not since they moved."""

    @property
    def assess_by(self) -> date | None:
        """The last day for the next assessment, after an occasion by the company's own margin."""
        return self.assessment.company_deadline or self.assessment.due

    def assess_now(self, on: date) -> bool:
        """Whether the person is asked on this day: from an occasion on, and shortly before the last one is too old."""
        due = self.assessment.due
        if due is None:
            return True
        return due <= (on + AHEAD if self.assessment.because == assessment_due.INTERVAL else on)

    def eye_test_now(self, on: date) -> bool:
        """Whether an eye test is offered on this day."""
        return self.eye_test.due is not None and self.eye_test.due <= on + AHEAD

    def eye_test_on_trouble(self, on: date) -> EyeTest:
        """What holds when the eyes trouble the person: the right does not wait for the interval."""
        return eye_test.decide(eye_test.Facts(on=on, covered=self.sure, trouble=True), load())


def needs(scope: Scope, on: date) -> Iterator[Need]:
    """Everyone, or one person, whose home is a place of work: one query."""
    rows = _everyones.rows(on=on) if scope.owner is None else _ones.rows(on=on, who=scope.owner)
    for employee, covered, sure, surveyed, kind, since, tested, checked, moved in rows:
        events = (Event(kind, since),) if kind else ()
        yield Need(
            employee=employee,
            covered=covered,
            sure=sure,
            surveyed_on=surveyed,
            assessment=assessment_due.decide(assessment_due.Facts(surveyed, events), load()),
            eye_test=eye_test.decide(eye_test.Facts(on=on, covered=sure, tested_on=tested), load()),
            check_contents=checked is None or (moved is not None and moved > checked),
        )


def need_of(employee: int, on: date) -> Need | None:
    """What one person must do; `None` for someone who doesn't work at home."""
    return next(needs(Scope(owner=employee), on), None)


@people.Prepared
def _everyones() -> QuerySet[Any, Any]:
    return _working_at_home()


@people.Prepared
def _ones() -> QuerySet[Any, Any]:
    return _working_at_home().filter(employee=people.Asked("who"))


def working_at_home() -> int:
    """How many people's homes are a place of work now: one query."""
    return _homes().count()


def _homes() -> QuerySet[Judgement]:
    theirs = Judgement.objects.filter(employee=OuterRef("employee")).order_by("-on", "-id")
    return Judgement.objects.filter(pk=Subquery(theirs.values("pk")[:1]), works_at_home=True)


def _working_at_home() -> QuerySet[Any]:
    surveyed = Assessment.objects.filter(employee=OuterRef("employee"), submitted_on__isnull=False, place=None)
    met = Assessment.objects.filter(employee=OuterRef("employee"), submitted_on__gte=OuterRef("on"), place=None)
    occasions = Occasion.objects.filter(~Exists(met), employee=OuterRef("employee")).order_by("on", "id")
    checks = ContentsCheck.objects.filter(employee=OuterRef("employee")).order_by("-on")
    moves = Occasion.objects.filter(employee=OuterRef("employee"), kind=Occasion.Kind.MOVE, on__lte=people.Asked("on"))
    answers = EyeAnswer.objects.filter(employee=OuterRef("employee")).order_by("-on", "-id")
    annotated: QuerySet[Any] = _homes().annotate(
        surveyed=Subquery(surveyed.order_by("-submitted_on").values("submitted_on")[:1]),
        occasion=Subquery(occasions.values("kind")[:1]),
        since=Subquery(occasions.values("on")[:1]),
        tested=Subquery(answers.annotate(day=Coalesce("tested_on", "on")).values("day")[:1]),
        checked=Subquery(checks.values("on")[:1]),
        moved=Subquery(moves.order_by("-on").values("on")[:1]),
    )
    told = annotated.order_by("employee")
    days = ("surveyed", "occasion", "since", "tested", "checked", "moved")
    return told.values_list("employee", "covered", "sure", *days)
