"""The list of job functions."""

from __future__ import annotations

from typing import Any

import pytest

from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.models import JobFunction
from tests.apps.policy.conftest import As, questions
from tests.conftest import NOW, TODAY

LIST = "/jobfunktioner/"


@pytest.fixture
def jurist(dorte: Employee) -> JobFunction:
    return actions.add_function(name="Jurist", actor=dorte.pk, now=NOW)


def names(answer: Any) -> list[str]:
    return [one.name for one in answer.context["page"]]


def test_the_list_is_for_hr(as_: As, dorte: Employee, anna: Employee, bo: Employee, jurist: JobFunction) -> None:
    assert [as_(one).get(LIST).status_code for one in (dorte, anna, bo)] == [200, 403, 403]
    assert [as_(anna).post(f"{LIST}{jurist.pk}/{page}").status_code for page in ("", "brug/")] == [403, 403]


def test_a_function_is_added_and_one_that_is_there_is_refused_with_its_name(as_: As, dorte: Employee) -> None:
    browser = as_(dorte)
    assert browser.post(LIST, {"name": "  Jurist "}).headers["Location"] == LIST
    answer = browser.post(LIST, {"name": "jurist"})
    assert (answer.status_code, "“Jurist” is already on the list." in answer.text) == (200, True)
    assert 'value="jurist"' in answer.text
    assert names(browser.get(LIST)) == ["Jurist"]


def test_a_name_of_nothing_is_asked_for_again(as_: As, dorte: Employee) -> None:
    assert as_(dorte).post(LIST, {"name": " "}).status_code == 200
    assert queries.functions() == []


def test_titles_are_suggested_until_they_are_functions(as_: As, dorte: Employee, anna: Employee) -> None:
    browser = as_(dorte)
    assert browser.get(LIST).context["suggested"] == ["HR-chef", "Teamleder", "Udvikler"]
    browser.post(LIST, {"name": "Udvikler"})
    assert browser.get(LIST).context["suggested"] == ["HR-chef", "Teamleder"]


def test_a_function_is_renamed(as_: As, dorte: Employee, jurist: JobFunction) -> None:
    as_(dorte).post(f"{LIST}{jurist.pk}/", {"name": "Advokat", "was": "Jurist"})
    assert [one.name for one in queries.functions()] == ["Advokat"]


def test_the_second_of_two_who_rename_keeps_the_word(as_: As, dorte: Employee, jurist: JobFunction) -> None:
    browser = as_(dorte)
    browser.post(f"{LIST}{jurist.pk}/", {"name": "Advokat", "was": "Jurist"})
    answer = browser.post(f"{LIST}{jurist.pk}/", {"name": "Notar", "was": "Jurist"})
    assert "Someone else has given it the name “Advokat” meanwhile." in answer.text
    assert 'value="Notar"' in answer.text


def test_a_function_goes_out_of_use_and_comes_back(as_: As, dorte: Employee, jurist: JobFunction) -> None:
    browser = as_(dorte)
    browser.post(f"{LIST}{jurist.pk}/brug/", {"brug": "ude"})
    assert queries.function(jurist.pk).retired_on == TODAY
    browser.post(f"{LIST}{jurist.pk}/brug/", {"brug": "i"})
    assert queries.function(jurist.pk).retired_on is None


def test_the_list_is_searched_narrowed_and_exported(as_: As, dorte: Employee, jurist: JobFunction) -> None:
    økonom = actions.add_function(name="=Økonom", actor=dorte.pk, now=NOW)
    actions.retire_function(function=økonom.pk, today=TODAY, actor=dorte.pk, now=NOW)
    browser = as_(dorte)
    assert names(browser.get(LIST + "?q=øKON")) == ["=Økonom"]
    assert names(browser.get(LIST + "?brug=i")) == ["Jurist"]
    assert names(browser.get(LIST + "?brug=ude")) == ["=Økonom"]
    assert "'=Økonom;23-11-2026" in browser.get(LIST + "?format=csv").content.decode("utf-8-sig")


def test_a_function_that_is_not_there_is_not_found(as_: As, dorte: Employee) -> None:
    assert as_(dorte).get(f"{LIST}999/").status_code == 404


def test_the_list_costs_the_same_for_one_function_and_three(as_: As, dorte: Employee, jurist: JobFunction) -> None:
    browser = as_(dorte)
    one = questions(browser, LIST)
    for name in ("Notar", "Telegrafist"):
        actions.add_function(name=name, actor=dorte.pk, now=NOW)
    assert questions(browser, LIST) == one <= 12
