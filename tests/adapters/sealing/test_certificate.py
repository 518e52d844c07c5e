"""The company's own seal certificate."""

from __future__ import annotations

from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from hjemmedag.adapters.sealing import KeyNotReadable, Sealer, new_certificate

from .conftest import MADE


def test_it_names_the_company_and_may_only_seal() -> None:
    certificate = x509.load_pem_x509_certificate(new_certificate("Fjordbo A/S", now=MADE)[1])
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage)
    issuing = certificate.extensions.get_extension_for_class(x509.BasicConstraints)
    assert certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)[0].value == "Fjordbo A/S"
    assert certificate.issuer == certificate.subject
    assert isinstance(certificate.public_key(), ec.EllipticCurvePublicKey)
    assert (usage.critical, usage.value.content_commitment, usage.value.key_cert_sign) == (True, True, False)
    assert (issuing.critical, issuing.value.ca) == (True, False)


def test_it_is_valid_from_now_for_the_years_asked_for() -> None:
    certificate = x509.load_pem_x509_certificate(new_certificate("Fjordbo A/S", now=MADE, years=2)[1])
    assert (certificate.not_valid_before_utc, certificate.not_valid_after_utc) == (MADE, MADE + timedelta(days=730))


@pytest.mark.parametrize("name", ["Ærø & Åkirkeby ApS", "x" * 120, "  Fjordbo A/S  "])
def test_any_company_name_fits(name: str) -> None:
    certificate = x509.load_pem_x509_certificate(new_certificate(name, now=MADE)[1])
    assert certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value == name.strip()[:64]


def test_a_key_with_a_passphrase_opens_with_it_alone() -> None:
    key, certificate = new_certificate("Fjordbo A/S", now=MADE, passphrase=b"fjord")
    assert key.startswith(b"-----BEGIN ENCRYPTED PRIVATE KEY-----")
    Sealer.load(key=key, certificate=certificate, passphrase=b"fjord")
    for wrong in (b"bo", None):
        with pytest.raises(KeyNotReadable):
            Sealer.load(key=key, certificate=certificate, passphrase=wrong)


def test_a_key_of_another_certificate_is_refused() -> None:
    key, _ = new_certificate("Fjordbo A/S", now=MADE)
    _, other = new_certificate("Fjordbo A/S", now=MADE)
    with pytest.raises(KeyNotReadable, match="do not belong together"):
        Sealer.load(key=key, certificate=other)


@pytest.mark.parametrize(
    "rubbish", [b"", b"rubbish", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"]
)
def test_rubbish_is_no_key_and_no_certificate(rubbish: bytes) -> None:
    key, certificate = new_certificate("Fjordbo A/S", now=MADE)
    with pytest.raises(KeyNotReadable):
        Sealer.load(key=rubbish, certificate=certificate)
    with pytest.raises(KeyNotReadable):
        Sealer.load(key=key, certificate=rubbish)
