"""Addenda that wait for someone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hjemmedag.apps.agreements.models import Addendum
from hjemmedag.apps.documents import queries as documents
from hjemmedag.core.duties import Scope


@dataclass(frozen=True, slots=True)
class Waiting:
    """An addendum that one person must sign next."""

    document: int
    arrangement: int
    employee: int
    signer: int
    employer_side: bool
    effective_on: date
    title: str


def waiting(scope: Scope) -> Iterator[Waiting]:
    """Open addenda with the person who signs next."""
    unsigned = {row.document: row for row in documents.unsigned(scope)}
    addenda = Addendum.objects.filter(document__in=unsigned).select_related("terms__arrangement")
    for addendum in addenda.order_by("terms__starts", "id"):
        row, terms = unsigned[addendum.document_id], addendum.terms
        yield Waiting(
            document=addendum.document_id,
            arrangement=terms.arrangement_id,
            employee=terms.arrangement.employee_id,
            signer=row.signer,
            employer_side=row.employer_side,
            effective_on=terms.starts,
            title=row.title,
        )


def unread() -> list[Addendum]:
    """Open addenda that the employee has not opened: there is no proof yet that they were received."""
    documents_unread = documents.unread_by_employee()
    return list(
        Addendum.objects.filter(document__in=documents_unread).select_related("terms__arrangement").order_by("id")
    )
