"""The page of terms."""

from __future__ import annotations

import pytest

from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.forms.terms import answers
from hjemmedag.apps.policy.models import PolicyVersion
from tests.apps.policy.conftest import As, Begin, questions
from tests.conftest import NOW

PAGE = "/politik/kladde/vilkaar/"


def written(draft: PolicyVersion, **other: str) -> dict[str, object]:
    return answers(draft.terms) | {"version": draft.pk, "revision": draft.revision} | other


def test_the_terms_stand_under_their_clauses(as_: As, begin: Begin, dorte: Employee) -> None:
    begin()
    groups = as_(dorte).get(PAGE).context["groups"]
    assert [field.name for field in groups[0]["fields"]] == ["voluntary_for", "hiring_condition", "ad_hoc"]
    assert [group["clause"].key for group in groups if not group["fields"]] == []


def test_what_is_saved_as_it_stands_says_the_same(as_: As, begin: Begin, dorte: Employee) -> None:
    draft = begin()
    assert as_(dorte).post(PAGE, written(draft)).headers["Location"] == "/politik/kladde/"
    assert queries.draft().terms == draft.terms


def test_a_contradiction_stands_at_its_clause_with_the_rule(as_: As, begin: Begin, dorte: Employee) -> None:
    draft = begin()
    browser = as_(dorte)
    browser.post(PAGE, written(draft, pictures="required"))
    groups = browser.get(PAGE).context["groups"]
    assert {group["clause"].key: [lack.rule for lack in group["lacks"]] for group in groups if group["lacks"]} == {
        "visits": ["workplaces.home_visit"]
    }
    page = browser.get("/politik/kladde/").text
    assert "Pictures of the home are required. They are voluntary" in page
    assert f"{PAGE}#visits" in page


def test_an_empty_answer_is_kept_open(as_: As, begin: Begin, dorte: Employee) -> None:
    draft = begin()
    as_(dorte).post(PAGE, written(draft, two_factor="", rest_hours=""))
    assert {"two_factor", "rest_hours"} & set(queries.draft().terms) == set()


@pytest.mark.parametrize(("field", "value"), [("rest_hours", "elleve"), ("rest_hours", "25"), ("pictures", "all")])
def test_an_unreadable_answer_is_asked_for_again(
    field: str, value: str, as_: As, begin: Begin, dorte: Employee
) -> None:
    answer = as_(dorte).post(PAGE, written(begin(), **{field: value}))
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, [field])
    assert queries.draft().revision == 1


def test_the_second_of_two_keeps_the_answers_and_can_save_them(
    as_: As, begin: Begin, dorte: Employee, ditte: Employee
) -> None:
    draft = begin()
    actions.change_notice(version=draft.pk, revision=1, months=2, actor=ditte.pk, now=NOW)
    browser = as_(dorte)
    answer = browser.post(PAGE, written(draft, rest_hours="12"))
    assert (answer.status_code, answer.context["form"]["rest_hours"].value()) == (409, "12")
    assert "Ditte Test changed the policy while you were writing" in answer.text
    browser.post(PAGE, {field.name: field.value() for field in answer.context["form"]})
    assert queries.draft().terms["rest_hours"] == 12


def test_answers_for_a_draft_that_is_gone_are_shown_again(
    as_: As, begin: Begin, dorte: Employee, ditte: Employee
) -> None:
    draft = begin()
    actions.discard_draft(version=draft.pk, revision=1, actor=ditte.pk, now=NOW)
    answer = as_(dorte).post(PAGE, written(draft, rest_hours="13"))
    assert (answer.status_code, "13" in dict(answer.context["typed"]).values()) == (409, True)


def test_the_page_costs_the_same_for_one_clause_and_all(as_: As, begin: Begin, dorte: Employee) -> None:
    browser, draft = as_(dorte), begin()
    every = questions(browser, PAGE)
    draft.clauses.exclude(key="registration").delete()
    assert questions(browser, PAGE) == every <= 14


def test_the_draft_shows_the_library_and_the_frames(as_: As, begin: Begin, dorte: Employee) -> None:
    draft = begin()
    draft.clauses.filter(key="trial").delete()
    answer = as_(dorte).get("/politik/kladde/")
    assert [clause.key for clause in answer.context["library"]] == ["trial"]
    assert [frame.area for frame in answer.context["frames"]] == ["none"]
    assert "It does not read your own words" in answer.text
