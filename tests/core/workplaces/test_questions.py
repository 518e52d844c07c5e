"""Who is asked what, what is still open, and what a no leads to."""

from __future__ import annotations

from datetime import date

import pytest

from hjemmedag.core.law import Source, Text, UnknownValue
from hjemmedag.core.workplaces.questions import Asked, Question, QuestionSet, Reply, Topic, Weight, on

WORDS = Text(da="?", en="?")


def question(key: str, asked: Asked = Asked.ALWAYS, weight: Weight = Weight.LAW, *, skip: bool = False) -> Question:
    return Question(
        key=key,
        topic=Topic.ROOM,
        text=WORDS,
        wrong=WORDS,
        help=WORDS,
        asked=asked,
        weight=weight,
        rule="workplaces.screen_work",
        sources=(Source("Loven"),),
        may_be_irrelevant=skip,
    )


SET = QuestionSet(
    date(2022, 4, 30),
    (
        question("advice", weight=Weight.RECOMMENDED),
        question("light", weight=Weight.LAW_WHEN_COVERED),
        question("chair", Asked.COVERED),
        question("simple", Asked.BELOW),
        question("shared", skip=True),
    ),
)


def keys(questions: tuple[Question, ...]) -> list[str]:
    return [each.key for each in questions]


def test_whom_the_order_applies_to_is_asked_other_questions() -> None:
    assert keys(SET.asked(covered=True)) == ["advice", "light", "chair", "shared"]
    assert keys(SET.asked(covered=False)) == ["advice", "light", "simple", "shared"]


def test_an_answer_that_may_not_be_given_leaves_the_question_open() -> None:
    replies = {"advice": Reply.YES, "light": Reply.NOT_RELEVANT, "shared": Reply.NOT_RELEVANT, "chair": Reply.NO}
    assert keys(SET.open(replies, covered=True)) == ["light"]
    assert keys(SET.open(replies, covered=False)) == ["light", "simple"]


def test_a_no_to_the_law_comes_first_and_only_what_is_asked_counts() -> None:
    replies = dict.fromkeys(("advice", "light", "chair", "simple"), Reply.NO)
    assert keys(SET.failing(replies, covered=True)) == ["light", "chair", "advice"]
    assert keys(SET.failing(replies, covered=False)) == ["simple", "advice", "light"]


def test_what_needs_no_answer_of_yes_fails_nothing() -> None:
    assert SET.failing({"shared": Reply.NOT_RELEVANT, "light": Reply.YES, "unknown": Reply.NO}, covered=True) == ()


@pytest.mark.parametrize(
    ("day", "start"), [(date(2022, 4, 30), 2022), (date(2026, 12, 31), 2022), (date(2027, 1, 1), 2027)]
)
def test_the_set_of_a_day_is_the_latest_that_has_begun(day: date, start: int) -> None:
    later = QuestionSet(date(2027, 1, 1), SET.questions)
    assert on([later, SET], day).start.year == start


def test_before_the_first_set_there_are_no_questions() -> None:
    with pytest.raises(UnknownValue, match=r"^There are no questions for Friday 29 April 2022\.$"):
        on([SET], date(2022, 4, 29))


def test_every_topic_has_words() -> None:
    assert len({topic.words.da for topic in Topic}) == len({topic.words.en for topic in Topic}) == len(Topic)
