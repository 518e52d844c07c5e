"""Who has read which version, and who is asked to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy.models import PolicyVersion, Receipt
from hjemmedag.apps.policy.queries.provisions import provisions_of
from hjemmedag.apps.policy.queries.versions import clauses_of, published
from hjemmedag.core.duties import Scope
from hjemmedag.core.people.roles import Role, Viewer
from hjemmedag.core.policy import versions as core


def receipt(version: PolicyVersion, employee: int) -> Receipt | None:
    """This person's receipt for a version."""
    return Receipt.objects.filter(version=version, employee=employee).first()


def receipts_for(version: str, employee: str) -> QuerySet[Receipt]:
    """For annotating rows of later stages: the receipt for the version in the one column by the person in the other."""
    return Receipt.objects.filter(version=OuterRef(version), employee=OuterRef(employee))


@dataclass(frozen=True, slots=True)
class Unread:
    """What a person has not confirmed: what differs `since` a version they have. Without one it is the whole version.

    `rows` are clauses, `provided` rows of who provides what.
    """

    since: Receipt | None = None
    rows: Sequence[core.Comparison] = ()
    provided: Sequence[core.Comparison] = ()


def unread(version: PolicyVersion, employee: int) -> Unread:
    """What this version holds that the person has not confirmed in an earlier one."""
    earlier = Receipt.objects.filter(employee=employee, version__number__lt=version.number or 0)
    since = earlier.select_related("version").order_by("-version__number").first()
    if since is None:
        return Unread()
    before, after = ([row.as_clause() for row in provisions_of(one)] for one in (since.version, version))
    return Unread(since, core.changed(clauses_of(since.version), clauses_of(version)), core.changed(before, after))


def awaited(version: PolicyVersion | Subquery, on: date | people.Asked) -> QuerySet[Any]:
    """Those employed on a day who have given no receipt for a version."""
    given = Receipt.objects.filter(version=version, employee=OuterRef("pk"))
    return people.employed(on).filter(~Exists(given))


@dataclass(frozen=True, slots=True)
class Awaited:
    """Someone whose receipt for the version in force is waited for, and since when they are employed."""

    employee: int
    employed_from: date
    version: int
    number: int
    effective_from: date


def awaited_since(scope: Scope, on: date) -> list[Awaited]:
    """Those in scope who are employed on a day and have given no receipt for the version in force: one query."""
    rows = _everyones.rows(on=on) if scope.owner is None else _ones.rows(on=on, who=scope.owner)
    return [Awaited(*row) for row in rows]


@people.Prepared
def _everyones() -> QuerySet[Any, Any]:
    return _awaited().order_by("pk")


@people.Prepared
def _ones() -> QuerySet[Any, Any]:
    return _awaited().filter(pk=people.Asked("who"))


def _awaited() -> QuerySet[Any, Any]:
    on = people.Asked("on")
    newest = published().filter(effective_from__lte=on)
    said = {f"version_{name}": Subquery(newest.values(name)[:1]) for name in ("pk", "number", "effective_from")}
    staff = awaited(said["version_pk"], on).annotate(**said).filter(version_pk__isnull=False)
    return people.with_seniority(staff, on).values_list("pk", "employed_from", *said)


def readers(version: PolicyVersion, viewer: Viewer, on: date, words: str = "") -> QuerySet[Any]:
    """The staff whom this viewer may see, with team, department and the moment `confirmed_at`, if any.

    `confirmed_since` is the number of the version that the receipt builds on, if it builds on one.
    """
    seen = people.found(people.visible(viewer.only(Role.HR, Role.AUDITOR), on), words)
    given = Receipt.objects.filter(version=version, employee=OuterRef("pk"))
    staff = seen.filter(pk__in=people.employed(on).values("pk")).annotate(
        confirmed_at=Subquery(given.values("at")[:1]), confirmed_since=Subquery(given.values("since__number")[:1])
    )
    return people.listed(staff, on).order_by("alphabetical", "id")
