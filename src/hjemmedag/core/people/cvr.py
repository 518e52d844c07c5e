"""CVR numbers, by which a Danish company is known."""

from __future__ import annotations

import re


def digits(written: str) -> str | None:
    """The eight digits of a CVR number as people write it, "DK 12 34 56 78" too; `None` when it isn't one.

    The old check digit isn't asked for: newer numbers don't have it.
    """
    plain = re.sub(r"\s", "", written).upper().removeprefix("DK")
    return plain if re.fullmatch(r"[0-9]{8}", plain) else None
