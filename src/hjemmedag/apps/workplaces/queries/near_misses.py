"""Near misses with whom they are from."""

from __future__ import annotations

from typing import Any

from django.db.models import F, QuerySet

from hjemmedag.apps.workplaces.models import NearMiss


def with_names(rows: QuerySet[NearMiss]) -> QuerySet[Any]:
    """Near misses with whom they are from and who settled them: those that wait first, then the latest."""
    return rows.select_related("employee", "settled_by").order_by(F("settled_on").desc(nulls_first=True), "-on", "-id")
