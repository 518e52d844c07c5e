"""Signing in with e-mail and password: who is let in, and what the others are told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import NoReverseMatch, reverse

from hjemmedag.apps.people import queries
from hjemmedag.apps.people.models import Employee, RoleGrant, SigningRight
from hjemmedag.config import settings as product
from hjemmedag.core.people.roles import Role
from tests.conftest import HIRED, NOW, TODAY

LOGIN = "/konto/log-ind/"
SECRET = "fire ord i en kæde"
WRONG = "E-mail og adgangskode passer ikke sammen. Prøv igen, eller vælg en ny adgangskode."


def with_password(person):
    person.set_password(SECRET)
    person.save(update_fields=["password"])
    return person


def sign_in(client, email, password=SECRET, **extra):
    return client.post(LOGIN, {"login": email, "password": password}, headers={"accept-language": "en"}, **extra)


def errors(response):
    return response.context["form"].non_field_errors()


@pytest.fixture(autouse=True)
def english(client):
    client.cookies["django_language"] = "en"


@pytest.fixture(autouse=True)
def fresh_counters(settings):
    from django.core.cache import cache

    cache.clear()


def test_the_right_password_signs_in(client, anna):
    answer = sign_in(client, with_password(anna).email)
    assert (answer.status_code, answer.url) == (302, "/")
    assert client.session["_auth_user_id"] == str(anna.pk)


def test_the_case_of_the_address_does_not_matter(client, anna):
    with_password(anna)
    assert sign_in(client, "ANNA@Proeve.example").status_code == 302


def test_a_wrong_password_and_an_unknown_address_are_answered_alike(client, anna):
    with_password(anna)
    assert errors(sign_in(client, anna.email, "forkert")) == [WRONG]
    assert errors(sign_in(client, "ingen@proeve.example", "forkert")) == [WRONG]


def test_somebody_without_a_password_is_answered_as_a_stranger(client, anna):
    assert errors(sign_in(client, anna.email)) == [WRONG]


def test_the_sixth_wrong_password_has_to_wait_five_minutes(client, anna, clock):
    with_password(anna)
    for _try in range(5):
        assert errors(sign_in(client, anna.email, "forkert")) == [WRONG]
    assert errors(sign_in(client, anna.email)) == ["For mange forsøg. Vent fem minutter, og prøv igen."]
    clock.shift(timedelta(minutes=5, seconds=1))
    assert sign_in(client, anna.email).status_code == 302


def test_a_former_employee_is_told_so_only_after_the_right_password(client, hire):
    former = with_password(hire("Arne", ends=TODAY))
    assert errors(sign_in(client, former.email, "forkert")) == [WRONG]
    answer = sign_in(client, former.email)
    assert (answer.status_code, answer.url) == (302, reverse("account_inactive"))
    assert "_auth_user_id" not in client.session
    assert b"belongs to no employment and no role today" in client.get(answer.url).content


def test_a_running_session_ends_with_the_employment(as_, anna, clock):
    browser = as_(anna)
    assert browser.get("/mig/").status_code == 200
    anna.employments.update(ends=TODAY + timedelta(days=1))
    assert browser.get("/mig/").status_code == 200
    clock.shift(timedelta(days=1))
    assert browser.get("/mig/").url == f"{LOGIN}?next=/mig/"


def test_those_belong_who_are_employed_now_or_later_or_come_from_outside_with_a_role(hire, company):
    now, later, former = hire("Nu"), hire("Senere", starts=TODAY + timedelta(days=30)), hire("Arne", ends=TODAY)
    RoleGrant.objects.create(employee=former, role=Role.HR, starts=HIRED)
    auditor, signer, nobody, closed = (
        Employee.objects.create(first_name=name, last_name="Udefra", email=f"{name}@ude.example", created_at=NOW)
        for name in ("revisor", "fuldmagt", "ingen", "lukket")
    )
    RoleGrant.objects.create(employee=auditor, role=Role.AUDITOR, starts=HIRED)
    SigningRight.objects.create(employee=signer, starts=HIRED)
    RoleGrant.objects.create(employee=closed, role=Role.AUDITOR, starts=HIRED)
    Employee.objects.filter(pk=closed.pk).update(is_active=False)
    assert set(queries.belonging(TODAY)) == {now, later, auditor, signer}
    assert not queries.belongs(nobody.pk, TODAY)


def test_a_page_asked_for_is_where_one_comes_to(client, anna):
    with_password(anna)
    assert client.get("/mig/").url == f"{LOGIN}?next=/mig/"
    assert sign_in(client, anna.email, query_params={"next": "/mig/"}).url == "/mig/"


def test_another_host_is_never_where_one_comes_to(client, anna):
    with_password(anna)
    assert sign_in(client, anna.email, query_params={"next": "https://ond.example/"}).url == "/"


@pytest.mark.parametrize(
    "name", ["account_signup", "account_email", "socialaccount_connections", "socialaccount_signup"]
)
def test_nobody_makes_accounts_or_adds_addresses(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_passwords_are_kept_with_argon2():
    assert product.PASSWORD_HASHERS[0] == "django.contrib.auth.hashers.Argon2PasswordHasher"


def test_signing_out_needs_a_post(as_, anna):
    browser = as_(anna)
    assert browser.get("/konto/log-ud/").status_code == 200
    assert browser.post("/konto/log-ud/").url == "/"
    assert browser.get("/mig/").url == f"{LOGIN}?next=/mig/"


def test_a_changed_password_ends_the_other_sessions(as_, anna):
    with_password(anna)
    here, elsewhere = as_(anna), as_(anna)
    new = {"oldpassword": SECRET, "password1": "en helt ny kode", "password2": "en helt ny kode"}
    assert here.post("/konto/adgangskode/", new).url == "/mig/"
    assert here.get("/mig/").status_code == 200
    assert elsewhere.get("/mig/").status_code == 302


def test_one_person_is_found_for_each_role(hire, anna, bo, dorte, eva, jens):
    dorte_also_amr = RoleGrant.objects.create(employee=dorte, role=Role.SAFETY, starts=HIRED)
    assert queries.one_of_each_role(TODAY) == {
        Role.EMPLOYEE: anna,
        Role.MANAGER: bo,
        Role.HR: dorte,
        Role.SAFETY: eva,
        Role.AUDITOR: jens,
    }
    assert dorte_also_amr.starts == date(2024, 3, 1)
