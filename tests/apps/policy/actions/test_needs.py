"""Analysing what a job function needs: dated, kept, and by one person at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.models import JobFunction, NeedsAnalysis
from hjemmedag.core.policy.needs import ServiceWindow, Task, Together
from hjemmedag.core.refusals import Refused, Stale
from tests.conftest import NOW, TODAY

TASKS = (Task("Skrive kode", 70, pc=True), Task("Sparring", 30, pc=True, together=Together.CLOSE))
WINDOW = ServiceWindow(frozenset({0, 4}), time(9), time(15), on_site=True)
LATER = TODAY + timedelta(days=30)


@pytest.fixture
def developer(dorte: Employee) -> JobFunction:
    return actions.add_function(name="Udvikler", actor=dorte.pk, now=NOW)


def analyse(function: JobFunction, actor: Employee, **other: Any) -> NeedsAnalysis:
    usual: dict[str, Any] = {"was": 0, "tasks": TASKS, "windows": (), "starts": TODAY}
    return actions.analyse(function=function.pk, **usual | other, actor=actor.pk, today=TODAY, now=NOW)


def days(on: date) -> list[int | None]:
    return [one.suitability.days if one.suitability else None for one in queries.analysed(on)]


def test_a_change_holds_from_its_day_and_the_earlier_analysis_stays(developer: JobFunction, dorte: Employee) -> None:
    analyse(developer, dorte)
    analyse(developer, dorte, was=1, tasks=[Task("Lager", 100, presence=True)], starts=LATER, why="Nye opgaver")
    assert [days(TODAY - timedelta(days=1)), days(TODAY), days(LATER)] == [[None], [4], [0]]
    assert [(one.number, one.why) for one in queries.analyses(developer.pk)] == [(2, "Nye opgaver"), (1, "")]


def test_what_was_written_is_read_back(developer: JobFunction, dorte: Employee) -> None:
    made = analyse(developer, dorte, windows=[WINDOW])
    made.refresh_from_db()
    assert (tuple(queries.tasks_of(made)), queries.windows_of(made)) == (TASKS, [WINDOW])


def test_the_second_of_two_is_told_and_nothing_is_saved(developer: JobFunction, dorte: Employee) -> None:
    analyse(developer, dorte)
    with pytest.raises(Stale, match="“Udvikler”"):
        analyse(developer, dorte)
    assert [one.number for one in queries.analyses(developer.pk)] == [1]


def test_the_database_numbers_an_analysis_once(developer: JobFunction, dorte: Employee) -> None:
    made = analyse(developer, dorte)
    with pytest.raises(IntegrityError), transaction.atomic():
        NeedsAnalysis.objects.create(function=developer, number=1, starts=TODAY, tasks=made.tasks, by=dorte, at=NOW)


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"starts": TODAY - timedelta(days=1)}, "days that have passed|dage, der er gået"),
        ({"tasks": ()}, "at least one task|mindst én opgave"),
        ({"tasks": [replace(TASKS[0], share=90)]}, "90"),
        ({"windows": [replace(WINDOW, end=time(9))]}, "end after it starts|slutte efter"),
    ],
)
def test_what_cannot_be_used_is_refused(
    developer: JobFunction, dorte: Employee, other: dict[str, Any], words: str
) -> None:
    with pytest.raises(Refused, match=words):
        analyse(developer, dorte, **other)
    assert queries.analyses(developer.pk) == []


def test_a_function_out_of_use_is_not_analysed(developer: JobFunction, dorte: Employee) -> None:
    actions.retire_function(function=developer.pk, today=TODAY, actor=dorte.pk, now=NOW)
    with pytest.raises(Refused, match="“Udvikler”"):
        analyse(developer, dorte)


def test_it_is_recorded(developer: JobFunction, dorte: Employee) -> None:
    made = analyse(developer, dorte)
    [entry] = audit.history(kind="policy.NeedsAnalysis", subject=made.pk)
    assert (entry.action, entry.actor) == ("policy.analyse", dorte.pk)
