"""The audit chain in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.overview.queries import acts
from hjemmedag.apps.people import queries as people


@dataclass(frozen=True, slots=True)
class Row:
    """One entry, with names where people still have them."""

    number: int
    at: datetime
    actor: str
    action: str
    about: str
    hash: str


def entries(action: str) -> Any:
    """The entries, newest first; with `action`, only those of one kind."""
    return audit.entries(action)


def kinds() -> list[tuple[str, str]]:
    """What the list can be narrowed to, in words; everything first."""
    return [("", _("Everything")), *((kind, acts.said(kind)) for kind in audit.kinds())]


def rows(page: Iterable[Any]) -> list[Row]:
    """A page of entries with names: one query for all of them."""
    listed = list(page)
    names = people.named({person for entry in listed for person in (entry.actor, entry.about) if person is not None})
    return [
        Row(
            entry.number,
            entry.at,
            names.get(entry.actor, "") if entry.actor else "",
            acts.said(entry.action),
            names.get(entry.about, "") if entry.about else "",
            entry.hash[:12],
        )
        for entry in listed
    ]
