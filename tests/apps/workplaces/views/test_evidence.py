"""The evidence workbook: by name for HR, in groups for the safety organisation, and on record each time."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from hjemmedag.apps.audit.models import Entry
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.workplaces import actions, queries
from hjemmedag.apps.workplaces.models import Finding
from hjemmedag.core.people.roles import Role
from tests.conftest import NOW, TODAY

Browser = Callable[[Employee], Client]
URL = "/arbejdsmiljoe/hjemme/bevis/"


def book(client: Client) -> dict[str, list[tuple[Any, ...]]]:
    answer = client.post(URL)
    assert answer.status_code == 200
    sheets = load_workbook(io.BytesIO(answer.content)).worksheets
    return {sheet.title: list(sheet.iter_rows(min_row=2, values_only=True)) for sheet in sheets}


@pytest.fixture
def found(
    anna: Employee, bo: Employee, at_home: Callable[..., None], assess: Callable[..., object], clock: object
) -> None:
    """Anna's chair, put in order by Bo, and her pain; an instruction and a discussion."""
    at_home(anna)
    assess(anna, no=("chair_stable", "body_free_of_pain"))
    when: dict[str, Any] = {"today": TODAY, "now": NOW}
    chair = Finding.objects.get(question="chair_stable").pk
    planned = actions.Planned(cause="=1+1", what="Ny stol", owner=bo.pk, due=TODAY + timedelta(days=9))
    actions.plan(finding=chair, planned=planned, revision=0, actor=bo.pk, **when)
    actions.carry_out(finding=chair, revision=1, actor=bo.pk, **when)
    actions.rerate(finding=chair, in_order=True, employee=anna.pk, **when)
    actions.instruct(employee=anna.pk, subject="Skærm", on=TODAY, actor=bo.pk, **when)
    said = {"agenda": "Støj", "goals": "Ro", "cooperation": "Godt", "others": "Ledelsen"}
    discussed = actions.Discussed(on=TODAY, present=[(bo.pk, Role.HR)], **said)
    actions.discuss(discussed=discussed, actor=bo.pk, **when)


def test_hr_proves_by_name_from_questions_to_new_rating(found: None, dorte: Employee, as_: Browser) -> None:
    sheets = book(as_(dorte))
    [questions] = sheets["Spørgsmål"]
    assert (f"{questions[0]:%Y-%m-%d}", questions[2]) == ("2022-04-30", 1)
    [home] = sheets["Hjem"]
    assert (home[0], home[1], home[2].date(), home[6]) == ("Anna Test", "Udvikling", TODAY, "I orden")
    [chair] = sheets["Fund"]
    assert (chair[0], chair[4], chair[5], chair[6], chair[9], chair[10].date()) == (
        *("Anna Test", "=1+1", "Ny stol", "Bo Test", "Ja", TODAY),
    )
    assert sheets["Instruktioner"] == [(2026, 1, 0)]
    assert sheets["Arbejdsmiljødrøftelser"][0][1:3] == ("Bo Test (HR), Ledelsen", "Støj")


def test_what_people_wrote_is_no_formula(found: None, dorte: Employee, as_: Browser) -> None:
    sheet = load_workbook(io.BytesIO(as_(dorte).post(URL).content))["Fund"]
    cell = sheet.cell(row=2, column=5)
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_body_and_well_being_are_nowhere_though_all_else_is_told(
    found: None, dorte: Employee, eva: Employee, crowd: Callable[..., list[Employee]], as_: Browser
) -> None:
    pain = Finding.objects.get(private=True)
    same = {"question": pain.question, "topic": pain.topic, "private": True, "on": TODAY}
    Finding.objects.bulk_create(Finding(employee=one, **same) for one in crowd(11, found=11))
    actions.count_risks(today=TODAY, now=NOW)
    [one] = queries.followed(Finding.objects.filter(pk=pain.pk))
    assert one.question is not None
    assert one.wrong is not None
    assert one.topic is not None
    for reader in (dorte, eva):
        sheets = book(as_(reader))
        told = str(sheets)
        assert len(sheets["Fund"]) == 12
        assert [words.da for words in (one.question, one.wrong, one.topic) if words.da in told] == []


def test_the_safety_representative_gets_nothing_about_too_few(found: None, eva: Employee, as_: Browser) -> None:
    actions.count_risks(today=TODAY, now=NOW)
    sheets = book(as_(eva))
    assert "Hjem" not in sheets
    assert (sheets["Fund"], sheets["Vurderet pr. enhed"]) == ([], [])
    assert "Anna" not in str(sheets)


def test_a_group_that_is_large_enough_is_told_without_names(
    found: None, eva: Employee, crowd: Callable[..., list[Employee]], as_: Browser
) -> None:
    crowd(11, found=1)
    actions.count_risks(today=TODAY, now=NOW)
    sheets = book(as_(eva))
    [group] = sheets["Vurderet pr. enhed"]
    assert (group[1], group[2], group[3]) == ("Udvikling", 12, 1)
    rows = sorted(sheets["Fund"], key=lambda row: row[6] or "")
    assert [row[0] for row in rows] == ["Udvikling", "Udvikling"]
    assert [(row[3], row[6]) for row in rows] == [("2026-11", None), ("2026-11", "En anden")]
    assert "Anna" not in str(sheets)
    assert "Bo Test" not in str(sheets["Fund"])


def test_a_group_that_has_become_too_small_since_is_left_out(
    found: None, eva: Employee, crowd: Callable[..., list[Employee]], as_: Browser
) -> None:
    people = crowd(9)
    actions.count_risks(today=TODAY, now=NOW)
    assert len(book(as_(eva))["Fund"]) == 1
    from hjemmedag.apps.workplaces.models import Judgement

    Judgement.objects.filter(employee=people[0]).update(works_at_home=False)
    assert book(as_(eva))["Fund"] == []


def test_each_time_is_on_record(found: None, dorte: Employee, eva: Employee, as_: Browser) -> None:
    for reader in (dorte, eva):
        book(as_(reader))
    taken = Entry.objects.filter(action="workplaces.take_evidence").order_by("number")
    assert [(one.actor, one.payload.data["by_name"]) for one in taken] == [(dorte.pk, True), (eva.pk, False)]
    assert as_(dorte).get(URL).status_code == 405


def test_the_figures_of_rest_are_those_of_their_own_page(eva: Employee, as_: Browser) -> None:
    from hjemmedag.apps.worktime.models import CountedMonth, MonthFigures

    month = CountedMonth.objects.create(month=TODAY.replace(month=10, day=1), at=NOW)
    MonthFigures.objects.create(
        counted=month, unit=None, people=14, daily=3, weekly=2, owed=0, minutes=1, home_minutes=1
    )
    first, last = queries.rest_period(TODAY)
    assert (first.month, last.day) == (10, 31)
    browser = as_(eva)
    for page in ("/arbejdsmiljoe/hjemme/", "/arbejdstid/hviletid/"):
        text = browser.get(page).content.decode()
        assert [f">{number}</td>" in text for number in (14, 3, 2)] == [True] * 3
