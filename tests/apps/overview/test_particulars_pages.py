"""Pages of an arrangement agreed by receipt: what the one who answers sees, and what the employee confirms."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from hjemmedag.apps.agreements import actions, queries
from hjemmedag.apps.agreements.models import Application, Arrangement
from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.documents.models import Revision
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy.models import Clause, PolicyVersion
from hjemmedag.core.agreements.particulars import GENERAL
from tests.conftest import NOW

if TYPE_CHECKING:
    from django.test import Client

As = Callable[[Employee], "Client"]


@pytest.fixture
def chosen(policy: PolicyVersion, dorte: Employee) -> PolicyVersion:
    PolicyVersion.objects.update(notice_months=None)
    words = {"heading_da": "Alle", "heading_en": "All", "text_da": "Gælder alle.", "text_en": "For all."}
    Clause.objects.bulk_create(Clause(version=policy, key=key, position=9, **words) for key in GENERAL)
    actions.choose_practice(days=21, window_days=14, particulars=True, revision=0, actor=dorte.pk, now=NOW)
    return policy


def test_the_one_who_answers_sees_how_it_will_be_agreed_and_why(
    chosen: PolicyVersion, apply: Callable[..., Application], as_: As, anna: Employee, bo: Employee
) -> None:
    url = f"/ansoegninger/{apply(anna).pk}/"
    assert "Med en kvittering: Medarbejderen får" in as_(bo).get(url).content.decode()
    assert "Sådan aftales det" not in as_(anna).get(url).content.decode()
    PolicyVersion.objects.update(notice_months=1)
    page = as_(bo).get(url).content.decode()
    assert "En kvittering er ikke nok her" in page
    assert "Politikken har et varsel for ordningen." in page
    PolicyVersion.objects.update(terms={"local_agreement": True})
    assert "Det ved vi ikke sikkert, så slå det op:" in as_(bo).get(url).content.decode()


def test_the_employee_reads_and_confirms_on_one_page(
    chosen: PolicyVersion, offer: Callable[..., Arrangement], as_: As, anna: Employee, bo: Employee
) -> None:
    arrangement = offer(anna, by=bo)
    [document] = queries.documents_of(arrangement)
    browser = as_(anna)
    mine = browser.get(f"/ordninger/{arrangement.pk}/").content.decode()
    assert ("Læs og bekræft" in mine, "Individuelle oplysninger givet" in mine) == (True, True)
    assert 'href="/politik/1/"' in mine
    assert "Kvittér" in browser.get(f"/dokumenter/{document}/").content.decode()
    url = f"/dokumenter/{document}/underskrift/"
    assert "Jeg har modtaget mine individuelle oplysninger" in browser.get(url).content.decode()
    seen = Revision.objects.get(document=document).sha256
    assert browser.post(url, {"sha256": "0" * 64}, follow=True).status_code == 200
    assert documents.state(document).signer == anna.pk
    done = browser.post(url, {"sha256": seen}, follow=True).content.decode()
    assert "Din kvittering er registreret." in done
    assert documents.state(document).completed_on is not None
    assert "Kvitteret for politik og oplysninger" in browser.get(f"/ordninger/{arrangement.pk}/").content.decode()
    assert as_(bo).get(url).status_code == 404


def test_the_page_of_an_addendum_says_why_a_receipt_was_not_enough(
    chosen: PolicyVersion, offer: Callable[..., Arrangement], as_: As, anna: Employee, bo: Employee
) -> None:
    PolicyVersion.objects.update(notice_months=1)
    arrangement = offer(anna, by=bo)
    page = as_(anna).get(f"/ordninger/{arrangement.pk}/").content.decode()
    assert ("En kvittering er ikke nok her" in page, "Læs og skriv under" in page) == (True, True)
