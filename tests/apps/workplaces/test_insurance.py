"""The insurance register: rows with their days, what is open, a review in time, and one's own look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.workplaces import actions, duties, queries
from hjemmedag.apps.workplaces.models import ContentsCheck, Insurance
from hjemmedag.core.duties import Scope
from hjemmedag.core.people.homes import Address
from hjemmedag.core.refusals import Refused, Stale
from tests.apps.workplaces.sealing import unsealed
from tests.conftest import NOW, TODAY

Browser = Callable[[Employee], Client]
DAY = timedelta(days=1)
NOTHING = ("Der står ingen gældende arbejdsskadeforsikring i registret.", "Ikke skrevet ind")
SOON, LATE = TODAY + 30 * DAY, TODAY + 400 * DAY


def insure(by: Employee, *, replaces: Insurance | None = None, **other: Any) -> Insurance:
    said: dict[str, Any] = {"kind": "work_injury", "insurer": "Tryghed A/S", "policy_number": "1", "clarified": "Ja"}
    said |= {"starts": TODAY, "ends": None, "review_on": LATE}
    insured = actions.Insured(**said | other)
    return actions.insure(insured=insured, replaces=replaces.pk if replaces else None, actor=by.pk, now=NOW)


def owed(person: Employee, on: date = TODAY) -> list[str]:
    kinds = ("workplaces.review_insurance", "workplaces.contents")
    return [one.kind for one in duties.due(Scope(owner=person.pk), on) if one.kind in kinds]


def still_open(*, contents_told: bool = True) -> tuple[str, ...]:
    return queries.covered(list(queries.insurances()), TODAY, contents_told=contents_told).open


def test_what_is_open_closes_as_it_is_clarified(dorte: Employee) -> None:
    assert still_open(contents_told=False) == (
        "work_injury",
        "property_clarified",
        "liability_clarified",
        "contents_told",
    )
    insure(dorte)
    insure(dorte, kind="property", clarified="")
    insure(dorte, kind="liability", starts=TODAY + DAY)
    assert still_open() == ("property_clarified", "liability_clarified")
    assert unsealed() == []


def test_a_change_is_a_row_from_its_day_and_the_old_one_stays(dorte: Employee) -> None:
    old = insure(dorte, starts=TODAY - 400 * DAY)
    new = insure(dorte, replaces=old, insurer="Andet A/S", starts=TODAY)
    assert [(one.insurer, one.ends) for one in queries.insurances()] == [("Andet A/S", None), ("Tryghed A/S", TODAY)]
    assert queries.in_force(list(queries.insurances()), TODAY) == [new]
    assert queries.in_force(list(queries.insurances()), TODAY - DAY) == [old]
    with pytest.raises(Stale):
        insure(dorte, replaces=old)
    with pytest.raises(Refused):
        insure(dorte, replaces=new, starts=TODAY - DAY)
    assert unsealed() == []


@pytest.mark.parametrize("other", [{"ends": TODAY - DAY}, {"review_on": TODAY - DAY}])
def test_days_in_the_wrong_order_are_refused(dorte: Employee, other: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        insure(dorte, **other)
    assert Insurance.objects.count() == 0


def test_hr_is_asked_to_look_again_a_month_before(dorte: Employee, anna: Employee) -> None:
    row = insure(dorte, review_on=SOON)
    assert [owed(one) for one in (dorte, anna)] == [["workplaces.review_insurance"], []]
    assert owed(dorte, TODAY - DAY) == []
    insure(dorte, replaces=row, review_on=LATE)
    assert owed(dorte) == []


def test_whoever_works_at_home_looks_once_and_again_after_a_move(anna: Employee, at_home: Callable[..., None]) -> None:
    assert owed(anna) == []
    at_home(anna)
    actions.judge(today=TODAY, now=NOW)
    assert owed(anna) == ["workplaces.contents"]
    assert queries.contents_checked(TODAY) == (0, 1)
    for _ in range(2):
        actions.check_contents(employee=anna.pk, today=TODAY, now=NOW)
    assert (owed(anna), ContentsCheck.objects.count()) == ([], 1)
    assert queries.contents_checked(TODAY) == (1, 1)
    moved = TODAY + 14 * DAY
    actions.move(employee=anna.pk, address=Address("Ny Vej 2", "5000", "Odense C"), on=moved, now=NOW)
    assert (owed(anna), owed(anna, moved)) == ([], ["workplaces.contents"])
    assert unsealed() == []


def test_the_pages_of_hr_and_of_the_person(anna: Employee, dorte: Employee, as_: Browser, clock: object) -> None:
    hr, own = as_(dorte), as_(anna)
    assert all(words in hr.get("/forsikringer/").content.decode() for words in NOTHING)
    said = {"kind": "work_injury", "insurer": "Tryghed", "policy_number": "P-17", "starts": TODAY.isoformat()}
    said |= {"clarified": "Dækker hjemme", "ends": "", "review_on": LATE.isoformat()}
    assert hr.post("/forsikringer/ny/", said).headers["Location"] == "/forsikringer/"
    row = Insurance.objects.get()
    changed = said | {"insurer": "Andet", "kind": "liability"}
    assert hr.post(f"/forsikringer/{row.pk}/", changed).headers["Location"] == "/forsikringer/"
    assert "Nogen ændrede forsikringen" in hr.post(f"/forsikringer/{row.pk}/", changed).content.decode()
    assert {one.kind for one in Insurance.objects.all()} == {"work_injury"}
    assert hr.get("/forsikringer/?format=csv").content.decode("utf-8-sig").count("P-17") == 2
    page = own.get("/hjemmearbejdssted/forsikring/").content.decode()
    assert "Dækker hjemme" in page
    assert "P-17" not in page
    assert own.post("/hjemmearbejdssted/forsikring/").headers["Location"] == "/hjemmearbejdssted/"
    assert "Du har set på den" in own.get("/hjemmearbejdssted/forsikring/").content.decode()
