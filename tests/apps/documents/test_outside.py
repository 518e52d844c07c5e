"""Signed with a service outside: filed when the file itself shows that both have signed exactly what was offered."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import translation

from hjemmedag.adapters.sealing import Sealer, new_certificate
from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.documents import actions, queries
from hjemmedag.apps.documents.models import Document, Revision, Signature
from hjemmedag.apps.documents.queries.files import contents
from hjemmedag.apps.people.models import Employee
from hjemmedag.core.refusals import Refused
from tests.conftest import NOW

if TYPE_CHECKING:
    from django.test import Client

    from hjemmedag.apps.agreements.models import Arrangement

MADE = NOW - timedelta(days=300)
THEN = NOW + timedelta(minutes=1)
LATER = NOW + timedelta(minutes=5)


def signed(pdf: bytes, *names: str, when: datetime = THEN, made: datetime = MADE) -> bytes:
    """As a service does it: one signature after the other, each with a certificate in the signer's name."""
    fields = [f"Outside{number}" for number, _name in enumerate(names)]
    for number, name in enumerate(names):
        key, certificate = new_certificate(name, now=made)
        pdf = Sealer.load(key=key, certificate=certificate).seal(
            pdf, field=fields[number], reason="Signed", signer=name, moment=when, later=fields[number + 1 :]
        )
    return pdf


@pytest.fixture
def document(anna: Employee, bo: Employee, offer: Callable[..., Arrangement]) -> Document:
    offer(anna, by=bo)
    return Document.objects.get()


@pytest.fixture
def paper(document: Document) -> bytes:
    return contents(Revision.objects.get(document=document))


def file(document: Document, pdf: bytes, dorte: Employee) -> list[Signature]:
    return actions.file_outside(document=document.pk, pdf=pdf, service="Signaturhuset", actor=dorte.pk, now=LATER)


def refused(document: Document, pdf: bytes, dorte: Employee) -> str:
    with translation.override("en"), pytest.raises(Refused) as met:
        file(document, pdf, dorte)
    assert (Signature.objects.count(), Revision.objects.count()) == (0, 1)
    return met.value.message


def test_what_both_have_signed_is_filed_with_each_file_and_certificate(
    document: Document, paper: bytes, anna: Employee, dorte: Employee
) -> None:
    pdf = signed(paper, "Anna Test", "Dorte Test")
    first, second = file(document, pdf, dorte)
    assert (first.party.signer, second.party.signer) == (anna, dorte)
    assert queries.file_of(document.pk) == pdf
    assert (first.sha256, second.sha256) == (document.sha256, first.revision.sha256)
    assert pdf.startswith(contents(first.revision))
    assert (first.outside["service"], first.outside["self_issued"]) == ("Signaturhuset", True)
    assert "Anna Test" in first.outside["subject"]
    assert queries.state(document.pk).standing is queries.Standing.COMPLETE
    assert queries.check(pdf).finding is queries.Finding.OUTSIDE
    assert (audit.broken_link(), list(audit.changed_rows())) == (None, [])


def test_the_order_of_signing_and_signatures_of_the_service_itself_do_not_matter(
    document: Document, paper: bytes, anna: Employee, dorte: Employee
) -> None:
    given = file(document, signed(paper, "Dorte Test", "Anna Marie Test", "Signaturhuset A/S"), dorte)
    assert [one.party.signer for one in given] == [dorte, anna]


def test_the_evidence_says_that_the_issuers_were_not_verified(
    document: Document, paper: bytes, dorte: Employee
) -> None:
    file(document, signed(paper, "Anna Test", "Dorte Test"), dorte)
    assert actions.prove(document=document.pk, now=LATER)
    assert Document.objects.get(evidence_of=document).kind == "evidence"
    [line, _other] = queries.story(queries.detailed(Document.objects.filter(pk=document.pk)).get()).signers
    with translation.override("en"):
        assert "Signaturhuset" in line.method


def test_a_changed_one_is_refused_wherever_it_was_changed(document: Document, paper: bytes, dorte: Employee) -> None:
    whole = signed(paper, "Anna Test", "Dorte Test")
    early = bytearray(whole)
    early[len(paper) // 2] ^= 1
    assert "first bytes differ" in refused(document, bytes(early), dorte)
    late = bytearray(whole)
    late[-len(whole[len(paper) :]) // 2] ^= 1
    said = refused(document, bytes(late), dorte)
    assert [words for words in ("broken", "can’t read", "More than") if words in said]


def added_to(pdf: bytes) -> bytes:
    """One more update, which gives the first page another content."""
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    update = IncrementalPdfFileWriter(io.BytesIO(pdf))
    page = update.root["/Pages"]["/Kids"][0]
    content = update.add_object(generic.StreamObject(stream_data=b"q Q"))
    page[generic.NameObject("/Contents")] = content
    update.update_container(page)
    out = io.BytesIO()
    update.write(out)
    return out.getvalue()


def test_an_unsigned_one_and_one_with_more_than_signatures_are_refused(
    document: Document, paper: bytes, dorte: Employee
) -> None:
    assert "no electronic signature" in refused(document, paper, dorte)
    assert "More than signatures" in refused(document, added_to(signed(paper, "Anna Test", "Dorte Test")), dorte)
    assert "More than signatures" in refused(document, signed(added_to(paper), "Anna Test", "Dorte Test"), dorte)


@pytest.mark.parametrize(
    "names", [("Anna Test",), ("Anna Test", "Carl Test"), ("Anna Holm", "Dorte Test"), ("Test", "Dorte Test")]
)
def test_one_that_the_parties_have_not_both_signed_is_refused(
    document: Document, paper: bytes, dorte: Employee, names: tuple[str, ...]
) -> None:
    assert "No signature names" in refused(document, signed(paper, *names), dorte)


def test_times_and_certificates_that_can_not_be_right_are_refused(
    document: Document, paper: bytes, dorte: Employee
) -> None:
    both = ("Anna Test", "Dorte Test")
    assert "not offered yet" in refused(document, signed(paper, *both, when=NOW - timedelta(days=1)), dorte)
    assert "lies ahead" in refused(document, signed(paper, *both, when=NOW + timedelta(days=1)), dorte)
    coming = signed(paper, *both, made=NOW + timedelta(days=3))
    assert "not valid when it signed" in refused(document, coming, dorte)


def test_what_is_no_pdf_or_signed_here_or_closed_is_refused(
    document: Document, paper: bytes, anna: Employee, dorte: Employee
) -> None:
    assert "no electronic signature" in refused(document, paper + b"startxref", dorte)
    whole = signed(paper, "Anna Test", "Dorte Test")
    actions.decline(document=document.pk, actor=anna.pk, reason="Nej.", now=NOW)
    assert "closed already" in refused(document, whole, dorte)


def test_it_is_filed_once(document: Document, paper: bytes, dorte: Employee) -> None:
    whole = signed(paper, "Anna Test", "Dorte Test")
    file(document, whole, dorte)
    with pytest.raises(Refused):
        file(document, whole, dorte)
    assert Signature.objects.count() == 2


def test_the_export_holds_the_very_file_and_the_parties_in_order(
    document: Document, paper: bytes, as_: Callable[[Employee], Client], dorte: Employee, anna: Employee
) -> None:
    answer = as_(dorte).get(f"/dokumenter/{document.pk}/udenfor/fil/")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        assert archive.read(manifest["file"]) == paper
    assert manifest["sha256"] == hashlib.sha256(paper).hexdigest()
    assert [(one["side"], one["name"]) for one in manifest["parties"]] == [
        ("employee", "Anna Test"),
        ("employer", "Dorte Test"),
    ]
    assert as_(anna).get(f"/dokumenter/{document.pk}/udenfor/").status_code == 403


def test_the_page_files_what_came_back_and_says_what_is_wrong_with_it(
    document: Document, paper: bytes, as_: Callable[[Employee], Client], dorte: Employee
) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    url, browser = f"/dokumenter/{document.pk}/udenfor/", as_(dorte)
    answer = browser.post(url, {"service": "Huset", "file": SimpleUploadedFile("a.pdf", paper)})
    assert (answer.status_code, "elektronisk underskrift" in answer.content.decode()) == (200, True)
    whole = signed(paper, "Anna Test", "Dorte Test")
    answer = browser.post(url, {"service": "Huset", "file": SimpleUploadedFile("a.pdf", whole)})
    assert answer.status_code == 302
    assert browser.get(url).status_code == 403
    assert "Huset" in browser.get(f"/dokumenter/{document.pk}/").content.decode()
