"""A PDF, the company's seal, and a document that Anna and then Dorte are to sign."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from tests import papers
from tests.conftest import NOW

if TYPE_CHECKING:
    from hjemmedag.apps.documents.models import Document, SealCertificate, Signature
    from hjemmedag.apps.people.models import Company, Employee


@pytest.fixture(scope="session")
def pdf() -> bytes:
    """An addendum as it is offered."""
    return papers.addendum_pdf()


@pytest.fixture
def certificate(company: Company) -> SealCertificate:
    """The company's own seal certificate, made a minute ago."""
    from hjemmedag.apps.documents import actions

    return actions.ensure_certificate(company_name=company.name, now=NOW)


@pytest.fixture
def offered(certificate: SealCertificate, pdf: bytes, anna: Employee, dorte: Employee) -> Document:
    """An addendum offered to Anna, then Dorte."""
    from hjemmedag.apps.documents import actions

    return actions.offer(
        pdf=pdf,
        kind="addendum",
        language="da",
        title="Tillæg om hjemmearbejde for Anna Test",
        about=anna.pk,
        parties=[("employee", anna.pk), ("employer", dorte.pk)],
        now=NOW,
        actor=dorte.pk,
    )


@pytest.fixture
def sign() -> Callable[..., Signature]:
    """`sign(document, anna)`: Anna signs the file as it is now."""
    from hjemmedag.apps.documents import actions
    from hjemmedag.apps.documents.queries.files import latest

    def sign(document: Document, person: Employee, now: datetime = NOW) -> Signature:
        return actions.sign(
            document=document.pk,
            signer=person.pk,
            expected_sha256=latest(document.pk).sha256,
            authenticated=("password", "totp"),
            now=now,
        )

    return sign
