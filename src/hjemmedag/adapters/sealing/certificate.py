"""The company's own seal certificate: made once, replaceable, kept beside its private key."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography import x509

# X.520 allows no longer organisation or common name, and readers refuse a certificate that has one.
LONGEST_NAME = 64
VALID_YEARS = 10


def new_certificate(
    company: str, *, now: datetime, years: int = VALID_YEARS, passphrase: bytes | None = None
) -> tuple[bytes, bytes]:
    """A fresh EC P-256 key and the self-signed seal certificate of `company`, both as PEM.

    The certificate is valid from `now` (timezone-aware) for `years` × 365 days and may only be used to seal: it can't
    issue others. A name longer than 64 characters is cut. The key is encrypted when there is a `passphrase`.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = company.strip()[:LONGEST_NAME].strip()
    subject = x509.Name(
        [x509.NameAttribute(NameOID.ORGANIZATION_NAME, name), x509.NameAttribute(NameOID.COMMON_NAME, name)]
    )
    subject_key = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=365 * years))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_sealing_only(), critical=True)
        .add_extension(subject_key, critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(subject_key), critical=False)
        .sign(key, hashes.SHA256())
    )
    encryption = serialization.BestAvailableEncryption(passphrase) if passphrase else serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, encryption)
    return private, certificate.public_bytes(serialization.Encoding.PEM)


def _sealing_only() -> x509.KeyUsage:
    """Seals commit to contents (`content_commitment`), which is what validators of PAdES ask for."""
    from cryptography import x509

    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
