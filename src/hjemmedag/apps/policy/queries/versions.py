"""The versions of the policy: the one in force on a day, the draft, and their clauses as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy.models import Clause, PolicyVersion, Receipt
from hjemmedag.core.law import Text
from hjemmedag.core.policy import terms
from hjemmedag.core.policy import versions as core
from hjemmedag.rulebook import terms as rulebook


class Standing(StrEnum):
    """Where a version stands on a day. One that a later version overtook before it began is former too."""

    DRAFT = "draft"
    COMING = "coming"
    CURRENT = "current"
    FORMER = "former"


@dataclass(frozen=True, slots=True)
class Row:
    """A version in the list; `missing` is known for the one in force only."""

    version: PolicyVersion
    standing: Standing
    given: int
    missing: int | None = None


def version(pk: int) -> PolicyVersion:
    """The version with this id. Raises `PolicyVersion.DoesNotExist`."""
    return PolicyVersion.objects.get(pk=pk)


def published() -> QuerySet[PolicyVersion]:
    """What was published, newest first."""
    return PolicyVersion.objects.filter(number__isnull=False).order_by("-number")


def in_force(on: date) -> PolicyVersion | None:
    """The version that holds on a day: the last one published among those begun."""
    return published().filter(effective_from__lte=on).first()


def draft() -> PolicyVersion | None:
    """The one draft."""
    return PolicyVersion.objects.filter(number__isnull=True).first()


def standing(one: PolicyVersion, on: date) -> Standing:
    """Where a version stands on a day, beside all others: one query."""
    if one.number is None:
        return Standing.DRAFT
    return _standing(one, list(published()), on)


def listed(on: date) -> list[Row]:
    """All versions, the draft first, with the receipts given and, for the one in force, those missing: two queries."""
    receipts = Receipt.objects.filter(version=OuterRef("pk")).values("version").annotate(given=Count("pk"))
    counted = PolicyVersion.objects.select_related("published_by").annotate(
        given=Coalesce(Subquery(receipts.values("given")), 0)
    )
    versions = list(counted.order_by(F("number").desc(nulls_first=True)))
    rows = []
    for one in versions:
        where = _standing(one, versions, on)
        given, missing = _by_staff(one, on) if where is Standing.CURRENT else (one.given, None)
        rows.append(Row(one, where, given, missing))
    return rows


def _by_staff(one: PolicyVersion, on: date) -> tuple[int, int]:
    """How many of those employed have given their receipt, and how many have not."""
    given = Exists(Receipt.objects.filter(version=one, employee=OuterRef("pk")))
    counted = people.employed(on).aggregate(given=Count("pk", filter=given), missing=Count("pk", filter=~given))
    return counted["given"], counted["missing"]


def clauses_of(one: PolicyVersion) -> list[core.Clause]:
    """The clauses of a version in their order, each with what it says in terms."""
    said = terms.said_by_clause(rulebook.load().values(), one.terms)
    return [
        core.Clause(
            key=row.key,
            heading=Text(da=row.heading_da, en=row.heading_en),
            text=Text(da=row.text_da, en=row.text_en),
            in_addendum=row.in_addendum,
            required=row.required,
            rule=row.rule,
            terms=said.get(row.key, ()),
        )
        for row in Clause.objects.filter(version=one)
    ]


def clauses_for_addendum(one: PolicyVersion) -> list[core.Clause]:
    """The clauses that an addendum under this version repeats, in their order."""
    return [clause for clause in clauses_of(one) if clause.in_addendum]


def last_editor(version: int) -> int | None:
    """Who changed a version last; `None` when nobody is recorded."""
    return audit.history(kind="policy.PolicyVersion", subject=version).values_list("actor", flat=True).first()


def _standing(one: PolicyVersion, versions: Sequence[PolicyVersion], on: date) -> Standing:
    """`versions` holds at least everything published, newest first."""
    if one.number is None or one.effective_from is None:
        return Standing.DRAFT
    day = max(on, one.effective_from)
    begun = (other for other in versions if other.effective_from and other.number and other.effective_from <= day)
    if next(begun) != one:
        return Standing.FORMER
    return Standing.COMING if one.effective_from > on else Standing.CURRENT
