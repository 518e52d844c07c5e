"""What suits which job: everyone reads it, HR writes it."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation

from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.models import JobFunction
from tests.apps.policy.conftest import As, questions
from tests.conftest import NOW, TODAY

LIST = "/egnethed/"


@pytest.fixture
def developer(dorte: Employee) -> JobFunction:
    return actions.add_function(name="Udvikler", actor=dorte.pk, now=NOW)


def sent(**other: str) -> dict[str, str]:
    """Two tasks as the page sends them; what `other` says replaces or is added."""
    tasks = {"name_0": "Kode", "share_0": "60", "pc_0": "on", "name_1": "Lager", "share_1": "40", "presence_1": "on"}
    return {"was": "0", "lines": "4", "starts": str(TODAY), "why": "", **tasks} | other


def at(function: JobFunction, page: str = "") -> str:
    return f"{LIST}{function.pk}/{page}"


def errors(answer: Any) -> dict[str, list[str]]:
    with translation.override("en"):
        return {name: list(told) for name, told in answer.context["form"].errors.items()}


def test_everyone_reads_the_share_and_its_reasons(
    as_: As, dorte: Employee, anna: Employee, developer: JobFunction
) -> None:
    assert "Not analysed yet" in as_(anna).get(at(developer)).text
    saved = as_(dorte).post(at(developer, "analyse/"), sent())
    assert (saved.status_code, saved.headers["Location"]) == (302, at(developer))
    page = as_(anna).get(at(developer)).text
    assert [
        words in page for words in ("up to 3 whole days a week (60\u00a0%)", "Someone must be there in person.")
    ] == [
        True,
        True,
    ]
    listing = as_(anna).get(LIST)
    assert (listing.context["mine"].function, "Lager: Someone must be there in person." in listing.text) == (
        developer,
        True,
    )


def test_only_hr_analyses(as_: As, anna: Employee, bo: Employee, developer: JobFunction) -> None:
    answers = [as_(one).post(at(developer, "analyse/"), sent()).status_code for one in (anna, bo)]
    assert (answers, queries.analyses(developer.pk)) == ([403, 403], [])


def test_a_customary_job_is_offered_to_begin_from(as_: As, dorte: Employee, developer: JobFunction) -> None:
    page = as_(dorte).get(at(developer, "analyse/?type=development"))
    assert 'value="Concentrated work on one&#x27;s own tasks"' in page.text
    assert page.context["form"].shown == 4


def test_an_earlier_analysis_is_begun_from(as_: As, dorte: Employee, developer: JobFunction) -> None:
    browser = as_(dorte)
    browser.post(at(developer, "analyse/"), sent(days_0="1", start_0="9", end_0="15", on_site_0="on"))
    page = browser.get(at(developer, "analyse/"))
    assert ['value="Kode"' in page.text, 'name="was" value="1"' in page.text] == [True, True]
    assert [str(line["start"].value()) for line in page.context["form"].window_lines()] == ["09:00:00", "None"]


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"share_0": ""}, {"share_0": ["Write how much of the time it takes."]}),
        ({"name_1": ""}, {"name_1": ["Write what the task is."]}),
        ({"share_1": "140"}, {"share_1": ["Ensure this value is less than or equal to 100."]}),
        ({"share_1": "30"}, {"__all__": ["The shares add up to 90 per cent. They must add up to 100."]}),
        (
            {"starts": "2026-11-22"},
            {"__all__": ["An analysis can’t change days that have passed. Choose today or a later day."]},
        ),
        ({"start_0": "9"}, {"start_0": ["Write days, start and end, or leave all three empty."]}),
        ({"start_0": "nine"}, {"start_0": ["Write a time, such as 08:00."]}),
        (
            {"confidentiality_0": "secret"},
            {"confidentiality_0": ["Select a valid choice. secret is not one of the available choices."]},
        ),
    ],
)
def test_bad_input_is_told_where_it_is_and_nothing_is_lost(
    as_: As, dorte: Employee, developer: JobFunction, other: dict[str, str], told: dict[str, list[str]]
) -> None:
    answer = as_(dorte).post(at(developer, "analyse/"), sent(**other))
    assert (errors(answer), 'value="Kode"' in answer.text) == (told, True)
    assert queries.analyses(developer.pk) == []


def test_more_lines_keep_what_was_written(as_: As, dorte: Employee, developer: JobFunction) -> None:
    answer = as_(dorte).post(at(developer, "analyse/"), sent(more="1", share_0="sixty"))
    assert (answer.context["form"].shown, 'value="sixty"' in answer.text) == (6, True)
    assert queries.analyses(developer.pk) == []


@pytest.mark.parametrize("lines", ["-4", "9999999", "٣"])
def test_a_strange_number_of_lines_loses_no_task(as_: As, dorte: Employee, developer: JobFunction, lines: str) -> None:
    assert as_(dorte).post(at(developer, "analyse/"), sent(lines=lines)).status_code == 302
    assert [task["name"] for task in queries.analyses(developer.pk)[0].tasks] == ["Kode", "Lager"]


@pytest.mark.parametrize("lines", ["", "x"])
def test_a_number_of_lines_that_is_none_keeps_what_was_written_on_the_page(
    as_: As, dorte: Employee, developer: JobFunction, lines: str
) -> None:
    answer = as_(dorte).post(at(developer, "analyse/"), sent(lines=lines))
    assert (list(errors(answer)), 'value="Kode"' in answer.text, 'value="Lager"' in answer.text) == (
        ["lines"],
        True,
        True,
    )
    assert queries.analyses(developer.pk) == []


def test_the_second_of_two_is_told_and_may_send_again(as_: As, dorte: Employee, developer: JobFunction) -> None:
    browser = as_(dorte)
    browser.post(at(developer, "analyse/"), sent())
    answer = browser.post(at(developer, "analyse/"), sent(name_0="Andet"))
    assert errors(answer) == {"__all__": ["Someone else analysed “Udvikler” meanwhile. Your text is still here."]}
    assert ['name="was" value="1"' in answer.text, 'value="Andet"' in answer.text] == [True, True]


def test_the_list_is_exported_a_row_a_task(as_: As, dorte: Employee, anna: Employee, developer: JobFunction) -> None:
    as_(dorte).post(at(developer, "analyse/"), sent())
    lines = as_(anna).get(f"{LIST}?format=csv").content.decode("utf-8-sig").split("\r\n")
    assert lines[1:3] == [
        "Udvikler;60;3;Kode;60;100;A computer and a phone are enough.",
        "Udvikler;60;3;Lager;40;0;Someone must be there in person.",
    ]


def test_the_history_says_who_and_when(as_: As, dorte: Employee, developer: JobFunction) -> None:
    browser = as_(dorte)
    browser.post(at(developer, "analyse/"), sent(why="Første gang"))
    [event] = browser.get(at(developer)).context["history"]
    assert (event["words"], event["who"], event["text"]) == (
        "Analysis 1 holds from 23 November 2026",
        "Dorte Test",
        "Første gang",
    )


def test_a_function_that_is_not_there_is_not_found(as_: As, dorte: Employee) -> None:
    assert [as_(dorte).get(f"{LIST}999/{page}").status_code for page in ("", "analyse/")] == [404, 404]


def test_the_pages_cost_the_same_for_one_function_and_for_three(
    as_: As, dorte: Employee, developer: JobFunction
) -> None:
    browser = as_(dorte)
    browser.post(at(developer, "analyse/"), sent())
    before = [questions(browser, page) for page in (LIST, at(developer))]
    for name in ("Jurist", "Sælger"):
        other = actions.add_function(name=name, actor=dorte.pk, now=NOW)
        browser.post(at(other, "analyse/"), sent())
        browser.post(at(developer, "analyse/"), sent(was=str(len(queries.analyses(developer.pk)))))
    assert [questions(browser, page) for page in (LIST, at(developer))] == before
