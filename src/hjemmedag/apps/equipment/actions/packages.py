"""The package of a job function, from a day on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.equipment import queries
from hjemmedag.apps.equipment.models import PackageLine
from hjemmedag.core.refusals import Refused, Stale


@transaction.atomic
def set_package(
    *, function: int, counts: Mapping[int, int], starts: date, seen: str, actor: int, now: datetime
) -> list[PackageLine]:
    """From `starts` on, so many of each kind (by id) belong to the function; what held before is kept, and ends.

    `seen` is the `queries.digest` of the lines that the page showed. Raises `Stale` when they are others now, `Refused`
    for a day before one that is set already.
    """
    rows = list(PackageLine.objects.select_for_update().filter(function=function))
    if queries.digest(rows) != seen:
        raise Stale(_("Someone else changed this package meanwhile. Look at it once more."))
    if any(row.starts > starts for row in rows):
        raise Refused(_("A package is set from a later day already. Choose that day or one after it."))
    changed, removed = [], []
    held = [row for row in rows if row.ends is None]
    for row in held:
        if counts.get(row.kind_id) == row.count:
            continue
        if row.starts == starts:
            removed.append(PackageLine(pk=row.pk))
            row.delete()
        else:
            row.ends = starts
            row.save(update_fields=["ends"])
            changed.append(row)
    kept = set(PackageLine.objects.filter(Q(ends__isnull=True), function=function).values_list("kind", flat=True))
    for kind, count in counts.items():
        if count and kind not in kept:
            changed.append(PackageLine.objects.create(function_id=function, kind_id=kind, count=count, starts=starts))
    data = {"function": function, "starts": starts.isoformat(), "counts": {str(k): v for k, v in counts.items() if v}}
    audit.record(action="equipment.set_package", actor=actor, now=now, data=data, rows=changed, removed=removed)
    return changed
