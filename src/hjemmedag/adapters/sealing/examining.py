"""The door to the examination: what it takes is imported when a file is examined, not before."""

from __future__ import annotations

from collections.abc import Sequence

from hjemmedag.adapters.sealing.examination import Examination


def examine(pdf: bytes, *, trusted: Sequence[bytes]) -> Examination:
    """What the seals in `pdf` say, where `trusted` are the certificates (PEM) the company has sealed with.

    Stricter than general readers: any byte outside the sealed ranges, any revision without a seal, and a signature
    written in another way than ours count as a change. A file cut back to an earlier seal is a whole, earlier version
    with fewer seals. Raises `NotReadable` and nothing else for bytes that are no readable PDF.
    """
    from hjemmedag.adapters.sealing.inspection import inspected

    return inspected(pdf, trusted)
