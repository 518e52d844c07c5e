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

    def __str__(self) -> str:
        return f"{self.street}, {self.postcode} {self.city}"

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is missing."""
        return all((self.street, self.postcode, self.city, self.country))
