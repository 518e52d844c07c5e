"""Whether bytes are a PDF at all."""

from __future__ import annotations

from io import BytesIO

MEGABYTES = 20
LARGEST = MEGABYTES * 1024**2
"""Bytes that a PDF of others may have: a scanned contract takes a tenth of it, our own papers far less."""


def is_pdf(file: bytes) -> bool:
    """Whether the bytes are a PDF that can be read, and without a password. What stands in it is not looked at.

    May take long and much memory for a hostile file: see `apart.is_pdf_apart`.
    """
    from pyhanko.pdf_utils.reader import PdfFileReader

    if len(file) > LARGEST or b"%PDF-" not in file[:1024]:
        return False
    try:
        # Old scanners write sloppy files that every reader opens: only our own papers are held to the letter.
        reader = PdfFileReader(BytesIO(file), strict=False)
        encrypted, pages = reader.encrypted, reader.root.get("/Pages")
    except Exception:  # whatever strange bytes make the reader raise
        return False
    return pages is not None and not encrypted
