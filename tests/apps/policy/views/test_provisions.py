"""Pages about who provides what."""

from __future__ import annotations

from typing import Any

import pytest

from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.models import PolicyVersion, Provision
from tests.apps.policy.conftest import As, Begin, Publish, questions
from tests.conftest import NOW

ROWS, ROW = "/politik/kladde/ydelser/", "/politik/kladde/ydelse/"


@pytest.fixture
def draft(begin: Begin) -> PolicyVersion:
    return begin()


def written(draft: PolicyVersion, **other: Any) -> dict[str, Any]:
    said = {"item_da": "Internet", "item_en": "Internet", "provider": "shared", "ownership": "employee"}
    return {"version": draft.pk, "revision": 1, "every_months": "1", **said, **other}


def row(key: str = "internet") -> Provision:
    return queries.draft().provisions.get(key=key)


@pytest.mark.parametrize("page", [ROWS, ROW, f"{ROW}energy/", f"{ROW}energy/fjernelse/"])
def test_the_rows_are_for_hr_of_the_whole_company(
    page: str, as_: As, draft: PolicyVersion, dorte: Employee, anna: Employee, bo: Employee
) -> None:
    assert [as_(one).get(page).status_code for one in (anna, bo, dorte)] == [403, 403, 200]


def test_a_row_is_changed(as_: As, draft: PolicyVersion, dorte: Employee) -> None:
    answer = as_(dorte).post(f"{ROW}internet/", written(draft))
    assert (answer.headers["Location"], row().provider, row().note_da) == (f"{ROWS}#internet", "shared", "")


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ({"provider": "the boss"}, "Select a valid choice"),
        ({"every_months": "0"}, "greater than or equal to 1"),
        ({"every_months": "often"}, "whole number"),
        ({"item_da": "", "item_en": ""}, "Write a name in one of the languages."),
    ],
)
def test_bad_input_is_told_and_nothing_is_changed(
    bad: dict[str, str], words: str, as_: As, draft: PolicyVersion, dorte: Employee
) -> None:
    answer = as_(dorte).post(f"{ROW}internet/", written(draft, **bad))
    assert (answer.status_code, words in answer.text, row().provider) == (200, True, "employee")


def test_who_comes_second_keeps_the_text_and_sees_the_difference(
    as_: As, draft: PolicyVersion, dorte: Employee, ditte: Employee
) -> None:
    actions.change_notice(version=draft.pk, revision=1, months=2, actor=ditte.pk, now=NOW)
    answer = as_(dorte).post(f"{ROW}internet/", written(draft))
    assert (answer.status_code, "Ditte" in answer.text, 'name="revision" value="2"' in answer.text) == (409, True, True)
    assert row().provider == "employee"
    as_(dorte).post(f"{ROW}internet/", written(draft, revision=2))
    assert row().provider == "shared"


def test_an_own_row_is_added_and_removed(as_: As, draft: PolicyVersion, dorte: Employee) -> None:
    browser = as_(dorte)
    browser.post(ROW, written(draft, item_da="Plante", item_en="Plant"))
    assert row("plante").position == draft.provisions.count()
    assert "Remove the row?" in browser.get(f"{ROW}plante/fjernelse/").text
    browser.post(f"{ROW}plante/fjernelse/", {"version": draft.pk, "revision": 2})
    assert not draft.provisions.filter(key="plante").exists()


def test_a_ready_row_that_was_removed_is_offered_again(as_: As, draft: PolicyVersion, dorte: Employee) -> None:
    draft.provisions.filter(key="screen").delete()
    browser = as_(dorte)
    assert "“Screen” is missing from who provides what." in browser.get("/politik/kladde/").text
    assert f"{ROW}?klar=screen" in browser.get(ROWS).text
    assert 'value="Skærm"' in browser.get(f"{ROW}?klar=screen").text
    browser.post(f"{ROW}?klar=screen", written(draft, item_da="Skærm", item_en="Screen", provider="employer"))
    assert (row("screen").demanded, row("screen").rule) == (True, "workplaces.screen_requirements")


def test_what_law_puts_on_the_employer_stands_in_the_way_of_publishing(
    as_: As, draft: PolicyVersion, dorte: Employee
) -> None:
    draft.provisions.filter(key="chair").update(provider="employee")
    page = as_(dorte).get("/politik/kladde/udgivelse/").text
    assert "“Office chair” is the employer&#x27;s duty. Choose the employer or both." in page
    assert f'href="{ROWS}"' in page


def test_the_pages_cost_the_same_for_any_number_of_rows(as_: As, draft: PolicyVersion, dorte: Employee) -> None:
    browser = as_(dorte)
    many = questions(browser, ROWS)
    draft.provisions.exclude(key="energy").delete()
    assert questions(browser, ROWS) == many <= 10


def test_two_versions_are_compared_row_by_row(as_: As, publish: Publish, dorte: Employee, anna: Employee) -> None:
    first = publish()
    provided = queries.provisions_of(first)[1:]
    clauses = queries.clauses_of(first)
    draft = actions.begin_draft(clauses=clauses, provided=provided, notice_months=1, actor=dorte.pk, now=NOW)
    as_(dorte).post(f"{ROW}internet/", written(draft))
    told = as_(dorte).get("/politik/sammenligning/?til=kladde").context["provided"]
    assert [(one["heading"], one["change"]) for one in told] == [("Computer", "removed"), ("Internet", "changed")]
    assert as_(anna).get("/politik/sammenligning/").status_code == 200


def test_everyone_reads_who_provides_what_in_the_language_asked_for(as_: As, publish: Publish, anna: Employee) -> None:
    publish()
    page = as_(anna).get("/politik/gaeldende/?sprog=da").text
    assert ("Hvem leverer hvad" in page, "Energi: el og varme" in page) == (True, True)


def test_the_draft_sends_a_lacking_row_to_the_rows_and_not_to_a_clause(
    as_: As, draft: PolicyVersion, dorte: Employee
) -> None:
    Provision.objects.filter(version=draft, key="chair").delete()
    context = as_(dorte).get("/politik/kladde/").context
    assert [(one["lack"].clause, one["url"], one["ready"]) for one in context["lacks"]] == [("chair", ROWS, False)]
    assert [lack.source != "" for lack in context["unprovided"]] == [True]
