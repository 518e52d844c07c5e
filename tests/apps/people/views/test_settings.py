"""Roles, organisation, agreements and company: HR's own pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from hjemmedag.apps.people import models
from tests.conftest import HIRED, NOW, TODAY

As = Callable[[models.Employee], Client]
Hire = Callable[..., models.Employee]
MARCH = date(2027, 3, 1)

PAGES = [
    *(
        "/roller/",
        "/roller/ny/",
        "/roller/ny/udefra/",
        "/underskriftsret/ny/",
        "/organisation/",
        "/organisation/afdelinger/ny/",
    ),
    *("/organisation/teams/ny/", "/organisation/arbejdssteder/ny/", "/organisation/enheder/ny/"),
    *("/overenskomster/", "/overenskomster/ny/", "/virksomhed/"),
]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("who", "status"), [("dorte", 200), ("bo", 403), ("anna", 403), ("jens", 403)])
def test_the_pages_are_for_hr_of_the_company(
    page: str, who: str, status: int, anna: models.Employee, request: pytest.FixtureRequest, as_: As
) -> None:
    assert as_(request.getfixturevalue(who)).get(page).status_code == status


@pytest.mark.parametrize("page", PAGES)
def test_hr_for_a_department_does_not_get_them(page: str, company: models.Company, hire: Hire, as_: As) -> None:
    nina = hire("Nina")
    unit = models.Department.objects.get(name="HR")
    models.RoleGrant.objects.create(employee=nina, role="hr", department=unit, starts=HIRED)
    assert as_(nina).get(page).status_code == 403


def test_a_role_is_given_and_ended(anna: models.Employee, dorte: models.Employee, as_: As) -> None:
    client = as_(dorte)
    client.post("/roller/ny/", {"employee": "Anna", "role": "amr", "starts": "2026-11-23"})
    grant = models.RoleGrant.objects.get(employee=anna)
    assert (grant.role, grant.department, grant.ends) == ("amr", None, None)
    client.post(f"/roller/{grant.pk}/sidste-dag/", {"last_day": "2027-02-28"})
    grant.refresh_from_db()
    assert grant.ends == MARCH


def test_someone_from_outside_is_made_known_and_given_a_role(dorte: models.Employee, as_: As) -> None:
    client = as_(dorte)
    given = {"first_name": "Rie", "last_name": "Revisor", "email": "Rie@revision.example", "language": "da"}
    page = client.post("/roller/ny/udefra/", given, follow=True)
    rie = models.Employee.objects.get(email="rie@revision.example")
    assert page.redirect_chain == [(f"/roller/ny/?person={rie.pk}", 302)]
    assert 'value="Rie Revisor (rie@revision.example)"' in page.content.decode()
    written = {"employee": "Rie Revisor (rie@revision.example)", "role": "auditor", "starts": "2026-11-23"}
    client.post("/roller/ny/", written)
    assert (rie.number, rie.grants.get().role) == (None, "auditor")


@pytest.mark.parametrize("person", ["x", "999999", "9" * 30, "²"])
def test_a_person_that_the_address_names_wrongly_is_nobody(person: str, dorte: models.Employee, as_: As) -> None:
    form = as_(dorte).get("/roller/ny/", {"person": person}).context["form"]
    assert form.initial["employee"] is None


def test_a_role_for_the_company_is_not_given_for_a_department(
    anna: models.Employee, dorte: models.Employee, as_: As
) -> None:
    unit = models.Department.objects.get(name="HR")
    given = {"employee": "Anna", "role": "payroll", "department": unit.pk, "starts": "2026-11-23"}
    errors = as_(dorte).post("/roller/ny/", given).context["form"].errors
    assert errors == {"department": ["Rollen gælder altid hele virksomheden."]}


def test_the_last_hr_is_told_why_not(dorte: models.Employee, as_: As) -> None:
    grant = models.RoleGrant.objects.get()
    refused = as_(dorte).post(f"/roller/{grant.pk}/sidste-dag/", {"last_day": "2026-11-23"})
    assert refused.context["form"].non_field_errors() == [
        "Fra 24. november 2026 ville ingen have HR for hele virksomheden. Giv rollen til en anden først."
    ]


def test_who_signs_today_stands_on_the_page(anna: models.Employee, dorte: models.Employee, as_: As) -> None:
    client = as_(dorte)
    assert client.get("/roller/").context["signers"] == {dorte.pk: "Dorte Test"}
    client.post("/underskriftsret/ny/", {"employee": "Anna", "starts": "2026-11-23"})
    assert client.get("/roller/").context["signers"] == {anna.pk: "Anna Test"}
    right = models.SigningRight.objects.get()
    client.post(f"/underskriftsret/{right.pk}/sidste-dag/", {"last_day": "2026-11-22"})
    assert client.get("/roller/").context["signers"] == {dorte.pk: "Dorte Test"}


def test_a_site_needs_all_five_numbers_or_none(dorte: models.Employee, as_: As) -> None:
    client = as_(dorte)
    some = {"name": "Odense", "monday": "10", "tuesday": "10", "wednesday": "10", "thursday": "10"}
    errors = client.post("/organisation/arbejdssteder/ny/", some).context["form"].errors
    assert errors == {"friday": ["Skriv et tal, 0 når stedet er lukket."]}
    client.post("/organisation/arbejdssteder/ny/", {**some, "friday": "0"})
    assert models.Site.objects.get(name="Odense").desks == [10, 10, 10, 10, 0]


def test_someone_who_saves_a_site_second_gets_to_know_and_keeps_the_words(
    anna: models.Employee, dorte: models.Employee, as_: As
) -> None:
    site, client = models.Site.objects.get(), as_(dorte)
    url = f"/organisation/arbejdssteder/{site.pk}/"
    client.post(url, {"name": "Aarhus C", "revision": "1"})
    second = client.post(url, {"name": "Aarhus N", "address": "Vejen 9", "revision": "1"})
    assert second.status_code == 409
    page = second.content.decode()
    assert "Dorte Test ændrede arbejdsstedet" in page
    assert "Vejen 9" in page
    site.refresh_from_db()
    assert site.name == "Aarhus C"


@pytest.mark.parametrize(
    ("written", "kept"), [("87654321", "87654321"), ("87 65 43 21", "87654321"), ("dk87654321", "87654321")]
)
def test_a_cvr_number_is_read_as_people_write_it(written: str, kept: str, dorte: models.Employee, as_: As) -> None:
    as_(dorte).post("/organisation/enheder/ny/", {"name": "Ny ApS", "cvr": written, "starts": "2026-11-23"})
    assert models.LegalEntity.objects.get(name="Ny ApS").cvr == kept


def test_a_cvr_number_has_eight_digits(dorte: models.Employee, as_: As) -> None:
    given = {"name": "Ny ApS", "cvr": "1234567", "starts": "2026-11-23"}
    errors = as_(dorte).post("/organisation/enheder/ny/", given).context["form"].errors
    assert errors == {"cvr": ["Et CVR-nummer har otte cifre."]}


def test_a_merger_says_how_many_go_along(anna: models.Employee, dorte: models.Employee, as_: As) -> None:
    leaving = models.LegalEntity.objects.get()
    taking = models.LegalEntity.objects.create(name="Moderen A/S", cvr="87654321", starts=HIRED)
    client = as_(dorte)
    url = f"/organisation/enheder/{leaving.pk}/fusion/"
    page = client.post(url, {"into": taking.pk, "starts": "2027-03-01"}, follow=True)
    assert [str(message) for message in page.context["messages"]] == ["3 ansættelser fortsætter der."]


def test_departments_and_teams_are_made_renamed_and_moved(dorte: models.Employee, as_: As) -> None:
    client = as_(dorte)
    client.post("/organisation/afdelinger/ny/", {"name": "Salg"})
    unit = models.Department.objects.get(name="Salg")
    client.post("/organisation/teams/ny/", {"name": "Nord", "department": unit.pk, "starts": "2026-11-23"})
    team = models.Team.objects.get(name="Nord")
    client.post(f"/organisation/teams/{team.pk}/", {"name": "Nordvest"})
    client.post(f"/organisation/afdelinger/{unit.pk}/", {"name": "Marked"})
    home = models.Department.objects.get(name="HR")
    client.post(f"/organisation/teams/{team.pk}/placering/", {"department": home.pk, "starts": "2027-03-01"})
    placed = [models.TeamPlacement.objects.on(day).get(team=team) for day in (TODAY, MARCH)]
    assert [(row.team.name, row.department.name) for row in placed] == [("Nordvest", "Marked"), ("Nordvest", "HR")]


def test_an_unknown_agreement_is_asked_about_and_confirmed(dorte: models.Employee, as_: As) -> None:
    profile = models.AgreementProfile.objects.create(name="HK Privat")
    client, url = as_(dorte), f"/overenskomster/{profile.pk}/"
    assert "Hvad dækker “HK Privat” over?" in client.get("/overenskomster/").content.decode()
    given = {"kind": "local", "starts": "2026-11-23", "max_days_between_days_off": "12", "control_area": "none"}
    refused = client.post(url, given)
    assert refused.context["form"].errors == {
        "max_days_between_days_off": ["Denne slags aftale kan tillade mellem 6 og 7 døgn mellem to fridøgn."]
    }
    client.post(url, {**given, "kind": "collective"})
    profile.refresh_from_db()
    assert profile.confirmed_by == dorte.pk
    assert profile.limits.get().max_days_between_days_off == 12


def test_a_new_agreement_goes_on_to_its_limits(dorte: models.Employee, as_: As) -> None:
    response = as_(dorte).post("/overenskomster/ny/", {"name": "Prosa"})
    assert response["Location"] == f"/overenskomster/{models.AgreementProfile.objects.get().pk}/"


COMPANY = {
    "name": "Prøvefirmaet",
    "sector": "private",
    "expected_size": "12",
    "language": "da",
    "messages_from": "08:00",
    "messages_until": "16:00",
    "revision": "1",
}


def test_the_companys_settings_are_saved_once(dorte: models.Employee, as_: As) -> None:
    client = as_(dorte)
    client.post("/virksomhed/", {**COMPANY, "union_contact": "HK", "features": ["pilots"]})
    company = models.Company.objects.get()
    assert (company.union_contact, company.features, company.revision) == ("HK", ["pilots"], 2)
    second = client.post("/virksomhed/", {**COMPANY, "adviser_contact": "Rie Revisor"})
    assert second.status_code == 409
    assert "Rie Revisor" in second.content.decode()


def test_message_hours_run_forwards(dorte: models.Employee, as_: As) -> None:
    errors = as_(dorte).post("/virksomhed/", {**COMPANY, "messages_until": "07:00"}).context["form"].errors
    assert errors == {"messages_until": ["Beskeder skal slutte senere på dagen, end de begynder."]}


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("page", ["/roller/", "/organisation/", "/overenskomster/"])
def test_each_page_costs_the_same_for_one_row_and_for_three(
    page: str,
    rows: int,
    dorte: models.Employee,
    hire: Hire,
    as_: As,
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    people = [hire(f"Nr{number}", role="it") for number in range(rows)]
    for number, person in enumerate(people):
        models.SigningRight.objects.create(employee=person, starts=TODAY)
        profile = models.AgreementProfile.objects.create(name=f"Aftale {number}", confirmed_at=NOW)
        models.AgreementLimits.objects.create(profile=profile, starts=TODAY)
        models.Department.objects.create(name=f"Afdeling {number}")
        models.Site.objects.create(name=f"Sted {number}")
        models.LegalEntity.objects.create(name=f"Enhed {number}", cvr=f"1000000{number}", starts=TODAY)
    client = as_(dorte)
    client.get(page)
    with django_assert_max_num_queries(12):  # type: ignore[attr-defined]
        assert client.get(page).status_code == 200


def test_an_agreement_says_whose_frame_for_home_working_applies(dorte: models.Employee, as_: As) -> None:
    profile = models.AgreementProfile.objects.create(name="AC staten")
    client, url = as_(dorte), f"/overenskomster/{profile.pk}/"
    assert [frame.area for frame in client.get(url).context["frames"]] == ["private", "state", "municipal"]
    client.post(url, {"kind": "collective", "starts": "2026-11-23", "control_area": "none", "area": "state"})
    assert profile.limits.get().area == "state"
