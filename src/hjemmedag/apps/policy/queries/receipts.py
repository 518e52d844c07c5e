"""Who has read which version, and who is asked to."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy.models import PolicyVersion, Receipt
from hjemmedag.core.duties import Scope
from hjemmedag.core.people.roles import Role, Viewer


def receipt(version: PolicyVersion, employee: int) -> Receipt | None:
    """This person's receipt for a version."""
    return Receipt.objects.filter(version=version, employee=employee).first()


def awaited(version: PolicyVersion | people.Asked, on: date | people.Asked) -> QuerySet[Any]:
    """Those employed on a day who have given no receipt for a version."""
    given = Receipt.objects.filter(version=version, employee=OuterRef("pk"))
    return people.employed(on).filter(~Exists(given))


def awaited_since(version: PolicyVersion, scope: Scope, on: date) -> list[tuple[int, date]]:
    """Those in scope who are employed on a day and have given no receipt for a version, and since when they are."""
    if scope.owner is None:
        return _everyones.rows(version=version.pk, on=on)
    return _ones.rows(version=version.pk, on=on, who=scope.owner)


@people.Prepared
def _everyones() -> QuerySet[Any, Any]:
    on = people.Asked("on")
    staff = people.with_seniority(awaited(people.Asked("version"), on), on)
    return staff.order_by("pk").values_list("pk", "employed_from")


@people.Prepared
def _ones() -> QuerySet[Any, Any]:
    on = people.Asked("on")
    one = awaited(people.Asked("version"), on).filter(pk=people.Asked("who"))
    return people.with_seniority(one, on).values_list("pk", "employed_from")


def readers(version: PolicyVersion, viewer: Viewer, on: date, words: str = "") -> QuerySet[Any]:
    """The staff whom this viewer may see, with team, department and the moment `confirmed_at`, if any."""
    seen = people.found(people.visible(viewer.only(Role.HR, Role.AUDITOR), on), words)
    given = Receipt.objects.filter(version=version, employee=OuterRef("pk"))
    staff = seen.filter(pk__in=people.employed(on).values("pk")).annotate(confirmed_at=Subquery(given.values("at")[:1]))
    return people.listed(staff, on).order_by("alphabetical", "id")
