"""Where somebody lives (hjemmeadresse)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """A home address; `country` is an ISO code of two letters."""

    street: str
    postcode: str
    city: str
    country: str = "DK"
