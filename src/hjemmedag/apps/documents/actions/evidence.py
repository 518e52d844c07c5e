"""The evidence (bevis for underskrifter): a sealed PDF of its own about a document that all have signed."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction

from hjemmedag.adapters.typesetting import typeset
from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.documents.actions.files import Kept, keep
from hjemmedag.apps.documents.actions.seals import Sealed, seal
from hjemmedag.apps.documents.models import Document, Revision
from hjemmedag.apps.documents.queries import evidence
from hjemmedag.apps.documents.queries.turns import Turn, in_language
from hjemmedag.core.documents.evidence import EvidenceContent, Signing, paper
from hjemmedag.core.instants import local
from hjemmedag.core.law import Text
from hjemmedag.core.people import names

TEMPLATE = Path(__file__).resolve().parents[1] / "templates" / "documents" / "paper" / "evidence.typ"
TITLE = Text(da="Bevis for underskrifter", en="Record of signatures")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Evidence that is made and stored, and not yet on record."""

    sealed: Sealed
    file: Kept


def attempt(due: Turn, sealed: Sealed, file: Kept, authenticated: Sequence[str], now: datetime) -> Evidence | None:
    """The evidence with the last signature, which is being given now; `None` when it can't be made.

    The signature must not fail for it: the background task makes what is missing.
    """
    last = Signing(
        signer=evidence.place(due.party),
        at=local(now),
        proofs=evidence.proofs(authenticated),
        signed_sha256=due.revision.sha256,
        sealed_sha256=file.sha256,
        level=sealed.level,
    )
    given = evidence.given(due.document.pk)
    certificates = [*(one.revision.certificate for one in given if one.revision.certificate), sealed.certificate]
    try:
        content = evidence.content(due.document, [*(evidence.signing(one) for one in given), last], certificates)
        return _made(content, due.document, now)
    except Exception:
        log.exception("evidence of document %s can't be made now", due.document.pk)
        return None


def prove(*, document: int, now: datetime) -> bool:
    """Make the evidence of a document that all have signed. `False` when it has been made already."""
    row = Document.objects.get(pk=document)
    given = evidence.given(document)
    certificates = [one.revision.certificate for one in given if one.revision.certificate]
    made = _made(evidence.content(row, [evidence.signing(one) for one in given], certificates), row, now)
    with transaction.atomic():
        row = Document.objects.select_for_update().get(pk=document)
        if Document.objects.filter(evidence_of=row).exists():
            return False
        record(made, row, now)
    return True


def record(made: Evidence, about: Document, now: datetime) -> Document:
    """Put the evidence on record, in the caller's transaction."""
    title = f"{in_language(TITLE, about.language)}: {about.title}"[:200]
    row = Document.objects.create(
        kind=Document.Kind.EVIDENCE,
        language=about.language,
        title=title,
        findable=names.findable(title),
        about_id=about.about_id,
        sha256=made.file.sha256,
        offered_at=now,
        evidence_of=about,
    )
    revision = Revision.objects.create(
        document=row,
        number=0,
        sha256=made.file.sha256,
        file=made.file.name,
        level=made.sealed.level,
        certificate=made.sealed.certificate,
        made_at=now,
    )
    audit.record(
        action="documents.prove",
        actor=None,
        now=now,
        subject=row,
        about=row.about_id,
        data={"document": about.pk, "sha256": made.file.sha256},
        rows=[row, revision],
    )
    return row


def _made(content: EvidenceContent, document: Document, now: datetime) -> Evidence:
    pdf = typeset(TEMPLATE, paper(content), moment=now, language=document.language)
    reason = in_language(TITLE, document.language)
    sealed = seal(pdf, field="Evidence", reason=reason, signer=content.employer.name, now=now)
    return Evidence(sealed, keep(sealed.pdf))
