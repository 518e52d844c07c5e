"""Signing: the seal is made first and takes its time, then everything is written at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.documents.actions import evidence, letters
from hjemmedag.apps.documents.actions.files import Kept, keep
from hjemmedag.apps.documents.actions.seals import Sealed, seal
from hjemmedag.apps.documents.models import Document, Party, Revision, Signature
from hjemmedag.apps.documents.queries.files import contents
from hjemmedag.apps.documents.queries.turns import Turn, turn
from hjemmedag.core.refusals import Stale


def sign(*, document: int, signer: int, expected_sha256: str, authenticated: Sequence[str], now: datetime) -> Signature:
    """The signer's signature on the file whose hash they saw; the one they have given already, if they have.

    `authenticated` is how they have proved who they are in this session. With the last signature the evidence comes
    along. Raises `Refused` with what stands in the way, and `Stale` when the file is not the one they saw. Whenever the
    process dies, either all of this is on record or nothing is.
    """
    due = _turn(document, signer, expected_sha256, now)
    if due.given is not None:
        return due.given
    sealed = seal(
        contents(due.revision),
        field=_field(due.party),
        reason=due.statement,
        signer=str(due.party.signer),
        now=now,
        later=[_field(party) for party in due.later],
    )
    file = keep(sealed.pdf)
    proof = None if due.later else evidence.attempt(due, sealed, file, authenticated, now)
    with transaction.atomic():
        Document.objects.select_for_update().get(pk=document)
        due = _turn(document, signer, expected_sha256, now)
        if due.given is not None:
            return due.given
        signature = _recorded(due, sealed, file, authenticated, now)
        if not due.later:
            letters.complete(due.document, now=now)
        if proof is not None:
            evidence.record(proof, due.document, now)
    return signature


def _turn(document: int, signer: int, expected_sha256: str, now: datetime) -> Turn:
    due = turn(document, signer, now)
    if due.given is None and due.revision.sha256 != expected_sha256:
        raise Stale(_("The document is not the one you had before you. Read it once more before you sign."))
    return due


def _field(party: Party) -> str:
    """The seal's place in the PDF."""
    return f"Signature{party.order}"


def _recorded(due: Turn, sealed: Sealed, file: Kept, authenticated: Sequence[str], now: datetime) -> Signature:
    revision = Revision.objects.create(
        document=due.document,
        number=due.revision.number + 1,
        sha256=file.sha256,
        file=file.name,
        level=sealed.level,
        certificate=sealed.certificate,
        made_at=now,
    )
    signature = Signature.objects.create(
        party=due.party,
        revision=revision,
        signed_at=now,
        authenticated=list(authenticated),
        sha256=due.revision.sha256,
    )
    audit.record(
        action="documents.sign",
        actor=due.party.signer_id,
        now=now,
        subject=due.document,
        about=due.document.about_id,
        data={
            "signed": due.revision.sha256,
            "sealed": file.sha256,
            "level": sealed.level,
            "authenticated": list(authenticated),
        },
        rows=[revision, signature],
    )
    return signature
