"""One person's page: what each viewer sees, and on which day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from hjemmedag.apps.people import actions, models
from tests.conftest import HIRED, NOW

As = Callable[[models.Employee], Client]
Hire = Callable[..., models.Employee]
MARCH = date(2027, 3, 1)


@pytest.fixture
def known(anna: models.Employee) -> models.Employee:
    """Anna, with a home, days away and new terms to come."""
    models.HomeAddress.objects.create(employee=anna, street="Ålegade 3", postcode="8000", city="Aarhus", starts=HIRED)
    models.Absence.objects.create(employee=anna, kind="sick", starts=date(2026, 11, 2), ends=date(2026, 11, 5))
    actions.change_terms(
        employment=anna.employments.get().pk,
        on=MARCH,
        conditions=actions.Conditions(title="Arkitekt", weekly_hours=Decimal("32.5")),
        actor=anna.pk,
        now=NOW,
    )
    return anna


def read(client: Client, person: models.Employee, query: str = "") -> str:
    response = client.get(f"/mennesker/{person.pk}/{query}")
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    ("who", "home", "days", "kind"),
    [
        ("dorte", True, True, True),
        ("anna", True, True, True),
        ("bo", False, True, False),
        ("ida", False, False, False),
        ("hans", False, False, False),
        ("jens", False, False, False),
    ],
)
def test_home_and_days_away_are_for_those_they_concern(
    who: str, home: bool, days: bool, kind: bool, known: models.Employee, request: pytest.FixtureRequest, as_: As
) -> None:
    page = read(as_(request.getfixturevalue(who)), known)
    assert ("Ålegade 3" in page, "2. november" in page, ">Syg<" in page) == (home, days, kind)


@pytest.mark.parametrize("who", ["carl", "eva", "finn", "gry"])
def test_a_stranger_does_not_learn_that_the_person_exists(
    who: str, anna: models.Employee, request: pytest.FixtureRequest, as_: As
) -> None:
    assert as_(request.getfixturevalue(who)).get(f"/mennesker/{anna.pk}/").status_code == 404


def test_a_former_manager_no_longer_sees_the_person(
    known: models.Employee, bo: models.Employee, carl: models.Employee, clock: object, as_: As
) -> None:
    actions.assign_manager(employee=known.pk, manager=carl.pk, on=MARCH, actor=known.pk, now=NOW)
    url = f"/mennesker/{known.pk}/"
    clock.move_to(date(2027, 2, 28))  # type: ignore[attr-defined]
    assert [as_(person).get(url).status_code for person in (bo, carl)] == [200, 404]
    clock.move_to(MARCH)  # type: ignore[attr-defined]
    assert [as_(person).get(url).status_code for person in (bo, carl)] == [404, 200]


def test_the_page_shows_what_holds_on_its_day(known: models.Employee, dorte: models.Employee, as_: As) -> None:
    client = as_(dorte)
    asked = {"": "Udvikler", "?as_of=2027-03-01": "Arkitekt", "?as_of=2027-02-28": "Udvikler"}
    for query, title in asked.items():
        response = client.get(f"/mennesker/{known.pk}/{query}")
        assert [row.title for row in response.context["record"].holding] == [title]
    before = client.get(f"/mennesker/{known.pk}/?as_of=2024-02-29")
    assert before.context["record"].holding == []
    assert "Ikke ansat på denne dag." in before.content.decode()


def test_the_history_stands_newest_first_and_the_future_apart(
    known: models.Employee, dorte: models.Employee, as_: As
) -> None:
    context = as_(dorte).get(f"/mennesker/{known.pk}/").context
    assert [(event["at"], event["words"], event["text"]) for event in context["coming"]] == [
        (MARCH, "Arkitekt", "32,5 timer om ugen")
    ]
    assert [event["words"] for event in context["past"]] == [
        "Ansat i Prøvefirmaet A/S",
        "Udvikler",
        "Team: Platform",
        "Bo Test er leder",
    ]


def test_someone_from_outside_has_a_page_without_employment(dorte: models.Employee, as_: As) -> None:
    who = actions.Identity(number=None, first_name="Rie", last_name="Revisor", email="rie@revision.example")
    rie = actions.welcome(who=who, actor=dorte.pk, now=NOW)
    assert "Udefra: ingen ansættelse her." in read(as_(dorte), rie)


@pytest.mark.parametrize(("who", "queries"), [("dorte", 12), ("bo", 11), ("anna", 12)])
def test_the_page_stays_within_twelve_queries(
    who: str,
    queries: int,
    known: models.Employee,
    request: pytest.FixtureRequest,
    as_: As,
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    client = as_(request.getfixturevalue(who))
    client.get(f"/mennesker/{known.pk}/")
    with django_assert_max_num_queries(queries):  # type: ignore[attr-defined]
        client.get(f"/mennesker/{known.pk}/")


CORRECT = {
    "first_name": "Anne",
    "last_name": "Test",
    "number": "0002",
    "email": "anne@proeve.example",
    "language": "en",
}


def test_hr_corrects_name_and_address(anna: models.Employee, dorte: models.Employee, as_: As) -> None:
    response = as_(dorte).post(f"/mennesker/{anna.pk}/oplysninger/", CORRECT)
    anna.refresh_from_db()
    assert response["Location"] == f"/mennesker/{anna.pk}/"
    assert (anna.name, anna.email, anna.language) == ("Anne Test", "anne@proeve.example", "en")


@pytest.mark.parametrize("who", ["anna", "bo", "carl"])
def test_nobody_else_corrects_it(who: str, anna: models.Employee, request: pytest.FixtureRequest, as_: As) -> None:
    client = as_(request.getfixturevalue(who))
    assert client.post(f"/mennesker/{anna.pk}/oplysninger/", CORRECT).status_code == 403
    anna.refresh_from_db()
    assert anna.first_name == "Anna"


def test_hr_for_a_department_does_not_change_where_someone_signs_in(anna: models.Employee, hire: Hire, as_: As) -> None:
    nina = hire("Nina", team="HR")
    unit = models.Department.objects.get(name="Udvikling")
    models.RoleGrant.objects.create(employee=nina, role="hr", department=unit, starts=HIRED)
    assert as_(nina).post(f"/mennesker/{anna.pk}/oplysninger/", CORRECT).status_code == 403
