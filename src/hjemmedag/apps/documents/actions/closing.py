"""Ending a document without the missing signatures: declined, taken back, not in time, or replaced."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.documents.actions import letters
from hjemmedag.apps.documents.models import Closing, Document, Party, Signature
from hjemmedag.core.refusals import Refused

ACTS = {
    Closing.Kind.DECLINED: "documents.decline",
    Closing.Kind.WITHDRAWN: "documents.withdraw",
    Closing.Kind.EXPIRED: "documents.expire",
    Closing.Kind.REPLACED: "documents.replace",
    Closing.Kind.LAPSED: "documents.lapse",
}


@transaction.atomic
def decline(*, document: int, actor: int, reason: str, now: datetime) -> Closing:
    """A party who has not signed says no, in words that the other side will read."""
    row = _open(document)
    party = row.parties.filter(signer=actor, signature__isnull=True).first()
    if party is None:
        raise Refused(_("Only someone who is to sign the document and has not done so can say no to it."))
    return _closed(row, Closing.Kind.DECLINED, actor, reason, now)


@transaction.atomic
def withdraw(*, document: int, actor: int, reason: str, now: datetime) -> Closing:
    """The company takes an offer back, never the person it is about. Ask `access.may_withdraw` first."""
    row = _open(document)
    if actor == row.about_id:
        raise Refused(
            _("This document is about you, so somebody else must take it back. Until you sign, you can say no to it.")
        )
    return _closed(row, Closing.Kind.WITHDRAWN, actor, reason, now)


@transaction.atomic
def expire(*, document: int, reason: str, now: datetime) -> Closing:
    """Nobody signed in time. Refused once a party has: then the other side owes an answer of its own."""
    row = _open(document)
    if Signature.objects.filter(party__document=row).exists():
        raise Refused(
            _("Someone has signed this document, so it doesn’t run out. It waits for the other side’s answer.")
        )
    return _closed(row, Closing.Kind.EXPIRED, None, reason, now)


@transaction.atomic
def replace(*, document: int, actor: int | None, reason: str, now: datetime) -> Closing:
    """A new document takes the place of one that not all have signed; what was signed on it stays on record.

    May be called inside the transaction that offers the new one.
    """
    return _closed(_open(document), Closing.Kind.REPLACED, actor, reason, now)


@transaction.atomic
def lapse(*, document: int, reason: str, now: datetime) -> Closing:
    """What it says has changed, and no new document could be made."""
    return _closed(_open(document), Closing.Kind.LAPSED, None, reason, now)


def _open(document: int) -> Document:
    row = Document.objects.select_for_update().get(pk=document)
    if Closing.objects.filter(document=row).exists():
        raise Refused(_("This document is closed already."))
    if not Party.objects.filter(document=row, signature__isnull=True).exists():
        raise Refused(_("This document is signed by all. What it says is changed by a new agreement, not here."))
    return row


def _closed(row: Document, kind: Closing.Kind, actor: int | None, reason: str, now: datetime) -> Closing:
    if not reason.strip():
        raise Refused(_("Write the reason: the other side will read it."))
    closing = Closing.objects.create(document=row, kind=kind, by_id=actor, at=now, reason=reason.strip())
    if kind != Closing.Kind.REPLACED:  # the letter with the new document says what became of this one
        letters.closed(row, kind=kind, actor=actor, now=now)
    audit.record(
        action=ACTS[kind],
        actor=actor,
        now=now,
        subject=row,
        about=row.about_id,
        data={"reason": closing.reason},
        rows=[closing],
    )
    return closing
