"""The pages of arrangements from before: what they say, what they lack, and what ending them would take."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from hjemmedag.apps.agreements import actions, queries
from hjemmedag.apps.agreements.models import Addendum, Arrangement, Terms
from hjemmedag.apps.people.models import AgreementProfile, Employee, EmploymentTerms
from hjemmedag.apps.policy.models import PolicyVersion
from tests.conftest import NOW, TODAY
from tests.papers import old_paper

Browser = Callable[[Employee], Client]
HEADINGS = "medarbejdernr;model;mønster;adresse;land;fra;til;politikversion;fil;varsel"


@pytest.fixture
def earlier(seal: None) -> Callable[..., Arrangement]:
    """`earlier(anna, paper=…)` takes in an arrangement that lacks everything else."""

    def earlier(person: Employee, *, paper: bytes | None = None, notice: str = "") -> Arrangement:
        row = f"{person.number};hybrid;ma, on;;;01-03-2025;;;anna.pdf;{notice}"
        actions.take_in_arrangements(
            name="ordninger.csv",
            content=f"{HEADINGS}\n{row}".encode(),
            papers=lambda _name: paper,
            actor=None,
            now=NOW,
            today=TODAY,
        )
        return Arrangement.objects.get(employee=person)

    return earlier


def test_the_page_says_that_it_is_from_before_and_what_is_missing(
    anna: Employee, dorte: Employee, earlier: Callable[..., Arrangement], as_: Browser
) -> None:
    pk = earlier(anna).pk
    own, hr = (as_(who).get(f"/ordninger/{pk}/").content.decode() for who in (anna, dorte))
    for page in (own, hr):
        assert "Ordningen er indgået før hjemmedag" in page
        assert "Mangler endnu: det underskrevne tillæg, adressen, rummet, arbejdstiden." in page
    assert (f"/ordninger/{pk}/mangler/" in own, f"/ordninger/{pk}/mangler/" in hr) == (False, True)
    assert as_(anna).get("/hjemmedage/").status_code == as_(anna).get("/").status_code == 200


def test_hr_fills_it_in_and_the_page_has_nothing_left_to_ask(
    anna: Employee, dorte: Employee, earlier: Callable[..., Arrangement], as_: Browser
) -> None:
    url = f"/ordninger/{earlier(anna).pk}/mangler/"
    browser = as_(dorte)
    paper = SimpleUploadedFile("anna.pdf", old_paper(), content_type="application/pdf")
    said = {"street": "Birkevej 7", "postcode": "8240", "city": "Risskov", "country": "DK", "room": "kontoret"}
    assert browser.post(url, {"paper": paper, **said, "start": "8", "end": "16"}).status_code == 302
    assert "Der mangler ikke noget" in browser.get(url).content.decode()
    assert queries.gaps(Terms.objects.get()) == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "Der er ikke udfyldt noget."),
        ({"street": "Birkevej 7"}, "Skriv hele adressen."),
        ({"start": "8"}, "Skriv både begyndelse og slutning."),
        ({"start": "16", "end": "8"}, "En arbejdsdag skal slutte, efter den er begyndt."),
        ({"paper": SimpleUploadedFile("anna.pdf", b"Kaere Anna")}, "Filen kan ikke læses som PDF."),
    ],
)
def test_what_is_filled_in_wrongly_is_named_and_kept_out(
    said: dict[str, object],
    words: str,
    anna: Employee,
    dorte: Employee,
    earlier: Callable[..., Arrangement],
    as_: Browser,
) -> None:
    page = as_(dorte).post(f"/ordninger/{earlier(anna).pk}/mangler/", said).content.decode()
    assert words in page
    assert Addendum.objects.get().document is None


def test_an_arrangement_agreed_here_has_nothing_to_fill_in(
    bo: Employee, hire: Callable[..., Employee], offer: Callable[..., Arrangement], as_: Browser
) -> None:
    hr = hire("Else", role="hr", manager=bo)
    page = as_(hr).post(f"/ordninger/{offer(hr, by=bo).pk}/mangler/", {"room": "kontoret"})
    assert page.status_code == 200
    assert "Ordningen er aftalt her, så der mangler ikke noget i den." in page.content.decode()


def test_the_document_page_claims_no_seal(anna: Employee, earlier: Callable[..., Arrangement], as_: Browser) -> None:
    earlier(anna, paper=old_paper())
    document = Addendum.objects.get().document_id
    page = as_(anna).get(f"/dokumenter/{document}/").content.decode()
    assert "Filen er fra før hjemmedag" in page
    assert "lukker filen med virksomhedens segl" not in page
    check = as_(anna).get(f"/dokumenter/{document}/tjek/").content.decode()
    assert "Filen er i vores arkiv, fra før hjemmedag" in check


def test_both_sides_notice_by_the_law_is_counted_and_nothing_ends(
    anna: Employee, bo: Employee, earlier: Callable[..., Arrangement], as_: Browser
) -> None:
    arrangement = earlier(anna)
    EmploymentTerms.objects.update(agreement=AgreementProfile.objects.create(name="Industriens Funktionæroverenskomst"))
    page = as_(bo).get(f"/ordninger/{arrangement.pk}/varsel/?given_on=2026-12-01").content.decode()
    assert "Varslet er 4 måneder og løber ud fredag 30. april 2027." in page
    assert "Varslet er 1 måned og løber ud søndag 31. januar 2027." in page
    assert "Industriens Funktionæroverenskomst kan give et andet varsel." in page
    assert "Det er regnet som for en funktionær. Andet arbejde har kontraktens varsel." in page
    assert "Vi ved ikke, hvilket varsel der er aftalt for ordningen." in page
    assert queries.standing(arrangement, date(2028, 1, 1)).living


def test_an_agreed_notice_goes_before_the_law_and_a_day_before_today_is_refused(
    anna: Employee, earlier: Callable[..., Arrangement], as_: Browser
) -> None:
    url = f"/ordninger/{earlier(anna, notice='1').pk}/varsel/"
    page = as_(anna).get(url).content.decode()
    assert page.count("Varslet er 1 måned og løber ud torsdag 31. december 2026.") == 2
    assert "regnet som for en funktionær" not in page
    assert "Vi ved ikke, hvilket varsel" not in page
    assert "Den dag er gået." in as_(anna).get(url + "?given_on=2020-01-01").content.decode()
    assert "Så slutter den" not in as_(anna).get(url + "?given_on=sne").content.decode()


def test_an_agreed_policy_stays_linked(
    anna: Employee, policy: PolicyVersion, earlier: Callable[..., Arrangement], as_: Browser
) -> None:
    Terms.objects.filter(arrangement=earlier(anna)).update(policy_version=policy)
    assert f"/politik/{policy.number}/" in as_(anna).get(f"/ordninger/{Arrangement.objects.get().pk}/").content.decode()
