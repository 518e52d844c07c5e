"""How a seal is added with pyHanko. Heavy to load: imported only while one is made."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from asn1crypto.cms import ContentInfo
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.timestamps.requests_client import RequestsHTTPTimeStamper
from pyhanko.sign.validation import read_certification_data

from hjemmedag.adapters.sealing.errors import CannotSeal, NotReadable, TimestampUnavailable

# Hexadecimal digits kept free for the signature; a time stamp brings its server's certificates along.
ROOM = 6 * 1024
ROOM_WITH_TIMESTAMP = 32 * 1024
TIMESTAMP_SECONDS = 5

# Outside the page: an untagged field inside it would break PDF/UA, and a hidden one PDF/A.
INVISIBLE = InvisSigSettings(box_out_of_bounds=True)


class _Update(IncrementalPdfFileWriter):
    """An update that adds a seal and nothing else: title, dates and marks stay as the paper was made."""

    def _update_meta(self) -> None:
        pass


class _Signer(PdfSigner):
    """Declares PAdES alone: the extension for our curve would make the file PDF 2.0, which PDF/A-2 is not."""

    def register_extensions(self, pdf_out: BasePdfFileWriter, *, md_algorithm: str) -> None:
        pdf_out.register_extension(ESIC_EXTENSION_1)


class _Server(RequestsHTTPTimeStamper):
    """The time-stamp server: whatever is wrong with its answer is a failed request."""

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> ContentInfo:
        try:
            return await super().async_timestamp(message_digest, md_algorithm)
        except Exception as error:
            raise TimestampUnavailable(f"{self.url}: {error}") from error


def sealed(
    pdf: bytes,
    *,
    by: SimpleSigner,
    field: str,
    reason: str,
    signer: str,
    moment: datetime,
    later: Sequence[str],
    timestamp_url: str | None,
) -> bytes:
    """`pdf` with the seal appended; see `Sealer.seal`."""
    update = _opened(pdf)
    first = read_certification_data(update.prev) is None
    metadata = PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        name=signer,
        reason=reason,
        certify=first,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        subfilter=SigSeedSubFilter.PADES,
    )
    server = _Server(timestamp_url, timeout=TIMESTAMP_SECONDS) if timestamp_url else None  # type: ignore[no-untyped-call]
    output = BytesIO()
    try:
        for name in (field, *later) if first else ():
            append_signature_field(
                update, SigFieldSpec(name, on_page=-1, invis_sig_settings=INVISIBLE, readable_field_name=name)
            )
        session = _Signer(metadata, by, timestamper=server).init_signing_session(update, existing_fields_only=True)
        session.system_time = moment
        document = session.prepare_tbs_document(None, bytes_reserved=ROOM_WITH_TIMESTAMP if server else ROOM)
        digest, _ = document.digest_tbs_document(output=output)
        asyncio.run(document.perform_signature(digest.document_digest, PdfCMSSignedAttributes(signing_time=moment)))
    except (PdfError, SigningError) as error:
        raise CannotSeal(f"{field}: {error}") from error
    return output.getvalue()


def _opened(pdf: bytes) -> _Update:
    """The PDF, ready for an update. Anything a damaged file makes the reader raise is `NotReadable`."""
    try:
        update = _Update(BytesIO(pdf))
        encrypted = update.prev.encrypted
    except Exception as error:
        raise NotReadable(f"{type(error).__name__}: {error}") from error
    if encrypted:
        raise NotReadable("the PDF is encrypted")
    return update
