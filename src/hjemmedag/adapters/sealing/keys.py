"""Certificates and private keys as files: what a certificate says of itself, and a key under another passphrase."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hjemmedag.adapters.sealing.errors import KeyNotReadable


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """Whose certificate it is, when it is valid (timezone-aware), and the SHA-256 of its DER form."""

    subject: str
    valid_from: datetime
    valid_until: datetime
    fingerprint: str


def facts_of(certificate: bytes) -> CertificateFacts:
    """What a PEM certificate says of itself. Raises `KeyNotReadable`."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.x509.oid import NameOID

    try:
        read = x509.load_pem_x509_certificate(certificate)
    except ValueError as error:
        raise KeyNotReadable(str(error)) from error
    names = read.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return CertificateFacts(
        subject=str(names[0].value) if names else read.subject.rfc4514_string(),
        valid_from=read.not_valid_before_utc,
        valid_until=read.not_valid_after_utc,
        fingerprint=read.fingerprint(hashes.SHA256()).hex(),
    )


def rewrapped(key: bytes, *, passphrase: bytes | None, under: bytes) -> bytes:
    """The PEM key, encrypted with the passphrase `under` instead. Raises `KeyNotReadable`, also for a wrong one."""
    from cryptography.hazmat.primitives.serialization import (
        BestAvailableEncryption,
        Encoding,
        PrivateFormat,
        load_pem_private_key,
    )

    try:
        private = load_pem_private_key(key, passphrase)
    except (ValueError, TypeError) as error:
        raise KeyNotReadable(str(error)) from error
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(under))
