"""Batches of addenda: how far they are, and what became of each."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q, QuerySet

from hjemmedag.apps.agreements.models import Batch, BatchItem


def batches() -> QuerySet[Batch, Any]:
    """All batches, newest first, each with how many there are, are done, were offered, and could not be."""
    return (
        Batch.objects.select_related("made_by")
        .order_by("-id")
        .annotate(
            total=Count("items"),
            done=Count("items", filter=Q(items__done_at__isnull=False)),
            offered=Count("items", filter=Q(items__addendum__isnull=False)),
            refused=Count("items", filter=Q(items__done_at__isnull=False, items__addendum__isnull=True)),
        )
    )


def refused_items(batch: int) -> QuerySet[BatchItem]:
    """Those of a batch that got no addendum, with the reason."""
    return BatchItem.objects.filter(batch=batch).exclude(why="").select_related("arrangement__employee")
