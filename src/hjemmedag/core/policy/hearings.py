"""Høring: who is heard as what, how a comment is answered, and the draft as it was, kept so that it can be proved."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from hjemmedag.core.law import Text
from hjemmedag.core.policy.provisions import Ownership, Provider, Provision
from hjemmedag.core.policy.versions import Clause


class Seat(StrEnum):
    """As what a party is heard."""

    SAFETY = "amr"
    UNION = "tr"
    AGREEMENT = "agreement"

    @property
    def words(self) -> Text:
        """The seat as everyone reads it."""
        return _SEATS[self]


class Outcome(StrEnum):
    """What came of a comment."""

    FOLLOWED = "followed"
    PARTLY = "partly"
    DECLINED = "declined"

    @property
    def words(self) -> Text:
        """The outcome as everyone reads it."""
        return _OUTCOMES[self]


class Unheard(StrEnum):
    """Why a draft is not heard as it stands."""

    NOBODY = "nobody"
    OUTSIDE = "outside"
    CHANGED = "changed"

    @property
    def words(self) -> Text:
        """What is lacking, as HR reads it."""
        return _UNHEARD[self]


def unheard(held: Sequence[tuple[str, bool]], now: str) -> Unheard | None:
    """What a draft with the fingerprint `now` lacks to be heard; of each hearing its fingerprint and whether a
    representative was heard in it. Parties outside alone are no hearing: HR itself writes who they are.
    """
    inside = [fingerprint for fingerprint, represented in held if represented]
    if not inside:
        return Unheard.OUTSIDE if held else Unheard.NOBODY
    return None if now in inside else Unheard.CHANGED


FORM = 1
"""The form in which an edition is kept: a later one gets a number of its own, and this one can still be read."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A draft as it stood at one moment."""

    clauses: tuple[Clause, ...]
    provided: tuple[Provision, ...]
    notice_months: int | None

    def written(self) -> str:
        """All of it as text that is the same for the same words: what `digest` is taken of."""
        return json.dumps({"form": FORM} | asdict(self), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def of(cls, clauses: Iterable[Clause], provided: Iterable[Provision], notice_months: int | None) -> Edition:
        """The draft with these clauses and provisions."""
        return cls(tuple(clauses), tuple(provided), notice_months)

    @classmethod
    def read(cls, written: str) -> Edition:
        """The edition that was `written`, in the form of its time. Raises `ValueError` for a form not known here."""
        said = json.loads(written)
        if said["form"] != FORM:
            raise ValueError(f"an edition of the form {said['form']} can't be read")
        return cls.of(map(_clause, said["clauses"]), map(_provision, said["provided"]), said["notice_months"])


def digest(written: str) -> str:
    """SHA-256 of what was written, in hexadecimal."""
    return hashlib.sha256(written.encode()).hexdigest()


def _clause(said: dict[str, Any]) -> Clause:
    words = {"heading": Text(**said["heading"]), "text": Text(**said["text"])}
    return Clause(**said | words | {"terms": tuple(Text(**line) for line in said["terms"])})


def _provision(said: dict[str, Any]) -> Provision:
    typed = {"provider": Provider(said["provider"]), "ownership": Ownership(said["ownership"])}
    return Provision(**said | typed | {"item": Text(**said["item"]), "note": Text(**said["note"])})


_SEATS = {
    Seat.SAFETY: Text(da="Arbejdsmiljørepræsentant", en="Safety representative"),
    Seat.UNION: Text(da="Tillidsrepræsentant", en="Union representative"),
    Seat.AGREEMENT: Text(da="Aftalepart uden for virksomheden", en="Agreement party outside the company"),
}
_UNHEARD = {
    Unheard.NOBODY: Text(da="Ingen er hørt om kladden.", en="Nobody has been heard about this draft."),
    Unheard.OUTSIDE: Text(
        da="Kun parter uden for virksomheden er hørt om kladden, ingen repræsentant.",
        en="Only parties outside the company have been heard about this draft, no representative.",
    ),
    Unheard.CHANGED: Text(da="Kladden er ændret, siden den blev hørt.", en="The draft was changed after it was heard."),
}
_OUTCOMES = {
    Outcome.FOLLOWED: Text(da="Fulgt", en="Followed"),
    Outcome.PARTLY: Text(da="Delvis fulgt", en="Followed in part"),
    Outcome.DECLINED: Text(da="Ikke fulgt", en="Not followed"),
}
