"""Filing a document that was signed with a service outside: nothing is believed that the file doesn't show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.adapters.sealing import Busy, Fault, NotReadable, OutsideSignature
from hjemmedag.adapters.sealing.apart import examine_outside_apart
from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.documents.actions import letters
from hjemmedag.apps.documents.actions.files import Kept, keep
from hjemmedag.apps.documents.models import Closing, Document, Party, Revision, Signature
from hjemmedag.apps.documents.queries.files import contents
from hjemmedag.core.people import names
from hjemmedag.core.refusals import Refused

LEEWAY = timedelta(minutes=10)
"""How far the clock of a service may be from ours."""

WORDS = {
    Fault.UNSIGNED: gettext_lazy("The PDF has no electronic signature. Fetch the signed one from the service."),
    Fault.BROKEN: gettext_lazy(
        "A signature in the PDF is broken: the file was changed after it was signed. Fetch it from the service again."
    ),
    Fault.NOT_VALID_THEN: gettext_lazy("A certificate in the PDF was not valid when it signed. Have it signed anew."),
    Fault.CHANGED: gettext_lazy(
        "More than signatures was put into the PDF. Only the document as we offered it, with signatures, can be filed."
    ),
}


@dataclass(frozen=True, slots=True)
class _Signed:
    """A party's signature with the file up to its end."""

    party: Party
    signature: OutsideSignature
    file: Kept


def file_outside(*, document: int, pdf: bytes, service: str, actor: int, now: datetime) -> list[Signature]:
    """File the signed PDF that came back from `service`. Ask `queries.may_go_outside` first.

    Refused unless it begins with the file we offered, every signature is whole, nothing else was added, and each party
    is named in a certificate of their own. Who issued the certificates isn't verified, and the record says so.
    """
    row = Document.objects.get(pk=document)
    parties = _unsigned(row)
    before = contents(Revision.objects.get(document=row, number=0))
    found = _examined(pdf, before)
    _in_time(found, row, now)
    pairs = sorted(_matched(parties, found), key=lambda pair: pair[1].end)
    files = [keep(pdf[: one.end]) for _party, one in pairs[:-1]] + [keep(pdf)]
    signed = [_Signed(party, one, file) for (party, one), file in zip(pairs, files, strict=True)]
    with transaction.atomic():
        row = Document.objects.select_for_update().get(pk=document)
        _unsigned(row)
        given = _recorded(row, signed, service, actor, now)
        letters.complete(row, now=now)
    return given


def _unsigned(row: Document) -> list[Party]:
    """The parties of a document that is open and that nobody has signed."""
    if Closing.objects.filter(document=row).exists():
        raise Refused(_("This document is closed already."))
    if Signature.objects.filter(party__document=row).exists():
        raise Refused(_("Someone has signed here already. A document is signed either here or outside."))
    return list(Party.objects.filter(document=row).select_related("signer"))


def _examined(pdf: bytes, before: bytes) -> tuple[OutsideSignature, ...]:
    if not pdf.startswith(before):
        raise Refused(
            _("This is not the document we offered: its first bytes differ. Printing or saving it anew changes it.")
        )
    try:
        found = examine_outside_apart(pdf, exported=len(before), lock=settings.DATA_DIR / "checking.lock")
    except Busy:
        raise Refused(_("Another file is being checked right now. Try again in a moment.")) from None
    except NotReadable:
        raise Refused(_("We can’t read this PDF. Is it whole, and without a password?")) from None
    if found.fault is not None:
        raise Refused(str(WORDS[found.fault]))
    return found.signatures


def _in_time(found: Sequence[OutsideSignature], row: Document, now: datetime) -> None:
    for one in found:
        if one.when is not None and not row.offered_at - LEEWAY <= one.when <= now + LEEWAY:
            raise Refused(
                _("A signature says it was given at a time when the document was not offered yet, or that lies ahead.")
            )


def _matched(parties: Sequence[Party], found: Sequence[OutsideSignature]) -> list[tuple[Party, OutsideSignature]]:
    """Each party with the signature whose certificate names them; further signatures, as of the service, may stand."""
    left, pairs = list(found), []
    for party in parties:
        theirs = next((one for one in left if any(_same(party.signer.name, name) for name in one.names)), None)
        if theirs is None:
            signers = ", ".join(one.names[0] if one.names else one.subject for one in found)
            raise Refused(
                _("No signature names %(name)s. The PDF is signed by: %(signers)s.")
                % {"name": party.signer.name, "signers": signers}
            )
        left.remove(theirs)
        pairs.append((party, theirs))
    return pairs


def _same(person: str, named: str) -> bool:
    """Whether a certificate names a person: first and last name alike, and nothing between that contradicts it."""
    ours, theirs = names.findable(person).split(), names.findable(named).split()
    shorter, longer = sorted((ours, theirs), key=len)
    return len(shorter) > 1 and (ours[0], ours[-1]) == (theirs[0], theirs[-1]) and set(shorter) <= set(longer)


def _recorded(row: Document, signed: Sequence[_Signed], service: str, actor: int, now: datetime) -> list[Signature]:
    given, before, made = [], row.sha256, []
    for number, one in enumerate(signed, start=1):
        revision = Revision.objects.create(
            document=row, number=number, sha256=one.file.sha256, file=one.file.name, made_at=now
        )
        said = one.signature
        given.append(
            Signature.objects.create(
                party=one.party,
                revision=revision,
                signed_at=now,
                authenticated=["outside"],
                sha256=before,
                outside={
                    "service": service,
                    "subject": said.subject,
                    "issuer": said.issuer,
                    "self_issued": said.self_issued,
                    "fingerprint": said.fingerprint,
                    "stated_at": said.when.isoformat() if said.when else "",
                },
            )
        )
        made.append(revision)
        before = one.file.sha256
    audit.record(
        action="documents.file_outside",
        actor=actor,
        now=now,
        subject=row,
        about=row.about_id,
        data={"service": service, "sha256": before, "certificates": [one.signature.fingerprint for one in signed]},
        rows=[*made, *given],
    )
    return given
