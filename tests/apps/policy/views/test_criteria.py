"""The criteria: everyone reads them with their own result, managers and HR look others up, HR chooses."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation

from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.core.policy.criteria import Criterion
from tests.apps.policy.conftest import As, Publish, questions
from tests.conftest import NOW, TODAY

PAGE, NEW = "/kriterier/", "/kriterier/nye/"


def sent(**other: str) -> dict[str, str]:
    chosen = {"use_suitability": "required", "use_office_days": "2", "threshold_office_days": "2"}
    return {"was": "0", "starts": str(TODAY), "why": "Så alle ved det.", **chosen} | other


def errors(answer: Any) -> dict[str, list[str]]:
    with translation.override("en"):
        return {name: list(told) for name, told in answer.context["form"].errors.items()}


@pytest.fixture
def chosen(dorte: Employee) -> None:
    actions.choose_criteria(
        was=0,
        criteria=[
            Criterion("seniority", threshold=6, reason="Oplæring"),
            Criterion("office_days", weight=2, threshold=2),
        ],
        starts=TODAY,
        why="Så alle ved det.",
        actor=dorte.pk,
        today=TODAY,
        now=NOW,
    )


def test_whoever_publishes_either_is_told_where_policy_and_criteria_differ(
    as_: As, dorte: Employee, publish: Publish, chosen: None
) -> None:
    publish()
    PolicyVersion.objects.update(terms={"seniority_counts": False, "home_share": 80})
    strict = {"use_suitability": "", "use_office_days": "required", "threshold_office_days": "2"}
    page = as_(dorte).post(NEW, sent(was="1", **strict), follow=True)
    assert [str(one) for one in page.context["messages"]][1:] == [
        "The policy has room for 80 % at home, but the criterion of fixed days in the office (2 a week) leaves only "
        "60 % of a whole week."
    ]


def test_without_criteria_the_page_says_what_happens(as_: As, anna: Employee, dorte: Employee) -> None:
    assert "Your manager answers each wish with a written reason." in as_(anna).get(PAGE).text
    assert "New criteria" in as_(dorte).get(PAGE).text


def test_everyone_reads_the_criteria_and_their_own_result(as_: As, anna: Employee, chosen: None) -> None:
    page = as_(anna).get(PAGE)
    own = page.context["own"]
    with translation.override("en"):
        lines = [(one.words, one.met, one.reason) for one in own.required + own.weighted]
    assert lines == [
        (
            "Seniority",
            True,
            "Employed since Friday 1 March 2024, in whole months: 32. The criterion is at least 6.",
        ),
        (
            "Fixed days in the office (weighs)",
            None,
            "The criterion is at least 2 days. It is measured on a wish, and there is none yet.",
        ),
    ]
    assert [words in page.text for words in ("must be justified", "Why here: Oplæring", "decides by itself")] == [
        True
    ] * 3


def test_hr_chooses_and_the_earlier_set_can_still_be_read(
    as_: As, dorte: Employee, anna: Employee, chosen: None
) -> None:
    assert as_(dorte).post(NEW, sent(was="1")).headers["Location"] == PAGE
    assert [[one.key for one in queries.criteria_of(found)] for found in queries.criteria_sets()] == [
        ["suitability", "office_days"],
        ["seniority", "office_days"],
    ]
    assert "Oplæring" in as_(anna).get(f"{PAGE}1/").text
    assert as_(anna).get(f"{PAGE}9/").status_code == 404


def test_only_hr_chooses(as_: As, anna: Employee, bo: Employee) -> None:
    answers = [as_(one).post(NEW, sent()).status_code for one in (anna, bo)]
    assert (answers, queries.criteria_sets()) == ([403, 403], [])


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (
            {"use_seniority": "required", "threshold_seniority": "6"},
            {"reason_seniority": ["It is off until you write why it is needed."]},
        ),
        ({"use_performance": "1"}, {"reason_performance": ["It is off until you write why it is needed."]}),
        ({"threshold_office_days": ""}, {"threshold_office_days": ["Write the number."]}),
        ({"threshold_office_days": "8"}, {"threshold_office_days": ["Ensure this value is less than or equal to 5."]}),
        ({"use_office_days": "", "use_suitability": ""}, {"__all__": ["Choose at least one criterion."]}),
        ({"why": ""}, {"why": ["This field is required."]}),
        (
            {"starts": "2026-11-22"},
            {"__all__": ["Criteria can’t change days that have passed. Choose today or a later day."]},
        ),
        ({"was": "7"}, {"__all__": ["Someone else chose new criteria meanwhile. Your text is still here."]}),
        ({"was": ""}, {"was": ["This field is required."]}),
    ],
)
def test_bad_input_is_told_where_it_is_and_nothing_is_lost(
    as_: As, dorte: Employee, other: dict[str, str], told: dict[str, list[str]]
) -> None:
    answer = as_(dorte).post(NEW, sent(**other))
    assert (errors(answer), queries.criteria_sets()) == (told, [])


def test_risks_are_shown_with_their_rule_before_they_are_chosen(as_: As, dorte: Employee) -> None:
    page = as_(dorte).get(NEW).text
    assert page.count("Risk of discrimination.") == 3
    assert page.index("Fixed days in the office") < page.index("Seniority")


def test_a_result_is_for_oneself_the_manager_and_hr(
    as_: As, anna: Employee, bo: Employee, carl: Employee, dorte: Employee, eva: Employee, chosen: None
) -> None:
    page = f"{PAGE}medarbejder/{anna.pk}/"
    asked = [as_(one).get(page).status_code for one in (anna, bo, dorte, carl, eva)]
    assert asked == [200, 200, 200, 404, 404]


def test_managers_and_hr_find_those_whose_result_they_may_read(
    as_: As, anna: Employee, bo: Employee, dorte: Employee
) -> None:
    found = [list(as_(one).get(f"{PAGE}?q=ann").context["page"]) for one in (bo, dorte)]
    assert found == [[anna], [anna]]
    assert "page" not in as_(anna).get(PAGE).context


def test_a_result_is_shown_as_of_a_day(as_: As, anna: Employee, chosen: None) -> None:
    page = as_(anna).get(f"{PAGE}medarbejder/{anna.pk}/?as_of=2026-11-22")
    assert "No criteria were in force, so nothing was measured." in page.text


def test_the_page_costs_the_same_for_one_set_and_for_three(
    as_: As, dorte: Employee, anna: Employee, chosen: None
) -> None:
    browser = as_(dorte)
    before = questions(browser, PAGE)
    for was in ("1", "2"):
        browser.post(NEW, sent(was=was))
    assert (len(queries.criteria_sets()), questions(browser, PAGE)) == (3, before)
