"""Mig: what people see and change about themselves."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.audit.models import Entry
from hjemmedag.apps.people import actions
from hjemmedag.apps.people.models import HomeAddress
from hjemmedag.core.people.homes import Address
from tests.conftest import HIRED, NOW, TODAY

FIRST = Address(street="Skovvej 3", postcode="8000", city="Aarhus C")
SECOND = Address(street="Havnegade 5", postcode="8000", city="Aarhus C")
WRITTEN = {"street": "Skovvej 3", "postcode": "8000", "city": "Aarhus C", "country": "DK", "starts": "2026-11-01"}


def homes(person):
    rows = HomeAddress.objects.filter(employee=person).order_by("starts")
    return [(row.street, row.starts, row.ends) for row in rows]


def live(person, address, starts):
    actions.set_home(employee=person.pk, address=address, starts=starts, actor=person.pk, now=NOW)


def test_the_page_shows_ones_own_and_nobody_elses(as_, anna, carl):
    live(anna, FIRST, HIRED)
    live(carl, SECOND, HIRED)
    page = as_(anna).get("/mig/").content.decode()
    assert ("Skovvej 3" in page, "Havnegade 5" in page) == (True, False)
    assert ("anna@proeve.example" in page, "carl@proeve.example" in page) == (True, False)


def test_the_page_costs_the_same_with_a_long_history(as_, anna, bo, dorte, django_assert_max_num_queries):
    for year in range(2010, 2026):
        live(anna, Address(street=f"Vej {year}", postcode="8000", city="Aarhus"), date(year, 1, 1))
    browser = as_(anna)
    with django_assert_max_num_queries(12):
        assert browser.get("/mig/").status_code == 200


def test_an_outsider_sees_a_role_and_no_employment(as_, jens):
    assert as_(jens).get("/mig/").status_code == 200


def test_a_home_address_is_given_from_a_day(as_, anna):
    assert as_(anna).post("/mig/adresse/", WRITTEN).url == "/mig/"
    assert homes(anna) == [("Skovvej 3", date(2026, 11, 1), None)]
    entry = Entry.objects.get(action="people.set_home")
    assert (entry.actor, entry.about, entry.payload.data["street"]) == (anna.pk, anna.pk, "Skovvej 3")
    assert list(audit.changed_rows()) == []


def test_moving_ends_the_address_before(anna):
    live(anna, FIRST, HIRED)
    live(anna, SECOND, TODAY)
    assert homes(anna) == [("Skovvej 3", HIRED, TODAY), ("Havnegade 5", TODAY, None)]


def test_the_same_day_again_corrects(anna):
    live(anna, FIRST, TODAY)
    live(anna, SECOND, TODAY)
    assert homes(anna) == [("Havnegade 5", TODAY, None)]


def test_an_earlier_address_fills_the_time_before(anna):
    live(anna, SECOND, TODAY)
    live(anna, FIRST, HIRED)
    assert homes(anna) == [("Skovvej 3", HIRED, TODAY), ("Havnegade 5", TODAY, None)]


def test_saying_the_same_twice_writes_once(anna):
    live(anna, FIRST, TODAY)
    live(anna, FIRST, TODAY)
    live(anna, FIRST, TODAY + timedelta(days=3))
    assert homes(anna) == [("Skovvej 3", TODAY, None)]
    assert Entry.objects.filter(action="people.set_home").count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"street": ""}, "street"),
        ({"street": "x" * 121}, "street"),
        ({"postcode": "80A0"}, "postcode"),
        ({"postcode": "800"}, "postcode"),
        ({"city": ""}, "city"),
        ({"country": "XX"}, "country"),
        ({"starts": "31-02-2026"}, "starts"),
        ({"starts": "1949-12-31"}, "starts"),
        ({"starts": "2027-11-25"}, "starts"),
    ],
)
def test_what_cannot_be_an_address_is_refused_at_its_field(as_, anna, wrong, field):
    answer = as_(anna).post("/mig/adresse/", WRITTEN | wrong)
    assert (answer.status_code, answer.context["form"].errors.keys()) == (200, {field})
    assert homes(anna) == []


def test_a_postcode_abroad_is_taken_as_it_is(as_, anna):
    abroad = WRITTEN | {"postcode": "211 20", "city": "Malmö", "country": "SE"}
    assert as_(anna).post("/mig/adresse/", abroad).status_code == 302
    assert HomeAddress.objects.get().postcode == "211 20"


def test_signing_out_elsewhere_keeps_this_session(as_, anna):
    here, there = as_(anna), as_(anna)
    assert here.post("/mig/andre-steder/").url == "/mig/"
    assert (here.get("/mig/").status_code, there.get("/mig/").status_code) == (200, 302)


def test_signing_out_elsewhere_asks_for_the_password_of_who_has_one(as_, anna):
    anna.set_password("fire ord i en kæde")
    anna.save()
    here, there = as_(anna), as_(anna)
    assert here.post("/mig/andre-steder/", {"password": "forkert"}).context["form"].errors.keys() == {"password"}
    assert there.get("/mig/").status_code == 200
    assert here.post("/mig/andre-steder/", {"password": "fire ord i en kæde"}).url == "/mig/"
    assert (here.get("/mig/").status_code, there.get("/mig/").status_code) == (200, 302)
    anna.refresh_from_db()
    assert anna.check_password("fire ord i en kæde")


def test_a_language_chosen_signed_in_belongs_to_the_person(as_, anna):
    browser = as_(anna)
    assert browser.post("/sprog/", {"language": "en", "next": "/mig/"}).url == "/mig/"
    anna.refresh_from_db()
    assert anna.language == "en"
    assert browser.get("/mig/").headers["Content-Language"] == "en"
    assert list(audit.changed_rows()) == []
    assert Entry.objects.filter(action="people.choose_language").count() == 1


def test_a_language_chosen_signed_out_belongs_to_the_browser(client, company):
    assert client.get("/konto/log-ind/").headers["Content-Language"] == "da"
    client.post("/sprog/", {"language": "en"})
    assert client.get("/konto/log-ind/").headers["Content-Language"] == "en"


@pytest.mark.parametrize("sent", [{"language": "de"}, {}, {"language": ""}])
def test_a_language_we_do_not_speak_changes_nothing(as_, anna, sent):
    assert as_(anna).post("/sprog/", sent).url == "/"
    anna.refresh_from_db()
    assert anna.language == "da"


def test_the_demos_door_exists_only_in_the_demo(client, anna, bo, settings):
    assert client.get("/demo/").status_code == 404
    assert client.post("/demo/", {"person": "employee"}).status_code == 404
    settings.DEMO = True
    assert client.get("/demo/").status_code == 200
    assert client.post("/demo/", {"person": "nobody"}).status_code == 404
    assert client.post("/demo/", {"person": "employee"}).url == "/"
    assert client.get("/mig/").wsgi_request.authenticated == ("demo",)
    assert client.session["_auth_user_id"] == str(anna.pk)
