"""Hashes of the audit chain (revisionskæde).

An entry's hash covers the previous hash and a salted digest of its payload, never the payload itself, so personal
payloads can be erased with their salts and the chain still verifies.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

GENESIS = "0" * 64


def canonical(value: object) -> bytes:
    """The one way to write a value as bytes: JSON, keys sorted, no spaces, UTF-8. Other kinds are written as text."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str).encode()


def salted(salt: str, value: object) -> str:
    """SHA-256 in hex of a salt (hex) and a value. Without the salt the value can't be guessed from it."""
    return hashlib.sha256(salt.encode() + b"\n" + canonical(value)).hexdigest()


@dataclass(frozen=True, slots=True)
class Link:
    """What one entry says to the chain."""

    number: int
    at: datetime
    actor: int | None
    action: str
    subject_kind: str
    subject: int | None
    about: int | None
    digest: str
    seals: tuple[tuple[str, int, str], ...] = ()

    def hash(self, previous: str) -> str:
        """The entry's hash after an entry with the hash `previous`. Seals count in order of table and row."""
        at = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        facts = [self.number, at, self.actor, self.action, self.subject_kind, self.subject, self.about, self.digest]
        return hashlib.sha256(previous.encode() + b"\n" + canonical([facts, sorted(self.seals)])).hexdigest()


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where the chain doesn't hold, and why: `missing`, `changed` or `previous`."""

    number: int
    why: str


def first_break(links: Iterable[tuple[Link, str, str]]) -> Break | None:
    """The first broken place in (link, its previous hash, its hash), in order from number 1; `None` when all hold."""
    previous = GENESIS
    for expected, (link, said_previous, said_hash) in enumerate(links, start=1):
        if link.number != expected:
            return Break(expected, "missing")
        if said_previous != previous:
            return Break(link.number, "previous")
        if link.hash(previous) != said_hash:
            return Break(link.number, "changed")
        previous = said_hash
    return None
