"""Putting a document before the people who are to sign it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.documents.actions.files import keep
from hjemmedag.apps.documents.models import Document, Party, Revision
from hjemmedag.core.people import names
from hjemmedag.core.refusals import Refused


@transaction.atomic
def offer(
    *,
    pdf: bytes,
    kind: str,
    language: str,
    title: str,
    about: int,
    parties: Sequence[tuple[str, int]],
    now: datetime,
    actor: int | None,
) -> Document:
    """A document with its unsealed file and the parties, (side, employee id), in the order they are to sign.

    May be called inside the transaction of what it is part of.
    """
    if not parties:
        raise ValueError("a document needs someone to sign it")
    if len({signer for _side, signer in parties}) < len(parties):
        raise Refused(_("Nobody can sign for both sides. Choose another signer for the employer."))
    file = keep(pdf)
    document = Document.objects.create(
        kind=kind,
        language=language,
        title=title,
        findable=names.findable(title),
        about_id=about,
        sha256=file.sha256,
        offered_at=now,
    )
    revision = Revision.objects.create(document=document, number=0, sha256=file.sha256, file=file.name, made_at=now)
    signers = [
        Party.objects.create(document=document, order=order, side=side, signer_id=signer)
        for order, (side, signer) in enumerate(parties, start=1)
    ]
    audit.record(
        action="documents.offer",
        actor=actor,
        now=now,
        subject=document,
        about=about,
        data={"kind": kind, "title": title, "sha256": file.sha256, "signers": [signer for _side, signer in parties]},
        rows=[document, revision, *signers],
    )
    return document
