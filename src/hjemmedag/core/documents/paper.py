"""Who stands on a paper: the sender at its head, the signers at its end, and the languages it can be written in."""

from __future__ import annotations

from dataclasses import dataclass

from hjemmedag.core.law import Text


@dataclass(frozen=True, slots=True)
class Sender:
    """The employer on paper: name, CVR number and address, the last one empty when it isn't known."""

    name: str
    cvr: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One signer’s place on the paper: the name, and in what capacity ("HR-chef, for arbejdsgiveren")."""

    name: str
    role: Text
