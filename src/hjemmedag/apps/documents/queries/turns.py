"""Whose turn it is, and what they sign: the one place that says whether a signature may be given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.apps.documents.models import Closing, Document, Party, Revision, Signature
from hjemmedag.apps.people import queries as people
from hjemmedag.core.instants import local
from hjemmedag.core.law import Text
from hjemmedag.core.refusals import Refused

STATEMENTS = {
    (Document.Kind.ADDENDUM, Party.Side.EMPLOYEE): Text(
        da="Jeg har læst kontrakttillægget og accepterer det.",
        en="I have read the contract addendum and accept it.",
    ),
    (Document.Kind.ADDENDUM, Party.Side.EMPLOYER): Text(
        da="Jeg underskriver kontrakttillægget på arbejdsgiverens vegne.",
        en="I sign the contract addendum on behalf of the employer.",
    ),
    (Document.Kind.HANDOVER, Party.Side.EMPLOYEE): Text(
        da="Jeg har fået alt det udstyr, der står i kvitteringen.",
        en="I have got all the equipment that stands in the receipt.",
    ),
    (Document.Kind.PARTICULARS, Party.Side.EMPLOYEE): Text(
        da="Jeg har modtaget mine individuelle oplysninger og har læst den hjemmearbejdspolitik, de bygger på.",
        en="I have received my individual particulars and have read the home-working policy that they stand on.",
    ),
}
"""What is said by signing, for each kind of document and each side that signs it."""

CLOSED = {
    Closing.Kind.DECLINED: gettext_lazy("This document was declined, so it can’t be signed."),
    Closing.Kind.WITHDRAWN: gettext_lazy("This document was taken back, so it can’t be signed."),
    Closing.Kind.EXPIRED: gettext_lazy("This document was not signed in time. HR can offer a new one."),
    Closing.Kind.REPLACED: gettext_lazy("A new document has taken the place of this one. Sign the new one."),
    Closing.Kind.LAPSED: gettext_lazy("What this document stands on has changed, so it can’t be signed. Ask HR."),
}


@dataclass(frozen=True, slots=True)
class Turn:
    """Someone's turn to sign: as which party, the file they have before them, and who is to sign after them.

    `given` is the signature that this person has given already; then there is no turn left.
    """

    document: Document
    party: Party
    revision: Revision
    later: tuple[Party, ...] = ()
    given: Signature | None = None

    @property
    def statement(self) -> str:
        """What is said by signing, in the document's own language; it stands in the seal too."""
        said = STATEMENTS[Document.Kind(self.document.kind), Party.Side(self.party.side)]
        return in_language(said, self.document.language)

    @property
    def receipt(self) -> bool:
        """Whether something is confirmed as received, not agreed."""
        return self.document.kind == Document.Kind.PARTICULARS


def turn(document: int, signer: int, now: datetime) -> Turn:
    """This person's turn to sign this document now. Raises `Party.DoesNotExist` when they are not to sign it at all.

    Raises `Refused` with what stands in the way: closed, others first, no right to sign for the employer today.
    """
    parties = list(Party.objects.filter(document=document).select_related("signer", "signature"))
    party = next((one for one in parties if one.signer_id == signer), None)
    if party is None:
        raise Party.DoesNotExist
    (revision,) = Revision.objects.filter(document=document).select_related("document__closing").order_by("-number")[:1]
    row = revision.document
    if (given := _given(party)) is not None:
        return Turn(row, party, revision, given=given)
    if (closing := getattr(row, "closing", None)) is not None:
        raise Refused(str(CLOSED[Closing.Kind(closing.kind)]))
    first, *later = (one for one in parties if _given(one) is None)
    if party != first:
        raise Refused(_("It is not your turn yet: %(name)s signs first.") % {"name": first.signer})
    if party.side == Party.Side.EMPLOYER and signer not in people.signers(local(now).date()):
        raise Refused(
            _("You no longer sign for the employer. HR must take the document back and offer it with another signer.")
        )
    return Turn(row, party, revision, tuple(later))


def in_language(words: Text, language: str) -> str:
    """The words in a document's language; both, Danish first, where it has two."""
    return f"{words.da} / {words.en}" if language == Document.Language.BOTH else words.said(language)


def _given(party: Party) -> Signature | None:
    return getattr(party, "signature", None)
