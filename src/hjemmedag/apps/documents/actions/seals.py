"""Sealing a paper with the company's current certificate."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from hjemmedag.adapters.sealing import KeyNotReadable, Level, TimestampUnavailable
from hjemmedag.apps.documents import queries
from hjemmedag.apps.documents.models import SealCertificate
from hjemmedag.apps.documents.queries.certificates import sealer
from hjemmedag.core.refusals import Refused

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed file, the level reached, and the certificate it was sealed with."""

    pdf: bytes
    level: Level
    certificate: SealCertificate


def seal(pdf: bytes, *, field: str, reason: str, signer: str, now: datetime, later: Sequence[str] = ()) -> Sealed:
    """One more seal, time-stamped where a server is set and answers. Takes time: call it outside a transaction."""
    certificate = queries.current(now)
    if certificate is None:
        raise Refused(_("The company has no valid seal, so nobody can sign. HR or IT must renew it first."))
    try:
        ready = sealer(certificate)
    except KeyNotReadable as error:
        log.error("seal key of certificate %s: %s", certificate.pk, error)  # noqa: TRY400
        raise Refused(
            _("The company’s seal can’t be opened, so nobody can sign. HR or IT must renew it first.")
        ) from None

    def sealed(timestamp_url: str | None) -> bytes:
        return ready.seal(
            pdf, field=field, reason=reason, signer=signer, moment=now, later=later, timestamp_url=timestamp_url
        )

    if settings.TIMESTAMP_URL:
        try:
            return Sealed(sealed(settings.TIMESTAMP_URL), Level.T, certificate)
        except TimestampUnavailable as error:
            log.warning("sealed without a time stamp: %s", error)
    return Sealed(sealed(None), Level.B, certificate)
