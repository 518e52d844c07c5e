"""The questions about the home: whole, bilingual, short enough, resting on the rulebook; and bad files."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from hjemmedag.core.workplaces.questions import Asked, Question, Remedy, Reply, Topic, Weight
from hjemmedag.rulebook import questions
from hjemmedag.rulebook.load import load as rulebook
from hjemmedag.rulebook.tables import RulebookError

SETS = questions.load()
ALL = [pytest.param(question, id=f"{each.start} {question.key}") for each in SETS for question in each.questions]
SHARED = {
    **{source.act: (source.number, source.date) for rule in rulebook().rules.values() for source in rule.sources},
    "BAR Kontors branchevejledning om hjemmearbejdspladser": ("", None),
    "God skik, ikke lov": ("", None),
}
"""Every act the questions may cite, with its number and date: the rulebook's, and two that are no law."""

WORDS_A_MINUTE, SECONDS_AN_ANSWER, MINUTES = 180, 5, 10

each_question = pytest.mark.parametrize("question", ALL)


def minutes(asked: tuple[Question, ...], language: str) -> float:
    """To read every question with its help, and answer it."""
    words = sum(len(f"{each.text.said(language)} {each.help.said(language)}".split()) for each in asked)
    return words / WORDS_A_MINUTE + len(asked) * SECONDS_AN_ANSWER / 60


@each_question
def test_a_question_rests_on_a_rule_of_the_rulebook(question: Question) -> None:
    assert rulebook().rule(question.rule).key == question.rule


@each_question
def test_what_a_question_calls_law_is_law(question: Question) -> None:
    if question.weight is not Weight.RECOMMENDED:
        assert rulebook().rule(question.rule).kind == "law"
        assert {source.act for source in question.sources} <= {
            source.act for source in rulebook().rule(question.rule).sources
        }


@each_question
def test_law_that_holds_only_with_the_order_is_asked_as_law_only_then(question: Question) -> None:
    if question.rule in ("workplaces.screen_requirements", "workplaces.eye_test"):
        assert question.is_law(covered=False) is False or question.asked is Asked.COVERED
    assert question.weight is not Weight.LAW_WHEN_COVERED or question.asked is Asked.ALWAYS


@each_question
def test_an_act_is_cited_as_the_rulebook_cites_it(question: Question) -> None:
    assert question.sources
    assert {source.act: (source.number, source.date) for source in question.sources}.items() <= SHARED.items()


@each_question
def test_a_question_is_one_short_question_in_two_languages(question: Question) -> None:
    for text in (question.text, question.wrong, question.help):
        assert text.da != text.en
        assert all(words == " ".join(words.split()) for words in (text.da, text.en))
    assert all(re.fullmatch(r"[^?.]+\?", words) for words in (question.text.da, question.text.en))
    assert all(words.endswith(".") for words in (question.help.da, question.help.en))
    assert not any(words.endswith((".", "?")) for words in (question.wrong.da, question.wrong.en))
    assert max(len(question.text.da.split()), len(question.text.en.split())) <= 20


@pytest.mark.parametrize("each", SETS, ids=lambda each: str(each.start))
@pytest.mark.parametrize("covered", [False, True])
def test_it_takes_ten_minutes_at_most(each: questions.QuestionSet, covered: bool) -> None:
    asked = each.asked(covered=covered)
    assert max(minutes(asked, "da"), minutes(asked, "en")) <= MINUTES


@pytest.mark.parametrize("each", SETS, ids=lambda each: str(each.start))
def test_every_topic_is_asked_about_in_order(each: questions.QuestionSet) -> None:
    topics = [question.topic for question in each.questions]
    assert list(dict.fromkeys(topics)) == list(Topic)
    assert topics == sorted(topics, key=list(Topic).index)


@pytest.mark.parametrize("each", SETS, ids=lambda each: str(each.start))
def test_every_thing_that_can_answer_a_no_is_named_somewhere(each: questions.QuestionSet) -> None:
    assert {question.remedy for question in each.questions} - {None} == set(Remedy)


def test_the_chair_is_law_and_the_height_of_the_table_is_not() -> None:
    weights = {question.key: question.weight for question in SETS[-1].questions}
    assert weights["chair_adjustable"] is Weight.LAW
    assert weights["table_height"] is Weight.RECOMMENDED


def test_the_order_on_screen_work_asks_more_but_not_everything_of_everyone() -> None:
    below, covered = (SETS[0].asked(covered=each) for each in (False, True))
    assert {question.key for question in below} - {question.key for question in covered} == {
        "place_suits",
        "laptop_extras",
    }
    assert (len(below), len(covered)) == (28, 42)


GOOD = """
from = 2022-04-30

[source.annex]
act = "Bilaget"

[[question]]
key    = "screen_legible"
topic  = "screen"
asked  = "covered"
weight = "law"
rule   = "workplaces.screen_requirements"
source = ["annex"]
text   = { da = "Er den skarp?", en = "Is it sharp?" }
wrong  = { da = "Den er det ikke.", en = "It isn’t." }
help   = { da = "Se efter.", en = "Look." }
"""


def written(folder: Path, content: str, name: str = "questions_2022.toml") -> Path:
    (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_a_file_becomes_a_set_of_questions(tmp_path: Path) -> None:
    [found] = questions.load(written(tmp_path, GOOD))
    [question] = found.questions
    assert (found.start, question.key, question.topic) == (date(2022, 4, 30), "screen_legible", Topic.SCREEN)
    assert (question.remedy, question.replies) == (None, (Reply.YES, Reply.NO))


def test_sets_stand_in_order_of_time(tmp_path: Path) -> None:
    written(tmp_path, GOOD.replace("2022-04-30", "2027-01-01"), "questions_2.toml")
    assert [each.start.year for each in questions.load(written(tmp_path, GOOD, "questions_3.toml"))] == [2022, 2027]


def test_two_files_for_one_day_are_refused(tmp_path: Path) -> None:
    written(tmp_path, GOOD, "questions_other.toml")
    with pytest.raises(RulebookError, match=r"questions_other\.toml: from: 2022-04-30 is the first day of another"):
        questions.load(written(tmp_path, GOOD))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("from =", "form ="), r'from: is missing; write it in place of "form"'),
        (("[source", "[[source"), r"is not TOML"),
        (('"screen"\n', '"skærm"\n'), r'question\[1\]\.topic: "skærm" is not known; write one of screen, keyboard'),
        (('"covered"', '"sometimes"'), r'question\[1\]\.asked: "sometimes" is not known; write one of always, covered'),
        (('"law"', '"lov"'), r'question\[1\]\.weight: "lov" is not known; write one of law, law_when_covered, recomm'),
        (('rule   = "workplaces.screen_requirements"\n', ""), r"question\[1\]\.rule: is missing"),
        (('["annex"]', '["appendix"]'), r'question\[1\]\.source: "appendix" is no source here; the sources are annex'),
        (('["annex"]', "[]"), r"question\[1\]\.source: names no source"),
        (("text   = {", "remedy = 'sofa'\ntext = {"), r'question\[1\]\.remedy: "sofa" is not known; write one of scr'),
        (("text   = {", "not_relevant = 1\ntext = {"), r"question\[1\]\.not_relevant: 1 can't stand here"),
        ((', en = "Is it sharp?"', ""), r"question\[1\]\.text\.en: is missing"),
        (("help   =", "hepl   ="), r'question\[1\]\.help: is missing; write it in place of "hepl"'),
        (("[[question]]", "[source.spare]\nact = 'X'\n[[question]]"), r"source\.spare: is cited by no question"),
        ((GOOD, GOOD + GOOD[GOOD.index("[[") :]), r'question\[2\]\.key: "screen_legible" is the key of an earlier'),
    ],
)
def test_each_fault_of_a_file_is_named_with_its_place(change: tuple[str, str], message: str, tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match=rf"questions_2022\.toml: {message}"):
        questions.load(written(tmp_path, GOOD.replace(*change)))
