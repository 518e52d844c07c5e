"""Mennesker: who gets the list, what stands in it, and its files."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from openpyxl import load_workbook

from hjemmedag.apps.people import models
from tests.conftest import HIRED

As = Callable[[models.Employee], Client]
Hire = Callable[..., models.Employee]
MARCH = date(2027, 3, 1)


def names(client: Client, query: str = "") -> list[str]:
    page = client.get(f"/mennesker/{query}").context["page"]
    return [person.first_name for person in page]


def test_hr_sees_everyone_and_a_manager_the_team(
    anna: models.Employee, bo: models.Employee, carl: models.Employee, dorte: models.Employee, as_: As
) -> None:
    assert names(as_(dorte)) == ["Anna", "Bo", "Carl", "Dorte"]
    assert names(as_(bo)) == ["Anna", "Bo"]


def test_hr_for_a_department_sees_the_department(
    anna: models.Employee, bo: models.Employee, carl: models.Employee, hire: Hire, as_: As
) -> None:
    unit = models.Department.objects.get(name="Udvikling")
    nina = hire("Nina", team="HR")
    models.RoleGrant.objects.create(employee=nina, role="hr", department=unit, starts=HIRED)
    response = as_(nina).get("/mennesker/")
    assert [person.first_name for person in response.context["page"]] == ["Anna", "Bo", "Nina"]
    assert "/mennesker/ny/" not in response.content.decode()


@pytest.mark.parametrize("who", ["anna", "eva", "finn", "gry"])
def test_others_do_not_get_the_list(who: str, request: pytest.FixtureRequest, as_: As) -> None:
    assert as_(request.getfixturevalue(who)).get("/mennesker/").status_code == 403


def test_the_list_is_searched_narrowed_and_ordered_by_the_address(
    anna: models.Employee, bo: models.Employee, carl: models.Employee, dorte: models.Employee, as_: As
) -> None:
    client, team = as_(dorte), models.Team.objects.get(name="Platform")
    assert names(client, "?q=ANNA") == ["Anna"]
    assert names(client, f"?team={team.pk}") == ["Anna", "Bo"]
    assert names(client, "?rolle=hr") == ["Dorte"]
    assert names(client, "?orden=-navn") == ["Dorte", "Carl", "Bo", "Anna"]
    assert names(client, "?orden=stilling") == ["Dorte", "Carl", "Bo", "Anna"]


def test_what_the_address_says_that_cannot_be_read_narrows_nothing(dorte: models.Employee, as_: As) -> None:
    asked = "?team=x&sted=99999999999999999999&rolle=chef&hvem=ingen&orden=-alt&as_of=31-02-2026&page=hej"
    assert names(as_(dorte), asked) == ["Dorte"]


def test_the_list_is_as_of_a_day(anna: models.Employee, dorte: models.Employee, as_: As) -> None:
    models.Employment.objects.filter(employee=anna).update(ends=MARCH)
    client = as_(dorte)
    assert names(client, "?as_of=2027-02-28") == ["Anna", "Bo", "Dorte"]
    assert names(client, "?as_of=2027-03-01") == ["Bo", "Dorte"]
    assert names(client, "?as_of=2027-03-01&hvem=ophoert") == ["Anna"]


def test_a_new_search_keeps_the_day_and_the_order(dorte: models.Employee, as_: As) -> None:
    page = as_(dorte).get("/mennesker/?as_of=2027-03-01&orden=team&q=dorte").content.decode()
    toolbar = page[page.index('<form class="toolbar"') :]
    assert '<input type="hidden" name="as_of" value="2027-03-01">' in toolbar
    assert '<input type="hidden" name="orden" value="team">' in toolbar
    assert '<input type="hidden" name="q"' not in toolbar


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_the_same_for_one_row_and_for_three(
    rows: int, dorte: models.Employee, hire: Hire, as_: As, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for number in range(rows):
        hire(f"Nr{number}", manager=dorte)
    client = as_(dorte)
    client.get("/mennesker/")
    with django_assert_max_num_queries(9):  # type: ignore[attr-defined]
        assert len(client.get("/mennesker/?q=nr").context["page"]) == rows


def test_the_files_hold_what_is_listed_and_no_home_address(
    anna: models.Employee, dorte: models.Employee, as_: As
) -> None:
    models.HomeAddress.objects.create(
        employee=anna, street="Hemmelig Allé 1", postcode="8000", city="Aarhus", starts=HIRED
    )
    client = as_(dorte)
    csv = client.get("/mennesker/?q=anna&format=csv")
    assert csv["Content-Disposition"] == 'attachment; filename="mennesker-2026-11-23.csv"'
    lines = csv.content.decode("utf-8-sig").splitlines()
    assert lines[1:] == [
        "0002;Anna;Test;anna@proeve.example;Udvikler;37,00;Platform;Udvikling;Aarhus;Bo Test;01-03-2024"
    ]
    book = load_workbook(io.BytesIO(client.get("/mennesker/?format=xlsx").content))
    rows = list(book.active.iter_rows(values_only=True))  # type: ignore[union-attr]
    assert [row[1] for row in rows] == ["Fornavn", "Anna", "Bo", "Dorte"]
    assert "Hemmelig" not in str(rows)


def test_suggestions_while_typing_are_for_hr(anna: models.Employee, dorte: models.Employee, as_: As) -> None:
    found = as_(dorte).get("/mennesker/forslag/?manager=ann")
    assert found.content.decode().strip() == '<option value="Anna Test (0002)"></option>'
    assert as_(dorte).get("/mennesker/forslag/?manager=a").content.decode().strip() == ""
    assert as_(anna).get("/mennesker/forslag/?manager=ann").status_code == 403


def test_hr_for_a_unit_is_suggested_nobody_outside_it(
    anna: models.Employee, carl: models.Employee, hire: Hire, as_: As
) -> None:
    unit = models.Department.objects.get(name="Udvikling")
    ulla = hire("Ulla")
    models.RoleGrant.objects.create(employee=ulla, role="hr", department=unit, starts=HIRED)
    asked = as_(ulla).get("/mennesker/forslag/?manager=test").content.decode()
    assert re.findall(r'value="(\w+) Test', asked) == ["Anna", "Bo", "Ulla"]


NEW = {
    "first_name": "Mia",
    "last_name": "Åberg",
    "number": "0900",
    "email": "mia@proeve.example",
    "language": "da",
    "starts": "2027-03-01",
    "title": "Udvikler",
    "weekly_hours": "32,5",
    "manager": "Bo Test (0001)",
}


def new(**changed: str) -> dict[str, object]:
    entity, team = models.LegalEntity.objects.get(), models.Team.objects.get(name="Platform")
    return {**NEW, "legal_entity": entity.pk, "team": team.pk, **changed}


def test_hr_takes_someone_on(bo: models.Employee, dorte: models.Employee, as_: As) -> None:
    response = as_(dorte).post("/mennesker/ny/", new())
    mia = models.Employee.objects.get(number="0900")
    assert response["Location"] == f"/mennesker/{mia.pk}/"
    assert (mia.employments.get().terms.get().weekly_hours, mia.reporting.get().manager) == (32.5, bo)


@pytest.mark.parametrize(
    ("changed", "field", "message"),
    [
        ({"manager": "Ingen Kender"}, "manager", "Ingen her hedder Ingen Kender. Tjek stavningen."),
        ({"last_day": "2027-02-28"}, "last_day", "Den sidste dag ligger før den første. Ret en af dem."),
        ({"starts": "20270-03-01"}, "starts", "Indtast en gyldig dato."),
        ({"starts": "0027-03-01"}, "starts", "Tjek årstallet: 0027-03-01 kan ikke være rigtigt."),
        ({"weekly_hours": "81"}, "weekly_hours", "Denne værdi skal være mindre end eller lig 80."),
        ({"number": "0001"}, "__all__", "Bo Test har allerede nummer 0001. Skriv et andet."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    changed: dict[str, str], field: str, message: str, bo: models.Employee, dorte: models.Employee, as_: As
) -> None:
    response = as_(dorte).post("/mennesker/ny/", new(**changed))
    assert response.context["form"].errors == {field: [message]}
    assert models.Employee.objects.count() == 2


def test_of_several_who_match_nobody_is_named(bo: models.Employee, dorte: models.Employee, as_: As) -> None:
    response = as_(dorte).post("/mennesker/ny/", new(manager="test"))
    [(field, [message])] = response.context["form"].errors.items()
    assert (field, "Bo" in message, "Dorte" in message) == ("manager", False, False)


def test_only_hr_for_the_company_takes_people_on(bo: models.Employee, anna: models.Employee, as_: As) -> None:
    assert as_(bo).get("/mennesker/ny/").status_code == 403
