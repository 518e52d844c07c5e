"""The certificates that the company seals with, and the seal itself, ready to use."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from hjemmedag.adapters.sealing import KeyNotReadable, Sealer
from hjemmedag.apps.documents.models import SealCertificate


def current(now: datetime) -> SealCertificate | None:
    """The certificate to seal with: the newest that is still valid; `None` when there is none."""
    return SealCertificate.objects.filter(made_at__lte=now, expires_at__gt=now).order_by("-made_at", "-id").first()


def ending(now: datetime, within: timedelta) -> SealCertificate | None:
    """The newest certificate, when it has ended or ends within this time."""
    newest = SealCertificate.objects.order_by("-made_at", "-id").first()
    return newest if newest is not None and newest.expires_at <= now + within else None


def certificates() -> QuerySet[SealCertificate]:
    """Every certificate the company has sealed with, newest first."""
    return SealCertificate.objects.order_by("-made_at", "-id")


def trusted() -> list[bytes]:
    """Every certificate the company has sealed with, as PEM: what seals are checked against."""
    return [pem.encode() for pem in SealCertificate.objects.order_by("id").values_list("pem", flat=True)]


def passphrase() -> bytes:
    """What key files are encrypted with. It follows from SECRET_KEY: a copy of the key folder alone opens nothing."""
    return salted_hmac("hjemmedag.documents.seal", "key", algorithm="sha256").hexdigest().encode()


def key_file(fingerprint: str) -> Path:
    """Where a certificate's private key stands."""
    return Path(settings.SEAL_KEY_DIR) / f"{fingerprint}.pem"


def sealer(certificate: SealCertificate) -> Sealer:
    """The seal of this certificate. Raises `KeyNotReadable`, also when SECRET_KEY is not the one it was made under."""
    return _sealer(key_file(certificate.fingerprint), certificate.pem, passphrase())


@lru_cache(maxsize=4)
def _sealer(key: Path, pem: str, phrase: bytes) -> Sealer:
    """Kept in memory: opening an encrypted key takes longer than a seal."""
    try:
        return Sealer.load(key=key.read_bytes(), certificate=pem.encode(), passphrase=phrase)
    except OSError as error:
        raise KeyNotReadable(f"{key}: {error.strerror}") from error
