"""The company's seal certificate: made at the beginning, renewed, or brought along from elsewhere."""

from __future__ import annotations

import os
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.adapters.sealing import KeyNotReadable, Sealer, new_certificate
from hjemmedag.adapters.sealing.keys import facts_of, rewrapped
from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.documents import queries
from hjemmedag.apps.documents.models import SealCertificate
from hjemmedag.apps.documents.queries.certificates import key_file, passphrase
from hjemmedag.core.refusals import Refused


def ensure_certificate(*, company_name: str, now: datetime) -> SealCertificate:
    """The certificate to seal with; makes the company's own when there is none."""
    return queries.current(now) or replace_certificate(company_name=company_name, actor=None, now=now)


def replace_certificate(*, company_name: str, actor: int | None, now: datetime) -> SealCertificate:
    """A new certificate of the company's own. The earlier ones stay trusted, so every seal stays checkable."""
    key, certificate = new_certificate(company_name, now=now, passphrase=passphrase())
    return _kept(key, certificate, actor, now)


def install_certificate(
    *, certificate: bytes, key: bytes, key_passphrase: bytes | None, actor: int | None, now: datetime
) -> SealCertificate:
    """Seal from now on with a certificate from elsewhere, such as a trust service. All in PEM.

    Refused unless the key belongs to the certificate and the certificate is valid now.
    """
    try:
        own = rewrapped(key, passphrase=key_passphrase, under=passphrase())
        Sealer.load(key=own, certificate=certificate, passphrase=passphrase())
        facts = facts_of(certificate)
    except KeyNotReadable:
        raise Refused(
            _("The certificate can’t be used. Are both files PEM, do they belong together, is the passphrase right?")
        ) from None
    if not facts.valid_from <= now < facts.valid_until:
        raise Refused(_("The certificate is not valid today. Nothing was changed."))
    if SealCertificate.objects.filter(fingerprint=facts.fingerprint).exists():
        raise Refused(_("This certificate is installed already."))
    return _kept(own, certificate, actor, now)


def _kept(key: bytes, certificate: bytes, actor: int | None, now: datetime) -> SealCertificate:
    """The key goes to its file first: a certificate on record always has its key."""
    facts = facts_of(certificate)
    path = key_file(facts.fingerprint)
    settings.SEAL_KEY_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(key)
    with transaction.atomic():
        row = SealCertificate.objects.create(
            pem=certificate.decode("ascii"), fingerprint=facts.fingerprint, made_at=now, expires_at=facts.valid_until
        )
        audit.record(
            action="documents.certificate",
            actor=actor,
            now=now,
            subject=row,
            data={"subject": facts.subject, "fingerprint": facts.fingerprint, "until": facts.valid_until.isoformat()},
            rows=[row],
        )
    return row
