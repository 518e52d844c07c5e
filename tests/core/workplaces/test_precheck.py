"""The short check of a place that goes with an application."""

from __future__ import annotations

from datetime import date

from hjemmedag.core.workplaces import questions
from hjemmedag.core.workplaces.precheck import PROVIDED_BY, asked, hints
from hjemmedag.core.workplaces.questions import Topic
from hjemmedag.rulebook import provisions
from hjemmedag.rulebook import questions as rulebook

SET = questions.on(rulebook.load(), date(2026, 12, 1))


def test_it_asks_five_questions_and_none_about_health_or_well_being() -> None:
    assert {each.key for each in asked(SET)} == set(PROVIDED_BY)
    assert {each.topic for each in asked(SET)} & {Topic.BODY, Topic.PSYCHOSOCIAL} == set()


def test_a_no_leads_to_the_row_of_the_policy_that_answers_it_and_the_rest_say_nothing() -> None:
    said = {"table_size": "yes", "light_enough": "no", "power_sound": "no", "chair_stable": "no"}
    found = [(one.question.key, one.provision and one.provision.key) for one in hints(SET, said, provisions.load())]
    assert found == [("light_enough", "light"), ("power_sound", None)]


def test_without_a_policy_the_questions_own_help_is_left() -> None:
    assert [one.provision for one in hints(SET, {"noise_low": "no"}, [])] == [None]
