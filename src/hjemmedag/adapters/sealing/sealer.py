"""The company's key and certificate, read once, and the seals made with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from hjemmedag.adapters.sealing.errors import KeyNotReadable

if TYPE_CHECKING:
    from pyhanko.sign.signers import SimpleSigner


@dataclass(frozen=True, slots=True)
class Sealer:
    """Ready to seal any number of papers with one key; load it once a process, reading a key is not free."""

    _company: SimpleSigner

    @classmethod
    def load(cls, *, key: bytes, certificate: bytes, passphrase: bytes | None = None) -> Sealer:
        """Reads the PEM key and certificate. Raises `KeyNotReadable`, also for a wrong or missing passphrase."""
        from asn1crypto.keys import PrivateKeyInfo
        from asn1crypto.x509 import Certificate
        from cryptography import x509
        from cryptography.hazmat.primitives.serialization import (
            Encoding,
            NoEncryption,
            PrivateFormat,
            load_pem_private_key,
        )
        from pyhanko.sign.signers import SimpleSigner
        from pyhanko_certvalidator.registry import SimpleCertificateStore

        try:
            private = load_pem_private_key(key, passphrase)
            public = x509.load_pem_x509_certificate(certificate)
        except (ValueError, TypeError) as error:
            raise KeyNotReadable(str(error)) from error
        if private.public_key() != public.public_key():
            raise KeyNotReadable("the key and the certificate do not belong together")
        return cls(
            SimpleSigner(
                signing_cert=Certificate.load(public.public_bytes(Encoding.DER)),
                signing_key=PrivateKeyInfo.load(
                    private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
                ),
                cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
            )
        )

    def seal(
        self,
        pdf: bytes,
        *,
        field: str,
        reason: str,
        signer: str,
        moment: datetime,
        later: Sequence[str] = (),
        timestamp_url: str | None = None,
    ) -> bytes:
        """`pdf` with one more invisible seal at its end; all bytes before it, earlier seals too, stay as they were.

        The first seal certifies the paper: from then on nothing may be done to it but one more seal in each field
        named in `later`. `signer` is the person the seal stands for and `moment` (timezone-aware) the time it states.
        The level is B-B, or B-T where `timestamp_url` is given: what was asked for or nothing. Raises `NotReadable`,
        `CannotSeal` and `TimestampUnavailable`.
        """
        from hjemmedag.adapters.sealing.pades import sealed

        if moment.tzinfo is None:
            raise ValueError("the moment of a seal needs a time zone")
        return sealed(
            pdf,
            by=self._company,
            field=field,
            reason=reason,
            signer=signer,
            moment=moment,
            later=later,
            timestamp_url=timestamp_url,
        )
