"""What `doctor` answers: a list of checks, each with what it found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be: what, and what to do about it; `facts` name it for a program."""

    message: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. `key` names it in every language."""

    key: str
    title: str
    findings: tuple[Finding, ...]
