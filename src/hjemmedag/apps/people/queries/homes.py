"""Home addresses of many people at once."""

from __future__ import annotations

from collections.abc import Collection

from hjemmedag.apps.people.models import HomeAddress


def homes_of(ids: Collection[int]) -> dict[int, list[HomeAddress]]:
    """Every address of these people, the latest first: one query. Ask `may_see_home` before showing any."""
    found: dict[int, list[HomeAddress]] = {}
    for row in HomeAddress.objects.filter(employee__in=ids).order_by("-starts", "-id"):
        found.setdefault(row.employee_id, []).append(row)
    return found
