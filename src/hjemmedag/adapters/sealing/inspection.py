"""How seals are read with pyHanko. Heavy to load: imported only while a file is examined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from asn1crypto import pem
from asn1crypto.cms import ContentInfo, SignedData, SignerInfo
from asn1crypto.core import Null
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult, ModificationLevel
from pyhanko.sign.validation import EmbeddedPdfSignature, SignatureCoverageLevel, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from hjemmedag.adapters.sealing.errors import NotReadable
from hjemmedag.adapters.sealing.examination import Covers, Examination, Level, Outcome, Seal

# The only bytes no digest covers are the signature's own: they must be written exactly as we write them.
SIGNATURE = re.compile(rb"<(?:[0-9A-F]{2})+>")
# Every seal says in plain bytes which bytes it vouches for, also one that an update no longer leads to.
ONCE_SEALED = re.compile(rb"/ByteRange\s*\[")


def inspected(pdf: bytes, trusted: Sequence[bytes]) -> Examination:
    """See `examine`. Whatever hostile bytes make the reader raise becomes `NotReadable`."""
    roots = [Certificate.load(pem.unarmor(certificate)[2]) for certificate in trusted]
    try:
        reader = PdfFileReader(BytesIO(pdf))
        encrypted = reader.encrypted
        signatures = [] if encrypted else reader.embedded_signatures
        seals = tuple(_seal(signature, pdf, roots) for signature in signatures)
        outcome = _outcome(reader, signatures, seals) if seals else _without_seals(pdf)
    except Exception as error:
        raise NotReadable(f"{type(error).__name__}: {error}") from error
    if encrypted:
        raise NotReadable("the PDF is encrypted")
    return Examination(seals, outcome)


def _seal(signature: EmbeddedPdfSignature, pdf: bytes, roots: list[Certificate]) -> Seal:
    """The seal as found; one that can't be validated at all is told as a broken one, whatever it claims."""
    try:
        return _validated(signature, pdf, roots)
    except Exception:
        return Seal(
            str(signature.field_name), None, "", "", "", Level.B, intact=False, trusted=False, covers=Covers.PART
        )


def _validated(signature: EmbeddedPdfSignature, pdf: bytes, roots: list[Certificate]) -> Seal:
    when = signature.self_reported_timestamp
    context = ValidationContext(trust_roots=roots, allow_fetching=False, moment=when)
    status = validate_pdf_signature(signature, context, skip_diff=True)
    stamp = status.timestamp_validity
    stamped = stamp is not None and stamp.valid
    unspoilt = stamped or not signature.signer_info["unsigned_attrs"].native
    return Seal(
        field=str(signature.field_name),
        when=when,
        reason=str(signature.sig_object.get("/Reason", "")),
        signer=str(signature.sig_object.get("/Name", "")),
        by=_company(signature.signer_cert),
        level=Level.T if stamped else Level.B,
        intact=status.intact and status.valid and unspoilt and _written_as_ours(signature, pdf),
        trusted=status.trusted and _valid_then(signature.signer_cert, when),
        covers=_covers(signature, pdf),
    )


def _valid_then(certificate: Certificate, when: datetime | None) -> bool:
    """Whether the stated time lies in the certificate's years: path validation skips that for a root."""
    return when is not None and certificate.not_valid_before <= when <= certificate.not_valid_after


def _company(certificate: Certificate) -> str:
    """The organisation a certificate is issued to, else its common name, else all it says."""
    names = certificate.subject.native
    return str(names.get("organization_name") or names.get("common_name") or certificate.subject.human_friendly)


def _written_as_ours(signature: EmbeddedPdfSignature, pdf: bytes) -> bool:
    """Whether the gap in the sealed range holds our signature, zeros up to its end, and nothing else."""
    start, length, after, _ = signature.byte_range
    if start != 0 or not SIGNATURE.fullmatch(pdf[length:after]):
        return False
    written = _envelope(signature.signer_info, signature.signer_cert)
    content: bytes = signature.pkcs7_content
    return content.startswith(written) and not content[len(written) :].strip(b"\0")


def _envelope(signer: SignerInfo, certificate: Certificate) -> bytes:
    """The signature's outer form written afresh: a reader skips over much of it, so a change there would pass."""
    digest = {"algorithm": "sha256", "parameters": Null()}
    afresh = {"version": "v1", "sid": signer["sid"], "digest_algorithm": digest}
    afresh |= {name: signer[name] for name in ("signature_algorithm", "signed_attrs", "signature")}
    if signer["unsigned_attrs"].native:
        afresh["unsigned_attrs"] = signer["unsigned_attrs"]
    signed_data = {
        "version": "v1",
        "digest_algorithms": [digest],
        "encap_content_info": {"content_type": "data"},
        "certificates": [certificate],
        "signer_infos": [SignerInfo(afresh)],
    }
    return bytes(ContentInfo({"content_type": "signed_data", "content": SignedData(signed_data)}).dump())


def _covers(signature: EmbeddedPdfSignature, pdf: bytes) -> Covers:
    _, _, after, rest = signature.byte_range
    if after + rest == len(pdf):
        return Covers.WHOLE_FILE
    return Covers.ITS_VERSION if signature.coverage == SignatureCoverageLevel.ENTIRE_REVISION else Covers.PART


def _outcome(reader: PdfFileReader, signatures: list[EmbeddedPdfSignature], seals: tuple[Seal, ...]) -> Outcome:
    if not all(seal.intact for seal in seals):
        return Outcome.ALTERED
    if not all(seal.trusted for seal in seals):
        return Outcome.UNKNOWN_CERTIFICATE
    sealed_revisions = [signature.signed_revision for signature in signatures]
    every_revision_since = list(range(sealed_revisions[0], reader.total_revisions))
    if seals[-1].covers is not Covers.WHOLE_FILE or sealed_revisions != every_revision_since:
        return Outcome.ADDED_TO
    return Outcome.UNCHANGED if _only_seals_since(signatures[0]) else Outcome.ADDED_TO


def _without_seals(pdf: bytes) -> Outcome:
    """A file that leads to no seal was never sealed, unless one still lies in it: then somebody hid it."""
    return Outcome.ALTERED if ONCE_SEALED.search(pdf) else Outcome.NO_SEAL


def _only_seals_since(first: EmbeddedPdfSignature) -> bool:
    """Whether the later revisions, all sealed by us, fill signature fields and do nothing else."""
    changes = first.evaluate_modifications(DEFAULT_DIFF_POLICY)
    return isinstance(changes, DiffResult) and changes.modification_level <= ModificationLevel.FORM_FILLING
