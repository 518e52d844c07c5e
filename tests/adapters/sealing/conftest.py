"""A company with a seal, and its addendum sealed once and twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from hjemmedag.adapters.sealing import Sealer, new_certificate
from tests.papers import addendum_pdf

MADE = datetime(2026, 1, 1, tzinfo=UTC)
SIGNED = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
COUNTERSIGNED = datetime(2026, 11, 25, 7, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Company:
    """A sealer and the certificate to trust."""

    sealer: Sealer
    certificate: bytes

    @classmethod
    def founded(cls, name: str) -> Company:
        key, certificate = new_certificate(name, now=MADE)
        return cls(Sealer.load(key=key, certificate=certificate), certificate)

    def first(self, pdf: bytes) -> bytes:
        """Anna's seal, with room for Dorte's."""
        return self.sealer.seal(
            pdf, field="Signature1", reason="Underskrevet", signer="Anna Holm", moment=SIGNED, later=["Signature2"]
        )

    def second(self, pdf: bytes) -> bytes:
        """Dorte's seal."""
        return self.sealer.seal(
            pdf, field="Signature2", reason="Medunderskrevet", signer="Dorte Lund", moment=COUNTERSIGNED
        )


@pytest.fixture(scope="session")
def company() -> Company:
    return Company.founded("Fjordbo A/S")


@pytest.fixture(scope="session")
def stranger() -> Company:
    return Company.founded("Fjordbo A/S")


@pytest.fixture(scope="session")
def paper() -> bytes:
    return addendum_pdf()


@pytest.fixture(scope="session")
def once(company: Company, paper: bytes) -> bytes:
    return company.first(paper)


@pytest.fixture(scope="session")
def twice(company: Company, once: bytes) -> bytes:
    return company.second(once)
