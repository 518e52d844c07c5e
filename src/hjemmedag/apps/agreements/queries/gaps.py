"""What arrangements from before hjemmedag lack: their signed paper, or parts of the terms."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import TruncDate

from hjemmedag.apps.agreements.models import Addendum, StatusChange, Terms
from hjemmedag.apps.people import queries as people
from hjemmedag.core.people.roles import Role

PAPER, TERMS = "paper", "terms"
HOME, ROOM, HOURS = "home", "room", "hours"


def gaps(terms: Terms) -> list[str]:
    """What these terms lack, in the order in which a form asks; nothing where they were agreed here."""
    if terms.addendum.taken_in_at is None:
        return []
    return [name for name in (PAPER, HOME, ROOM, HOURS) if not _has(terms, name)]


def _has(terms: Terms, name: str) -> bool:
    return terms.addendum.document_id is not None if name == PAPER else bool(getattr(terms, name))


def lacking(on: people.Asked) -> QuerySet[Addendum, Any]:
    """What living arrangements lack: the kind of gap, the arrangement, the employee, since when, and who sees to it.

    A missing paper is told before missing terms: one task at a time for one arrangement, on one page.
    """
    ended = StatusChange.objects.filter(
        arrangement=OuterRef("terms__arrangement"), kind=StatusChange.Kind.CLOSE, on__lte=on
    )
    later = Terms.objects.filter(
        arrangement=OuterRef("terms__arrangement"), pk__gt=OuterRef("terms"), addendum__document__closing__isnull=True
    )
    no_paper = Q(document__isnull=True)
    rows = Addendum.objects.filter(~Exists(ended), ~Exists(later), taken_in_at__isnull=False)
    rows = rows.filter(no_paper | Q(terms__home={}) | Q(terms__hours={}) | Q(terms__room=""))
    kind = Case(When(no_paper, then=Value(PAPER)), default=Value(TERMS))
    holders = people.holding(Role.HR, on).order_by("starts", "id").values("employee")
    return rows.order_by().values_list(
        kind, "terms__arrangement", "terms__arrangement__employee", TruncDate("taken_in_at"), Subquery(holders[:1])
    )
