"""Signatures that were put on a paper of ours with a service outside: what they are, and that nothing else was done.

Who issued a certificate is told as it says itself: nobody outside is trusted here, so nothing is vouched for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from hjemmedag.adapters.sealing.errors import NotReadable

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate, Name
    from pyhanko.sign.validation import EmbeddedPdfSignature


class Fault(StrEnum):
    """What stands in the way of filing a signed paper."""

    UNSIGNED = "unsigned"
    BROKEN = "broken"
    NOT_VALID_THEN = "not valid then"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class OutsideSignature:
    """One signature; `names` are the ways in which the certificate names its holder, `end` how many bytes it signs.

    `self_issued`: the certificate vouches for itself. `when` is the time that the signature states.
    """

    names: tuple[str, ...]
    subject: str
    issuer: str
    self_issued: bool
    fingerprint: str
    when: datetime | None
    end: int


@dataclass(frozen=True, slots=True)
class OutsideExamination:
    """The signatures in the order they were made, or what stands in the way."""

    signatures: tuple[OutsideSignature, ...] = ()
    fault: Fault | None = None


def examine_outside(pdf: bytes, *, exported: int) -> OutsideExamination:
    """What was done to a paper since its first `exported` bytes. Raises `NotReadable` for what is no readable PDF."""
    try:
        return _examined(pdf, exported)
    except NotReadable:
        raise
    except Exception as error:
        raise NotReadable(f"{type(error).__name__}: {error}") from error


def _examined(pdf: bytes, exported: int) -> OutsideExamination:
    from io import BytesIO

    from pyhanko.pdf_utils.reader import PdfFileReader

    from hjemmedag.adapters.sealing.added import only_signed

    reader = PdfFileReader(BytesIO(pdf))
    if reader.encrypted:
        raise NotReadable("the PDF is encrypted")
    signatures = list(reader.embedded_regular_signatures)
    if not signatures:
        return OutsideExamination(fault=Fault.UNSIGNED)
    if not all(_whole(one) for one in signatures):
        return OutsideExamination(fault=Fault.BROKEN)
    found = tuple(sorted(map(_signature, signatures), key=lambda one: one.end))
    if not all(_valid_then(one) for one in signatures):
        return OutsideExamination(fault=Fault.NOT_VALID_THEN)
    before = PdfFileReader(BytesIO(pdf[:exported])).total_revisions
    return OutsideExamination(found) if only_signed(reader, before) else OutsideExamination(fault=Fault.CHANGED)


def _whole(signature: EmbeddedPdfSignature) -> bool:
    """Whether the bytes are those that were signed, all of them up to the signature's end."""
    from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    context = ValidationContext(trust_roots=[], allow_fetching=False, moment=signature.self_reported_timestamp)
    status = validate_pdf_signature(signature, context, skip_diff=True)
    covered = signature.coverage in (SignatureCoverageLevel.ENTIRE_FILE, SignatureCoverageLevel.ENTIRE_REVISION)
    return bool(status.intact and status.valid and covered and signature.byte_range[0] == 0)


def _valid_then(signature: EmbeddedPdfSignature) -> bool:
    certificate, when = signature.signer_cert, signature.self_reported_timestamp
    return when is None or bool(certificate.not_valid_before <= when <= certificate.not_valid_after)


def _signature(signature: EmbeddedPdfSignature) -> OutsideSignature:
    certificate: Certificate = signature.signer_cert
    _, _, after, rest = signature.byte_range
    return OutsideSignature(
        names=_names(certificate.subject),
        subject=str(certificate.subject.human_friendly),
        issuer=str(certificate.issuer.human_friendly),
        self_issued=bool(certificate.issuer == certificate.subject),
        fingerprint=certificate.sha256.hex(),
        when=signature.self_reported_timestamp,
        end=after + rest,
    )


def _names(subject: Name) -> tuple[str, ...]:
    """The holder's common name, and given name with surname."""
    said: dict[str, Any] = subject.native
    full = " ".join(_text(said.get(part)) for part in ("given_name", "surname")).strip()
    return tuple(name for name in (_text(said.get("common_name")), full) if name)


def _text(value: Any) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value or "")
