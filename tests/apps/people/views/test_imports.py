"""Medarbejderlisten in the browser: chosen, looked at, taken in, undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hjemmedag.adapters.spreadsheets import read
from hjemmedag.apps.people import models
from tests.apps.people.staff_files import HEADINGS, line, staff_file
from tests.conftest import NOW

As = Callable[[models.Employee], Client]
IMPORT, PREVIEW = "/mennesker/import/", "/mennesker/import/gennemsyn/"


@pytest.fixture(autouse=True)
def files(tmp_path: object, settings: Any) -> None:
    """Uploaded files go to a folder of the test's own."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
    }


def choose(client: Client, content: bytes, name: str = "liste.csv") -> HttpResponse:
    """Choose a file, and see what comes."""
    return client.post(IMPORT, {"file": SimpleUploadedFile(name, content)}, follow=True)


def confirm(client: Client, **said: Any) -> HttpResponse:
    """Look at the preview and press the button."""
    digest = client.get(PREVIEW).context["seen"].plan.digest
    return client.post(PREVIEW, {"digest": digest, **said}, follow=True)


def kept() -> list[str]:
    """The uploads kept on the server."""
    return default_storage.listdir("imports")[1]


def test_a_list_is_looked_at_before_it_is_taken_in(dorte: models.Employee, as_: As) -> None:
    client = as_(dorte)
    response = choose(client, staff_file([line(arbejdssted="Odense")]))
    assert [one.name for one in response.context["lines"]] == ["Mads Ny"]
    assert not models.Employee.objects.filter(number="1001").exists()
    assert "Mads Ny" in response.content.decode()
    done = confirm(client)
    assert models.Employee.objects.filter(number="1001").exists()
    source = models.Import.objects.get()
    assert done.redirect_chain == [(f"/mennesker/import/{source.pk}/", 302)]
    assert (source.file_name, source.made_by) == ("liste.csv", dorte)
    assert done.context["brought"].sites == ("Odense",)
    assert kept() == []


def test_faults_are_shown_by_row_and_there_is_no_button_to_take_the_list_in(dorte: models.Employee, as_: As) -> None:
    client = as_(dorte)
    response = choose(client, staff_file([line(), line("1002", ansat_fra="31-02-2026")]))
    text = response.content.decode()
    assert "&quot;31-02-2026&quot; er ikke en dato." in text
    assert 'name="digest"' not in text
    digest = response.context["seen"].plan.digest
    refused = client.post(PREVIEW, {"digest": digest})
    assert refused.status_code == 200
    assert models.Employee.objects.count() == 1


def test_a_file_that_is_no_table_is_refused_at_once(dorte: models.Employee, as_: As) -> None:
    response = choose(as_(dorte), b"%PDF-1.7 \x00", "billede.csv")
    assert response.context["form"].errors == {
        "file": ["Filen er ikke en tabel. Gem listen som CSV eller Excel (.xlsx), og prøv igen."]
    }
    assert not default_storage.exists("imports")


def test_no_file_at_all_is_asked_for(dorte: models.Employee, as_: As) -> None:
    assert "file" in as_(dorte).post(IMPORT).context["form"].errors


def test_a_list_that_changes_nothing_says_so(dorte: models.Employee, as_: As) -> None:
    client = as_(dorte)
    choose(client, staff_file([line()]))
    confirm(client)
    assert choose(client, staff_file([line()])).context["seen"].plan.changes == ()
    assert models.Import.objects.count() == 1


def test_a_second_press_is_told_that_it_is_done(dorte: models.Employee, as_: As) -> None:
    client = as_(dorte)
    choose(client, staff_file([line()]))
    digest = client.get(PREVIEW).context["seen"].plan.digest
    first = client.post(PREVIEW, {"digest": digest})
    second = client.post(PREVIEW, {"digest": digest})
    assert first.url == second.url == f"/mennesker/import/{models.Import.objects.get().pk}/"
    assert client.get(PREVIEW).url == first.url


def test_a_company_that_changed_meanwhile_shows_the_list_once_more(dorte: models.Employee, as_: As) -> None:
    client = as_(dorte)
    row = line(dorte.number, email=dorte.email, fornavn="Dorte", efternavn="Test", stilling="Direktør")
    choose(client, staff_file([row]))
    digest = client.get(PREVIEW).context["seen"].plan.digest
    models.EmploymentTerms.objects.update(title="Chef")
    assert client.post(PREVIEW, {"digest": digest}).url == PREVIEW
    assert models.EmploymentTerms.objects.get().title == "Chef"


def test_an_unusually_large_change_must_be_confirmed_twice(dorte: models.Employee, as_: As) -> None:
    client = as_(dorte)
    numbers = [str(1000 + n) for n in range(12)]
    choose(client, staff_file(line(number) for number in numbers))
    confirm(client)
    choose(client, staff_file(line(number, stilling="Chef") for number in numbers))
    assert "though_large" in confirm(client).context["form"].errors
    confirm(client, though_large="on")
    assert models.Import.objects.count() == 2


def test_an_unknown_agreement_can_be_said_to_be_a_known_one(dorte: models.Employee, as_: As) -> None:
    client = as_(dorte)
    models.AgreementProfile.objects.create(name="HK Privat")
    choose(client, staff_file([line(overenskomst="HK/Privat")]))
    confirm(client, agreement_0="HK Privat")
    assert models.AgreementProfile.objects.get().other_names == ["HK/Privat"]


def test_with_several_employers_one_is_chosen(dorte: models.Employee, as_: As) -> None:
    client = as_(dorte)
    other = models.LegalEntity.objects.create(name="Den anden ApS", cvr="87654321", starts=NOW.date())
    choose(client, staff_file([line()]))
    assert "employer" in confirm(client).context["form"].errors
    confirm(client, employer=other.pk)
    assert models.Employment.objects.get(employee__number="1001").legal_entity == other


def test_an_import_is_undone_from_its_page(dorte: models.Employee, as_: As) -> None:
    client = as_(dorte)
    choose(client, staff_file([line()]))
    confirm(client)
    source = models.Import.objects.get()
    url = f"/mennesker/import/{source.pk}/"
    assert f'action="{url}fortrydelse/"' in client.get(url).content.decode()
    client.post(f"{url}fortrydelse/")
    assert not models.Employee.objects.filter(number="1001").exists()
    page = client.get(url)
    assert page.context["done"].undone_by == dorte
    assert "fortrydelse" not in page.content.decode()


def test_an_undoing_that_is_refused_says_what_stands_in_the_way(dorte: models.Employee, as_: As) -> None:
    client = as_(dorte)
    choose(client, staff_file([line()]))
    confirm(client)
    models.Employee.objects.filter(number="1001").update(last_login=NOW)
    response = client.post(f"/mennesker/import/{models.Import.objects.get().pk}/fortrydelse/", follow=True)
    assert "Mads Ny" in response.content.decode()
    assert models.Employee.objects.filter(number="1001").exists()


def test_a_file_nobody_confirms_is_dropped_after_a_day(
    dorte: models.Employee, as_: As, clock: time_machine.Traveller
) -> None:
    client = as_(dorte)
    choose(client, staff_file([line()]))
    (old,) = kept()
    choose(client, staff_file([line("1002")]))
    (replacing,) = kept()
    assert old != replacing
    # Files carry the machine's own time, which is not the test's.
    written = default_storage.get_modified_time(f"imports/{replacing}")
    clock.move_to(written + timedelta(days=1, minutes=1))
    choose(as_(dorte), staff_file([line("1003")]))
    assert replacing not in kept()


def test_a_lost_file_is_asked_for_again(dorte: models.Employee, as_: As) -> None:
    assert as_(dorte).get(PREVIEW).url == IMPORT


@pytest.mark.parametrize("who", ["anna", "bo", "eva", "finn", "gry", "hans", "ida", "jens"])
def test_only_hr_for_the_whole_company_gets_in(who: str, request: pytest.FixtureRequest, as_: As) -> None:
    client = as_(request.getfixturevalue(who))
    source = models.Import.objects.create(key="k", file_name="x", sha256="", made_at=NOW)
    pages = [IMPORT, PREVIEW, f"{IMPORT}{source.pk}/", f"{IMPORT}skabelon.csv", f"{IMPORT}medarbejdere.csv"]
    assert [client.get(page).status_code for page in pages] == [403] * 5
    assert client.post(f"{IMPORT}{source.pk}/fortrydelse/").status_code == 403


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_template_has_the_headings_and_the_list_can_be_taken_in_again(
    dorte: models.Employee, as_: As, ending: str
) -> None:
    client = as_(dorte)
    assert read(client.get(f"{IMPORT}skabelon.{ending}").content).headings == tuple(HEADINGS.split(";"))
    own = client.get(f"{IMPORT}medarbejdere.{ending}")
    assert own["Content-Disposition"] == f'attachment; filename="medarbejdere-2026-11-23.{ending}"'
    seen = choose(client, own.content).context["seen"]
    assert (seen.rows, seen.faults, seen.plan.changes) == (1, (), ())


def test_a_file_of_another_kind_does_not_exist(dorte: models.Employee, as_: As) -> None:
    assert as_(dorte).get(f"{IMPORT}medarbejdere.pdf").status_code == 404


def test_pages_cost_the_same_queries_for_one_row_and_for_many(dorte: models.Employee, as_: As) -> None:
    client = as_(dorte)

    def cost(url: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    choose(client, staff_file([line()]))
    preview_of_one = cost(PREVIEW)
    confirm(client)
    page_with_one, first = cost(IMPORT), cost(f"{IMPORT}{models.Import.objects.get().pk}/")
    choose(client, staff_file(line(str(2000 + n), arbejdssted=f"Sted {n}") for n in range(60)))
    assert cost(PREVIEW) == preview_of_one
    confirm(client)
    choose(client, staff_file([line("3000")]))
    confirm(client)
    assert cost(IMPORT) == page_with_one
    assert cost(f"{IMPORT}{models.Import.objects.order_by('pk')[1].pk}/") == first


def test_the_kinds_of_change_can_be_shown_one_at_a_time(dorte: models.Employee, as_: As) -> None:
    client = as_(dorte)
    choose(client, staff_file([line(), line("1002")]))
    confirm(client)
    choose(client, staff_file([line(stilling="Chef"), line("1002", ansat_til="30-11-2026"), line("1003")]))

    def numbers(query: str) -> list[str]:
        return [one.number for one in client.get(PREVIEW + query).context["lines"]]

    assert numbers("") == ["1001", "1002", "1003"]
    assert [numbers(f"?kind={kind}") for kind in ("created", "changed", "ended")] == [["1003"], ["1001"], ["1002"]]
    assert numbers("?kind=vrøvl") == ["1001", "1002", "1003"]
