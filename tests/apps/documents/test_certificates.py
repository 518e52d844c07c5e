"""The company's seal certificate: made, renewed, installed, near its end."""

import stat
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from django.core.management import CommandError, call_command

from hjemmedag.adapters.sealing import KeyNotReadable, Sealer
from hjemmedag.apps.documents import actions, duties, queries
from hjemmedag.apps.documents.models import SealCertificate
from hjemmedag.apps.documents.queries.certificates import key_file
from hjemmedag.core.duties import Duty, Scope
from hjemmedag.core.refusals import Refused
from tests.conftest import NOW


@pytest.fixture(scope="module")
def bought():
    """A certificate from elsewhere with its RSA key, valid in 2026 and 2027, the key under the passphrase "abc"."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Prøvefirmaet (tillidstjeneste)")])
    usage = dict.fromkeys(
        (
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "key_cert_sign",
            "crl_sign",
            "encipher_only",
            "decipher_only",
        ),
        False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(datetime(2026, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2028, 1, 1, tzinfo=UTC))
        .add_extension(x509.KeyUsage(digital_signature=True, content_commitment=True, **usage), critical=True)
        .sign(key, hashes.SHA256())
    )
    return certificate.public_bytes(serialization.Encoding.PEM), key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(b"abc"),
    )


def test_a_certificate_is_made_once(company):
    first = actions.ensure_certificate(company_name=company.name, now=NOW)
    assert actions.ensure_certificate(company_name=company.name, now=NOW + timedelta(days=30)) == first
    assert SealCertificate.objects.count() == 1


def test_its_key_is_encrypted_in_a_file_that_only_we_can_read_and_not_in_the_database(certificate):
    file = key_file(certificate.fingerprint)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert file.read_text().startswith("-----BEGIN ENCRYPTED PRIVATE KEY-----")
    assert "PRIVATE" not in certificate.pem
    with pytest.raises(KeyNotReadable):
        Sealer.load(key=file.read_bytes(), certificate=certificate.pem.encode(), passphrase=b"guess")


def test_an_ended_certificate_is_followed_by_a_new_one(certificate, company):
    later = certificate.expires_at
    assert queries.current(later) is None
    assert actions.ensure_certificate(company_name=company.name, now=later) != certificate


def test_a_document_sealed_before_a_renewal_stays_genuine(offered, anna, sign, company):
    sign(offered, anna)
    actions.replace_certificate(company_name=company.name, actor=None, now=NOW)
    assert queries.check(queries.file_of(offered.pk)).finding is queries.Finding.HELD


def test_both_certificates_may_stand_in_one_document(offered, anna, dorte, sign, company):
    sign(offered, anna)
    actions.replace_certificate(company_name=company.name, actor=None, now=NOW)
    sign(offered, dorte)
    result = queries.check(queries.file_of(offered.pk))
    assert (result.finding, len(result.examination.seals)) == (queries.Finding.HELD, 2)


def test_a_certificate_from_elsewhere_seals_from_then_on(offered, anna, sign, bought):
    certificate, key = bought
    actions.install_certificate(certificate=certificate, key=key, key_passphrase=b"abc", actor=None, now=NOW)
    sign(offered, anna)
    result = queries.check(queries.file_of(offered.pk))
    assert [(seal.by, seal.trusted) for seal in result.examination.seals] == [("Prøvefirmaet (tillidstjeneste)", True)]


def test_a_wrong_passphrase_is_refused_and_nothing_changes(certificate, bought):
    with pytest.raises(Refused):
        actions.install_certificate(certificate=bought[0], key=bought[1], key_passphrase=b"no", actor=None, now=NOW)
    assert SealCertificate.objects.count() == 1


def test_a_key_that_belongs_to_another_certificate_is_refused(certificate, bought):
    with pytest.raises(Refused, match=r"hører de sammen|belong together"):
        actions.install_certificate(
            certificate=certificate.pem.encode(), key=bought[1], key_passphrase=b"abc", actor=None, now=NOW
        )


@pytest.mark.parametrize("day", [datetime(2025, 12, 31, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)])
def test_a_certificate_that_is_not_valid_today_is_refused(company, bought, day):
    with pytest.raises(Refused, match="gælder ikke i dag"):
        actions.install_certificate(certificate=bought[0], key=bought[1], key_passphrase=b"abc", actor=None, now=day)


def test_the_same_certificate_is_not_installed_twice(company, bought):
    actions.install_certificate(certificate=bought[0], key=bought[1], key_passphrase=b"abc", actor=None, now=NOW)
    with pytest.raises(Refused, match="i forvejen"):
        actions.install_certificate(certificate=bought[0], key=bought[1], key_passphrase=b"abc", actor=None, now=NOW)


def test_the_command_names_a_file_that_is_not_there(company, tmp_path):
    with pytest.raises(CommandError, match=r"missing\.pem"):
        call_command("install_seal", tmp_path / "missing.pem", tmp_path / "key.pem", stdout=StringIO())


def test_two_months_before_its_end_it_asks_for_a_new_one(certificate, gry, dorte):
    last = certificate.expires_at.date()
    early, late = last - timedelta(days=62), last - timedelta(days=59)
    assert list(duties.due(Scope(), early)) == []
    assert list(duties.due(Scope(), late)) == [
        Duty(
            kind="documents.certificate",
            owner=gry.pk,
            about=gry.pk,
            subject=certificate.pk,
            rule="documents.seal",
            minutes=2,
            due=date(2036, 11, 20),
        )
    ]
    assert list(duties.due(Scope(dorte.pk), late)) == []


def test_without_it_staff_hr_is_asked(certificate, dorte):
    owners = [duty.owner for duty in duties.due(Scope(), certificate.expires_at.date())]
    assert owners == [dorte.pk]


def test_a_renewed_certificate_asks_for_nothing(certificate, gry, company):
    actions.replace_certificate(company_name=company.name, actor=gry.pk, now=certificate.expires_at)
    assert list(duties.due(Scope(), certificate.expires_at.date())) == []
