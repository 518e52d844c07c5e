"""What the evidence about a document says, put together from what is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse

from hjemmedag.adapters.sealing.keys import facts_of
from hjemmedag.apps.documents.models import Document, Party, SealCertificate, Signature
from hjemmedag.apps.people import queries as people
from hjemmedag.core.documents.evidence import Certificate, EvidenceContent, Outside, Proof, Signing
from hjemmedag.core.documents.paper import Place, Sender
from hjemmedag.core.instants import local
from hjemmedag.core.law import Text

ROLES = {
    Party.Side.EMPLOYEE: Text(da="medarbejder", en="employee"),
    Party.Side.EMPLOYER: Text(da="for arbejdsgiveren", en="for the employer"),
}


def given(document: int) -> list[Signature]:
    """The signatures on a document in the order they were given, with signer, file and certificate."""
    rows = Signature.objects.filter(party__document=document).order_by("revision__number")
    return list(rows.select_related("party__signer", "revision__certificate"))


def signing(signature: Signature) -> Signing:
    """A signature as the evidence tells it."""
    return Signing(
        signer=place(signature.party),
        at=local(signature.signed_at),
        proofs=proofs(signature.authenticated),
        signed_sha256=signature.sha256,
        sealed_sha256=signature.revision.sha256,
        level=signature.revision.level,
        outside=outside(signature),
    )


def outside(signature: Signature) -> Outside | None:
    """What the certificate of a signature given outside says; `None` for one given here."""
    if not signature.outside:
        return None
    said = {name: signature.outside[name] for name in ("service", "subject", "issuer", "fingerprint")}
    when = signature.outside["stated_at"]
    return Outside(**said, stated_at=datetime.fromisoformat(when) if when else None)


def place(party: Party) -> Place:
    """The signer's name and in what capacity."""
    return Place(str(party.signer), ROLES[Party.Side(party.side)])


def proofs(authenticated: Iterable[str]) -> tuple[Proof, ...]:
    """How someone had proved who they are; words we don't know say nothing and are left out."""
    return tuple(Proof(one) for one in authenticated if one in set(Proof))


def content(
    document: Document, signings: Sequence[Signing], certificates: Iterable[SealCertificate]
) -> EvidenceContent:
    """All that the evidence says about a document with these signatures."""
    sealed_with = {one.fingerprint: facts_of(one.pem.encode()).subject for one in certificates}
    return EvidenceContent(
        employer=_employer(document),
        title=document.title,
        offered_at=local(document.offered_at),
        offered_sha256=document.sha256,
        signings=tuple(signings),
        certificates=tuple(Certificate(subject, fingerprint) for fingerprint, subject in sealed_with.items()),
        check_url=settings.SITE_URL + reverse("documents:check"),
    )


def _employer(document: Document) -> Sender:
    """The legal entity that employed the person on the day of the offer; the company where there was none yet."""
    try:
        employer = people.contract_of(document.about_id, local(document.offered_at).date()).employer
    except ObjectDoesNotExist:
        return Sender(name=str(people.company() or ""), cvr="")
    return Sender(name=employer.name, cvr=employer.cvr)
