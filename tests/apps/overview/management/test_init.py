"""`hjemmedag init` founds the company once, from answers or options, and says what is missing."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from hjemmedag.apps.documents.models import SealCertificate
from hjemmedag.apps.people import queries
from hjemmedag.apps.people.models import Company, Employee, LegalEntity
from hjemmedag.core.people.roles import Role
from tests.conftest import TODAY

GIVEN = {
    "name": "Lillebo",
    "cvr": "DK 12 34 56 78",
    "size": "12",
    "hr_name": "Dorte  Marie Dahl",
    "hr_email": "Dorte@Lillebo.example",
}
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture(autouse=True)
def keys(settings: Any, tmp_path: Path) -> None:
    settings.SEAL_KEY_DIR = tmp_path


def init(**given: str) -> str:
    said = io.StringIO()
    call_command("init", stdout=said, **given)
    return said.getvalue()


def answer(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Someone at a terminal types these lines."""
    typed = io.StringIO("\n".join(lines) + "\n")
    typed.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr("sys.stdin", typed)


def test_options_found_the_company_its_hr_and_its_seal() -> None:
    said = init(**GIVEN)
    company, person = Company.objects.get(), Employee.objects.get()
    assert (company.name, company.sector, company.expected_size, company.features) == (
        "Lillebo",
        "private",
        12,
        ["calendars"],
    )
    assert (person.first_name, person.last_name, person.email) == ("Dorte Marie", "Dahl", "dorte@lillebo.example")
    assert LegalEntity.objects.get().cvr == "12345678"
    assert queries.viewer(person, TODAY).everywhere(Role.HR)
    assert SealCertificate.objects.count() == 1
    assert said.splitlines()[0] == "Lillebo er klar."
    assert "færre end 35" in said


def test_the_link_lets_the_first_hr_choose_a_password() -> None:
    link = next(line for line in init(**GIVEN).splitlines() if line.startswith("http"))
    page = Client().get(link.removeprefix("http://localhost:8000"), follow=True)
    assert page.status_code == 200
    assert "password1" in page.content.decode()


def test_a_second_run_changes_nothing_and_says_so() -> None:
    init(**GIVEN)
    said = init(**{**GIVEN, "name": "Andet"})
    assert said.splitlines()[0] == "Lillebo er her allerede. Intet er ændret."
    assert (Company.objects.get().name, Employee.objects.count(), SealCertificate.objects.count()) == ("Lillebo", 1, 1)


def test_the_link_is_gone_once_a_password_is_chosen() -> None:
    init(**GIVEN)
    person = Employee.objects.get()
    person.set_password("en lang adgangskode")
    person.save()
    assert "http" not in init()


def test_without_anybody_to_ask_the_missing_options_are_named() -> None:
    with pytest.raises(CommandError, match="--cvr, --size, --hr-name, --hr-email") as caught:
        init(name="Lillebo")
    assert caught.value.returncode == 2
    assert Company.objects.count() == 0


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"cvr": "1234"}, "--cvr: Et CVR-nummer har otte cifre."),
        ({"size": "mange"}, "--size: Indtast et heltal."),
        (
            {"sector": "ngo"},
            "--sector: Marker en gyldig valgmulighed. ngo er ikke en af de tilgængelige valgmuligheder.",
        ),
        ({"hr_name": "Dorte"}, "--hr-name: Skriv både for- og efternavn."),
        ({"hr_email": "dorte"}, "--hr-email: Indtast en gyldig e-mail-adresse."),
    ],
)
def test_an_option_that_cannot_be_used_is_named(changed: dict[str, str], message: str) -> None:
    with pytest.raises(CommandError) as caught:
        init(**{**GIVEN, **changed})
    assert (str(caught.value), caught.value.returncode) == (message, 2)
    assert Company.objects.count() == 0


def test_at_a_terminal_each_question_is_asked_until_its_answer_can_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "Storebo", "12", "12345678", "state", "60", "", "Eva Lund", "eva@storebo.example")
    init()
    company = Company.objects.get()
    assert (company.sector, company.expected_size, company.language, len(company.features)) == ("state", 60, "da", 4)


def test_only_what_is_not_given_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "", "")
    init(**GIVEN)
    assert Company.objects.get().sector == "private"


def test_someone_who_goes_away_in_the_middle_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "Storebo")
    with pytest.raises(CommandError, match="Intet er oprettet"):
        init()
    assert (Company.objects.count(), Employee.objects.count()) == (0, 0)
