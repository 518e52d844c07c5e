"""What an employee asks for (ansøgning), as far as it has been written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from hjemmedag.core.agreements.pattern import Pattern
from hjemmedag.core.people.homes import Address


@dataclass(frozen=True, slots=True)
class Wish:
    """An application's contents. `language` is that of the addendum: "da", "en" or "both".

    `ground` says that the employee uses the right to ask for a flexible arrangement: as "parent" or as "carer".
    `precheck` has "yes" or "no" by question, of those that were answered (core.workplaces.precheck).
    """

    pattern: Pattern = field(default_factory=lambda: Pattern(remote=False, cycle_weeks=1, home_days=frozenset()))
    wanted_from: date | None = None
    address: Address | None = None
    room: str = ""
    words: str = ""
    language: str = "da"
    ground: str = ""
    precheck: Mapping[str, str] = field(default_factory=dict)

    @property
    def has_place(self) -> bool:
        """Whether address and room are there."""
        return self.address is not None and self.address.is_whole and bool(self.room)
