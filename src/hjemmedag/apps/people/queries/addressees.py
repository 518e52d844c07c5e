"""Whom a message goes to, and in which language."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from hjemmedag.apps.people.models import Employee


@dataclass(frozen=True, slots=True)
class Addressee:
    """Someone to write to: by first name, at this e-mail, in "da" or "en"."""

    name: str
    email: str
    language: str


def addresses(ids: Collection[int]) -> dict[int, Addressee]:
    """The addressees among these people by id: those who can still sign in."""
    rows = Employee.objects.filter(pk__in=ids, is_active=True).values_list("pk", "first_name", "email", "language")
    return {pk: Addressee(name, email, language) for pk, name, email, language in rows}
