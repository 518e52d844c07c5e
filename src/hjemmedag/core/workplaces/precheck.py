"""Forhåndstjek: a few of the assessment's questions, asked with the application. They give hints and decide nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hjemmedag.core.policy.provisions import Provision
from hjemmedag.core.workplaces.questions import Question, QuestionSet, Reply

PROVIDED_BY = {
    "table_size": "table",
    "chair_adjustable": "chair",
    "light_enough": "light",
    "noise_low": "headset",
    "power_sound": "",
}
"""The questions asked, and the row of the policy that says who provides what answers a no. None is about health."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A no, and the policy's row about what answers it; `None` where it has none."""

    question: Question
    provision: Provision | None


def asked(questions: QuestionSet) -> tuple[Question, ...]:
    """The questions of the pre-check, in the words that the assessment will use."""
    return tuple(each for each in questions.questions if each.key in PROVIDED_BY)


def hints(questions: QuestionSet, replies: Mapping[str, str], provisions: Iterable[Provision]) -> Iterator[Hint]:
    """What each no leads to. What nobody answered says nothing."""
    rows = {row.key: row for row in provisions}
    for question in asked(questions):
        if replies.get(question.key) == Reply.NO:
            yield Hint(question, rows.get(PROVIDED_BY[question.key]))
