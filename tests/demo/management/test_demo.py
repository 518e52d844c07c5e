"""`hjemmedag demo`: what it says, and what it leaves alone."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.demo.conftest import placed


@pytest.fixture
def folder(tmp_path: Path, settings, monkeypatch: pytest.MonkeyPatch):
    """An empty data folder; the database is that of the test."""
    settings.DATA_DIR, settings.SITE_URL, settings.DEMO = tmp_path, "http://localhost:8123", True
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    with placed(tmp_path):
        yield tmp_path


def demo(*arguments: str) -> list[str]:
    out = io.StringIO()
    call_command("demo", "--no-serve", *arguments, stdout=out)
    return out.getvalue().splitlines()


def test_it_says_who_there_is_and_with_which_password(db, clock_at_ten, folder: Path):
    said = demo("--employees=8")
    assert said[0] == f"Bygger en virksomhed med 8 ansatte i {folder} …"
    assert said[3:5] == [
        "  Medarbejder               Anna Lind     anna@fjordlyst.example ",
        "  Leder                     Bo Friis      bo@fjordlyst.example   ",
    ]
    assert said[-2:] == ["Alles adgangskode: hjemme-ved-fjorden", f"Åbn den med: hjemmedag demo --data {folder}"]


def test_the_password_lets_each_of_them_in_without_a_second_factor(db, clock_at_ten, folder: Path, client, settings):
    settings.SECOND_FACTOR_GRACE_DAYS = 36500
    demo("--employees=8")
    answer = client.post("/konto/log-ind/", {"login": "anna@fjordlyst.example", "password": "hjemme-ved-fjorden"})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.get("/").status_code == 200


def test_a_folder_that_has_a_demo_company_already_is_shown_as_it_is(db, clock_at_ten, folder: Path):
    first = demo("--employees=8")
    second = demo("--employees=60", "--seed=3")
    assert second[0] == f"Der er en virksomhed i {folder} i forvejen; her er den."
    assert second[1:] == first[2:]


def test_a_real_company_is_never_opened_as_a_demo(company, folder: Path):
    with pytest.raises(CommandError, match="som demoen ikke har lavet") as refused:
        demo()
    assert refused.value.returncode == 2


@pytest.mark.parametrize("number", ["7", "0", "-5", "50001"])
def test_a_company_too_small_or_too_large_is_refused(db, folder: Path, number: str):
    with pytest.raises(CommandError, match="et tal fra 8 til 50000") as refused:
        demo(f"--employees={number}")
    assert refused.value.returncode == 2
