"""What an examination of a PDF's seals finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Level(StrEnum):
    """PAdES level: B-T carries a time stamp from a server beside the time the seal itself states."""

    B = "B-B"
    T = "B-T"


class Covers(StrEnum):
    """How much of the file a seal vouches for."""

    WHOLE_FILE = "whole_file"
    ITS_VERSION = "its_version"
    PART = "part"


class Outcome(StrEnum):
    """The one answer about a file, the gravest first."""

    ALTERED = "altered"
    UNKNOWN_CERTIFICATE = "unknown_certificate"
    ADDED_TO = "added_to"
    NO_SEAL = "no_seal"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Seal:
    """One seal: `by` is the certificate's subject, `signer` the person it stands for, `when` the time it states.

    `intact`: the bytes it vouches for are the ones that were sealed. `trusted`: the certificate is one of ours and was
    valid at that time. Fields of a seal that is not both say only what the file claims.
    """

    field: str
    when: datetime | None
    reason: str
    signer: str
    by: str
    level: Level
    intact: bool
    trusted: bool
    covers: Covers


@dataclass(frozen=True, slots=True)
class Examination:
    """All seals in the order they were made, and what they say about the file as a whole."""

    seals: tuple[Seal, ...]
    outcome: Outcome

    @property
    def unchanged(self) -> bool:
        """Sealed, every seal intact and trusted, and nothing but seals added since the first."""
        return self.outcome is Outcome.UNCHANGED
