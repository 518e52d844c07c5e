"""Signing many papers for the employer on one page: each with its own signature, what has changed left out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from zeal import zeal_ignore

from hjemmedag.apps.documents import actions, queries
from hjemmedag.apps.documents.models import Document, Revision, Signature
from hjemmedag.apps.people.models import Employee
from tests.conftest import NOW, TODAY

if TYPE_CHECKING:
    from django.test import Client

URL = "/dokumenter/underskrifter/"
As = Callable[[Employee], "Client"]


@pytest.fixture
def waiting(certificate: object, pdf: bytes, anna: Employee, bo: Employee, dorte: Employee) -> list[Document]:
    """Three papers that only Dorte's signature is missing on."""
    rows = []
    for number, person in enumerate((anna, bo, anna)):
        row = actions.offer(
            pdf=pdf, kind="addendum", language="da", title=f"Tillæg {number}", about=person.pk,
            parties=[("employee", person.pk), ("employer", dorte.pk)], now=NOW, actor=None,
        )  # fmt: skip
        sign(row, person)
        rows.append(row)
    return rows


def seen(row: Document) -> str:
    return Revision.objects.filter(document=row).latest("number").sha256


def sign(row: Document, person: Employee) -> None:
    actions.sign(document=row.pk, signer=person.pk, expected_sha256=seen(row), authenticated=["password"], now=NOW)


def test_the_page_names_every_paper_with_its_file(waiting: list[Document], as_: As, dorte: Employee) -> None:
    assert f'href="{URL}"' in as_(dorte).get("/dokumenter/").content.decode()
    page = as_(dorte).get(URL).content.decode()
    for row in waiting:
        assert (row.title in page, f"/dokumenter/{row.pk}/fil/" in page, seen(row) in page) == (True, True, True)


def test_one_press_signs_all_chosen_each_by_itself(waiting: list[Document], as_: As, dorte: Employee) -> None:
    chosen = [f"{row.pk}-{seen(row)}" for row in waiting[:2]]
    with zeal_ignore():  # each paper is signed and recorded by itself, as on its own page
        answer = as_(dorte).post(URL, {"paper": chosen}, follow=True)
    assert "2 papirer er underskrevet." in answer.content.decode()
    assert Signature.objects.filter(party__signer=dorte).count() == 2
    assert [Document.objects.filter(evidence_of=row).count() for row in waiting] == [1, 1, 0]
    assert queries.state(waiting[2].pk).signer == dorte.pk


def test_what_changed_or_was_closed_is_left_out_and_named(waiting: list[Document], as_: As, dorte: Employee) -> None:
    chosen = [f"{waiting[0].pk}-{'0' * 64}", *(f"{row.pk}-{seen(row)}" for row in waiting[1:])]
    actions.replace(document=waiting[1].pk, actor=None, reason="Nyt tillæg.", now=NOW)
    with zeal_ignore():  # as above
        page = as_(dorte).post(URL, {"paper": chosen}, follow=True).content.decode()
    assert "1 papir er underskrevet." in page
    assert ("Ikke underskrevet: »Tillæg 0«." in page, "Ikke underskrevet: »Tillæg 1«." in page) == (True, True)
    assert [queries.state(row.pk).signer for row in waiting] == [dorte.pk, None, None]


def test_nobody_signs_what_is_not_theirs_or_nothing(
    waiting: list[Document], offered: Document, as_: As, bo: Employee, dorte: Employee
) -> None:
    assert as_(bo).get(URL).status_code == 403
    assert as_(bo).post(URL, {"paper": [f"{waiting[0].pk}-{seen(waiting[0])}"]}).status_code == 403
    assert as_(dorte).post(URL, {"paper": ["999999-x"]}).status_code == 404
    assert as_(dorte).post(URL, {"paper": ["vrøvl"]}).status_code == 400
    assert as_(dorte).post(URL, {"paper": ["1-x"] * 26}).status_code == 400
    assert "vælg mindst ét papir" in as_(dorte).post(URL, {}).content.decode()
    early = as_(dorte).post(URL, {"paper": [f"{offered.pk}-{seen(offered)}"]}, follow=True).content.decode()
    assert "Det er ikke din tur endnu" in early
    assert Signature.objects.filter(party__signer=dorte).count() == 0


def test_three_papers_take_as_many_queries_as_one(waiting: list[Document], dorte: Employee) -> None:
    with CaptureQueriesContext(connection) as three:
        assert len(queries.for_employer(dorte.pk, TODAY)) == 3
    sign(waiting[0], dorte)
    sign(waiting[1], dorte)
    with CaptureQueriesContext(connection) as one:
        assert len(queries.for_employer(dorte.pk, TODAY)) == 1
    assert len(three) == len(one)
