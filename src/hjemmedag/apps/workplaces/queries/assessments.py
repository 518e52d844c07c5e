"""Assessments: what is asked, what has been answered, and what comes next."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from hjemmedag.apps.workplaces.models import Assessment, Sharing
from hjemmedag.core.workplaces import questions
from hjemmedag.core.workplaces.questions import Question, QuestionSet, Reply, Topic
from hjemmedag.rulebook import questions as rulebook

PRIVATE = frozenset({Topic.BODY, Topic.PSYCHOSOCIAL})
"""The topics that are for the person and the named handler alone."""

STEPS: tuple[tuple[Topic, ...], ...] = (
    (Topic.SCREEN, Topic.KEYBOARD),
    (Topic.TABLE, Topic.CHAIR),
    (Topic.LIGHT, Topic.TEMPERATURE, Topic.NOISE, Topic.ROOM),
    (Topic.BREAKS, Topic.BODY, Topic.PSYCHOSOCIAL),
    (Topic.SAFETY, Topic.DATA, Topic.SHARED_HOME),
)
"""What is asked on each page, so that none is long on a phone."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An assessment with the questions it asks and the replies that its reader may see."""

    assessment: Assessment
    asked: tuple[Question, ...]
    replies: Mapping[str, Reply]

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions without an answer."""
        return tuple(each for each in self.asked if self.replies.get(each.key) not in each.replies)

    def step(self, number: int) -> tuple[Question, ...]:
        """The questions of a page, counted from one."""
        return tuple(each for each in self.asked if each.topic in STEPS[number - 1])

    @property
    def first_open_step(self) -> int:
        """The first page with a question that waits for its answer; the last one when none does."""
        waiting = {each.topic for each in self.open}
        return next((number for number, topics in enumerate(STEPS, 1) if waiting & set(topics)), len(STEPS))


def question_set(on: date) -> QuestionSet:
    """The questions that are asked on a day."""
    return questions.on(rulebook.load(), on)


def draft(employee: int) -> Shown | None:
    """The assessment this person has begun and not sent, with everything they answered: one query."""
    rows = Assessment.objects.filter(employee=employee, submitted_on__isnull=True)
    row = rows.select_related("private", "place").first()
    return None if row is None else shown(row, private=True)


def shown(row: Assessment, *, private: bool) -> Shown:
    """The assessment; without `private`, what is about body and well-being is neither asked nor answered."""
    asked = questions.on(rulebook.load(), row.asked_from).asked(covered=row.covered)
    said = dict(row.replies)
    if private:
        said |= row.private.replies
    else:
        asked = tuple(each for each in asked if each.topic not in PRIVATE)
    return Shown(row, asked, {key: Reply(value) for key, value in said.items()})


def submitted(employee: int) -> QuerySet[Any]:
    """What this person has sent, the latest first; `is_shared` says whether safety representatives read it."""
    now = Sharing.objects.filter(assessment=OuterRef("pk"), withdrawn_at__isnull=True)
    rows = Assessment.objects.filter(employee=employee, submitted_on__isnull=False)
    annotated: QuerySet[Any] = rows.annotate(is_shared=Exists(now))
    return annotated.order_by("-submitted_on", "-id")


def last_assessed(employees: Collection[int]) -> dict[int, tuple[date, bool]]:
    """The day when each of these people last assessed the home, and whether the order applied then: one query."""
    sent = Assessment.objects.filter(employee__in=employees, submitted_on__isnull=False, place__isnull=True)
    rows = sent.order_by("submitted_on", "id")
    listed = rows.values_list("employee", "submitted_on", "covered")
    return {who: (on, covered) for who, on, covered in listed if on is not None}
