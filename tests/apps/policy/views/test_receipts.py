"""Giving receipts, and the list of them."""

from __future__ import annotations

from typing import Any

import pytest

from hjemmedag.adapters.spreadsheets import read
from hjemmedag.apps.people.models import Department, Employee, RoleGrant
from hjemmedag.apps.policy import actions
from hjemmedag.apps.policy.models import Receipt
from tests.apps.policy.conftest import As, Publish, questions
from tests.conftest import HIRED, NOW, TODAY

LIST = "/politik/1/kvitteringer/"


def names(answer: Any) -> list[str]:
    return [person.first_name for person in answer.context["page"]]


def test_one_click_gives_the_receipt_and_a_second_changes_nothing(as_: As, publish: Publish, anna: Employee) -> None:
    publish()
    browser = as_(anna)
    for _ in range(2):
        assert browser.post("/politik/1/kvittering/").headers["Location"] == "/politik/1/"
    assert [(one.employee, one.at) for one in Receipt.objects.all()] == [(anna, NOW)]


def test_a_receipt_is_never_given_by_following_a_link(as_: As, publish: Publish, anna: Employee) -> None:
    publish()
    assert as_(anna).get("/politik/1/kvittering/").status_code == 405


def test_a_receipt_is_for_oneself_and_a_version_that_holds(as_: As, publish: Publish, anna: Employee) -> None:
    publish()
    publish()
    answer = as_(anna).post("/politik/1/kvittering/", {"employee": "1"}, follow=True)
    assert "This version is no longer in force." in answer.text
    assert as_(anna).post("/politik/3/kvittering/").status_code == 404
    assert Receipt.objects.count() == 0


def test_hr_sees_who_has_and_who_has_not(as_: As, publish: Publish, dorte: Employee, anna: Employee) -> None:
    version = publish()
    actions.confirm(version=version.pk, employee=anna.pk, today=TODAY, now=NOW)
    browser = as_(dorte)
    assert names(browser.get(LIST)) == ["Anna", "Bo", "Dorte"]
    assert names(browser.get(LIST + "?kvittering=givet")) == ["Anna"]
    assert names(browser.get(LIST + "?kvittering=mangler")) == ["Bo", "Dorte"]
    assert names(browser.get(LIST + "?q=ANN")) == ["Anna"]
    assert names(browser.get(LIST + "?kvittering=tosse&page=99")) == ["Anna", "Bo", "Dorte"]


def test_managers_and_employees_do_not_see_the_list(
    as_: As, publish: Publish, anna: Employee, bo: Employee, carl: Employee
) -> None:
    publish()
    assert [as_(one).get(LIST).status_code for one in (anna, bo, carl)] == [403, 403, 403]


def test_hr_of_a_unit_sees_that_unit(as_: As, publish: Publish, carl: Employee, anna: Employee) -> None:
    publish()
    unit = Department.objects.get(name="Udvikling")
    RoleGrant.objects.create(employee=carl, role="hr", department=unit, starts=HIRED)
    assert names(as_(carl).get(LIST)) == ["Anna", "Bo", "Carl"]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_list_is_exported_as_it_is_narrowed(
    ending: str, as_: As, publish: Publish, dorte: Employee, anna: Employee
) -> None:
    version = publish()
    actions.confirm(version=version.pk, employee=anna.pk, today=TODAY, now=NOW)
    answer = as_(dorte).get(f"{LIST}?format={ending}&kvittering=givet")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="kvitteringer-1.{ending}"'
    table = read(answer.content)
    assert [row.cells[1] for row in table.rows] == ["Anna Test"]


def test_the_list_costs_the_same_for_one_person_and_three(
    as_: As, publish: Publish, dorte: Employee, hire: Any
) -> None:
    browser = as_(dorte)
    publish()
    one = questions(browser, LIST)
    for name in ("Nynne", "Tove"):
        hire(name)
    assert questions(browser, LIST) == one <= 12
