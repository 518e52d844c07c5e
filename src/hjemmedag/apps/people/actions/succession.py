"""One dated row follows another: what changes from a day, and what stops on one. History is never overwritten."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hjemmedag.apps.people.models.dated import Dated, DatedQuerySet


@dataclass(slots=True)
class Changes:
    """The rows a change wrote and those it removed, for the record of who did what."""

    written: list[Dated] = field(default_factory=list)
    removed: list[Dated] = field(default_factory=list)

    def __iadd__(self, other: Changes) -> Changes:
        self.written += other.written
        self.removed += other.removed
        return self


def succeed(rows: DatedQuerySet, *, on: date, until: date | None = None, **said: Any) -> Changes:
    """From `on` something else holds, until the next change already planned or the end of what held before.

    A row that begins on the very day is corrected; one that holds by then gives way to a new row. Where none holds,
    the new one reaches to the next row, else to `until`.
    """
    now_held = rows.select_for_update().on(on).first()
    if now_held is not None and now_held.starts == on:
        for name, value in said.items():
            setattr(now_held, name, value)
        now_held.save()
        return Changes([now_held])
    if now_held is None:
        following = rows.filter(starts__gt=on).order_by("starts").first()
        return Changes([rows.model.objects.create(starts=on, ends=following.starts if following else until, **said)])
    ends, now_held.ends = now_held.ends, on
    now_held.save(update_fields=["ends"])
    kept = {one.attname: getattr(now_held, one.attname) for one in rows.model._meta.concrete_fields}
    for dropped in ("id", "starts", "ends", *(rows.model._meta.get_field(name).attname for name in said)):
        kept.pop(dropped)
    return Changes([now_held, rows.model.objects.create(**kept, starts=on, ends=ends, **said)])


def stop(rows: DatedQuerySet, *, at: date) -> Changes:
    """From `at` none of the rows holds: those that hold by then end, those that would begin later are removed."""
    changes = Changes()
    for row in rows.select_for_update().filter(starts__lt=at).exclude(ends__lte=at):
        row.ends = at
        row.save(update_fields=["ends"])
        changes.written.append(row)
    changes.removed += rows.select_for_update().filter(starts__gte=at)
    rows.filter(starts__gte=at).delete()
    return changes


def extend(rows: DatedQuerySet, *, ended: date, ends: date | None) -> Changes:
    """Rows that stopped at `ended` hold on to `ends`."""
    changes = Changes(list(rows.select_for_update().filter(ends=ended)))
    rows.filter(ends=ended).update(ends=ends)
    return changes
