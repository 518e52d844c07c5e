"""The documents' files and the seal they are closed with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from hjemmedag.adapters.sealing import KeyNotReadable
from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.documents.queries.certificates import sealer
from hjemmedag.apps.overview.queries.health.finding import Finding
from hjemmedag.apps.workplaces import queries as workplaces
from hjemmedag.core.instants import local
from hjemmedag.ui.words import weekday_date

SHORT = timedelta(days=14)
"""How near its end a certificate may come before that is a finding; IT and HR were reminded long before."""


def files() -> Iterator[Finding]:
    """Files that are gone or not the ones that were recorded."""
    for revision in documents.damaged():
        facts = {"file": revision.file, "document": revision.document_id}
        yield Finding(
            _("The file %(file)s of document %(document)s is missing or was changed. Restore it from a backup.")
            % facts,
            facts,
        )


def pictures() -> Iterator[Finding]:
    """Pictures of homes that are kept and can't be opened as they were stored."""
    for photo in workplaces.damaged_photos():
        yield Finding(
            _("The file of picture %(photo)s is missing or was changed. Its person must upload it again.")
            % {"photo": photo.pk},
            {"photo": photo.pk, "file": photo.file},
        )


def key() -> Iterator[Finding]:
    """Whether the key of the newest certificate can be opened."""
    certificate = documents.certificates().first()
    if certificate is None:
        return
    try:
        sealer(certificate)
    except KeyNotReadable as error:
        yield Finding(
            _("The seal’s key can’t be opened (%(why)s). Has SECRET_KEY changed?") % {"why": error},
            {"certificate": certificate.fingerprint},
        )


def end(now: datetime) -> Iterator[Finding]:
    """Whether documents can be sealed now and in two weeks."""
    certificate = documents.current(now)
    if certificate is None:
        yield Finding(_("No seal certificate is valid now, so nobody can sign. Renew it on the page about the seal."))
    elif certificate.expires_at <= now + SHORT:
        day = local(certificate.expires_at).date()
        yield Finding(
            _("The seal certificate runs out on %(day)s. Renew it on the page about the seal.")
            % {"day": weekday_date(day)},
            {"certificate": certificate.fingerprint, "day": day.isoformat()},
        )
