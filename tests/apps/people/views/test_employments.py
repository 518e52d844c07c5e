"""Pages that change someone's employment, manager and team."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from hjemmedag.apps.people import models
from tests.conftest import HIRED

As = Callable[[models.Employee], Client]
Hire = Callable[..., models.Employee]
MARCH = date(2027, 3, 1)


def pages(person: models.Employee) -> list[str]:
    employment = person.employments.get().pk
    return [
        f"/ansaettelser/{employment}/vilkaar/",
        f"/ansaettelser/{employment}/sidste-dag/",
        f"/mennesker/{person.pk}/ansaettelse/",
        f"/mennesker/{person.pk}/leder/",
        f"/mennesker/{person.pk}/team/",
    ]


@pytest.mark.parametrize(("who", "status"), [("dorte", 200), ("bo", 403), ("anna", 403), ("carl", 403), ("jens", 403)])
def test_hr_keeps_the_record(
    who: str, status: int, anna: models.Employee, request: pytest.FixtureRequest, as_: As
) -> None:
    client = as_(request.getfixturevalue(who))
    assert {client.get(page).status_code for page in pages(anna)} == {status}


def test_hr_for_a_department_keeps_the_records_of_its_people_and_moves_them_within_it(
    anna: models.Employee, carl: models.Employee, hire: Hire, as_: As
) -> None:
    nina = hire("Nina", team="HR")
    unit = models.Department.objects.get(name="Udvikling")
    models.RoleGrant.objects.create(employee=nina, role="hr", department=unit, starts=HIRED)
    client = as_(nina)
    assert {client.get(page).status_code for page in pages(anna)} == {200}
    assert {client.get(page).status_code for page in pages(carl)} == {404}
    teams = client.get(f"/mennesker/{anna.pk}/team/").context["form"].fields["team"].queryset
    assert [team.name for team in teams] == ["Platform"]


def test_new_terms_start_from_what_holds_now(anna: models.Employee, dorte: models.Employee, as_: As) -> None:
    client, url = as_(dorte), pages(anna)[0]
    page = client.get(url).content.decode()
    assert 'value="37,00"' in page
    assert "Prøvefirmaet A/S: 37 timer om ugen · Aarhus" in page
    response = client.post(url, {"starts": "2027-03-01", "title": "Arkitekt", "weekly_hours": "30"})
    assert response["Location"] == f"/mennesker/{anna.pk}/"
    assert models.EmploymentTerms.objects.on(MARCH).get(employment__employee=anna).title == "Arkitekt"


def test_a_last_day_needs_a_successor_where_someone_is_led(
    anna: models.Employee, bo: models.Employee, carl: models.Employee, dorte: models.Employee, as_: As
) -> None:
    client, url = as_(dorte), pages(bo)[1]
    refused = client.post(url, {"last_day": "2027-02-28"})
    assert refused.context["form"].non_field_errors() == [
        "Bo Test leder 1 medarbejder den dag. Skriv, hvem der overtager."
    ]
    client.post(url, {"last_day": "2027-02-28", "successor": "Carl"})
    assert models.Reporting.objects.on(MARCH).get(employee=anna).manager == carl


def test_a_new_manager_and_a_new_team(
    anna: models.Employee, carl: models.Employee, dorte: models.Employee, as_: As
) -> None:
    client = as_(dorte)
    client.post(f"/mennesker/{anna.pk}/leder/", {"manager": "carl@proeve.example", "starts": "2027-03-01"})
    team = models.Team.objects.get(name="HR")
    client.post(f"/mennesker/{anna.pk}/team/", {"team": team.pk, "starts": "2027-03-01", "beside": "on"})
    assert models.Reporting.objects.on(MARCH).get(employee=anna).manager == carl
    beside = models.TeamMembership.objects.get(employee=anna, home=False)
    response = client.post(f"/medlemskaber/{beside.pk}/sidste-dag/", {"last_day": "2027-03-31"})
    beside.refresh_from_db()
    assert (response.status_code, beside.ends) == (302, date(2027, 4, 1))


def test_the_home_team_is_changed_not_left(anna: models.Employee, dorte: models.Employee, as_: As) -> None:
    home = models.TeamMembership.objects.get(employee=anna)
    assert as_(dorte).get(f"/medlemskaber/{home.pk}/sidste-dag/").status_code == 404


def test_one_more_employment(anna: models.Employee, dorte: models.Employee, as_: As) -> None:
    other = models.LegalEntity.objects.create(name="Søsteren ApS", cvr="87654321", starts=HIRED)
    given = {"legal_entity": other.pk, "starts": "2027-03-01", "title": "Rådgiver", "weekly_hours": "7,4"}
    as_(dorte).post(f"/mennesker/{anna.pk}/ansaettelse/", given)
    assert anna.employments.count() == 2
