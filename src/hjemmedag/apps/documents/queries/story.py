"""One document as its page tells it: who signs, and what happened."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.adapters.sealing import Level
from hjemmedag.apps.documents.models import Document, Party
from hjemmedag.apps.documents.queries import evidence
from hjemmedag.apps.documents.queries.events import steps
from hjemmedag.ui.words import language

WORDS = {
    "offered": gettext_lazy("Offered for signature"),
    "read": gettext_lazy("Opened"),
    "signed": gettext_lazy("Signed"),
    "declined": gettext_lazy("Declined"),
    "withdrawn": gettext_lazy("Taken back"),
    "expired": gettext_lazy("Ran out unsigned"),
    "lapsed": gettext_lazy("No longer holds"),
    "replaced": gettext_lazy("Replaced by a new document"),
}


@dataclass(frozen=True, slots=True)
class SignerLine:
    """One party; awaited while `at` is `None`. `digest` is the fingerprint of the file that they signed."""

    name: str
    role: str
    at: datetime | None = None
    method: str = ""
    kind: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to the document."""

    at: datetime
    words: str
    who: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """The parties in signing order, and all events, newest first. Evidence, which nobody signs, has neither."""

    signers: tuple[SignerLine, ...] = ()
    events: tuple[Event, ...] = ()


def story(document: Document) -> Story:
    """The parties and history of a document of `detailed`: one query."""
    parties = list(Party.objects.filter(document=document).select_related("signer", "reading", "signature__revision"))
    if not parties:
        return Story()
    names = {party.signer_id: party.signer.name for party in parties}
    closing = getattr(document, "closing", None)
    if closing is not None and closing.by is not None:
        names[closing.by_id] = closing.by.name
    happened = [
        Event(step.at, str(WORDS[step.kind]), names[step.who] if step.who else "", step.words)
        for step in steps([document], parties)
    ]
    return Story(tuple(_line(party) for party in parties), tuple(reversed(happened)))


def _line(party: Party) -> SignerLine:
    role = evidence.ROLES[Party.Side(party.side)].said(language())
    signature = getattr(party, "signature", None)
    if signature is None:
        return SignerLine(party.signer.name, role)
    if (outside := evidence.outside(signature)) is not None:
        return SignerLine(
            name=party.signer.name,
            role=role,
            at=signature.signed_at,
            method=_("Received from %(service)s. Certificate: %(subject)s") % asdict(outside),
            kind=_("Issued by %(issuer)s. We have not checked the issuer.") % asdict(outside),
            digest=signature.sha256,
        )
    stamped = signature.revision.level == Level.T
    methods = " + ".join(proof.words.said(language()) for proof in evidence.proofs(signature.authenticated))
    return SignerLine(
        name=party.signer.name,
        role=role,
        at=signature.signed_at,
        method=_("Proved by %(methods)s") % {"methods": methods} if methods else "",
        kind=_("The company’s seal with a time stamp") if stamped else _("The company’s seal"),
        digest=signature.sha256,
    )
