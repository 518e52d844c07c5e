"""What one kind of duty is said with."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

StrOrPromise = str | Promise


@dataclass(frozen=True, slots=True)
class Words:
    """How one kind of duty is said; `{name}` stands for the employee it is about."""

    title: StrOrPromise
    text: StrOrPromise
    action: StrOrPromise
    page: str
