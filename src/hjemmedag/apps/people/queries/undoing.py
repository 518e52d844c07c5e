"""Whether an import can be undone: not once something was built on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people.models import Employee, Import, ImportedChange

Kind = type[models.Model]

OWNERS = {"employment": "employment__employee", "employee": "employee", "team": "team"}
"""Whom a row is about, by the column that leads there."""

SHOWN = 20


def by_kind(source: Import) -> dict[Kind, list[ImportedChange]]:
    """What an import did to rows, by kind, in the order in which it made them."""
    found: dict[Kind, list[ImportedChange]] = {}
    for change in source.changes.order_by("id").iterator(5000):
        found.setdefault(apps.get_model(change.table), []).append(change)
    return found


def in_the_way(source: Import) -> list[str]:
    """The people, teams, sites … that were changed, used or signed in since the import, by name, each once."""
    touched = [name for kind, changes in by_kind(source).items() for name in _touched(kind, changes)]
    return list(dict.fromkeys([*touched, *_built_on(source)]))


def _touched(kind: Kind, changes: list[ImportedChange]) -> Iterator[str]:
    """Rows that no longer stand as the import left them; one that is gone can only be told by its number."""
    now = dict(audit.contents_of(kind, [change.row for change in changes]))
    differing = [change.row for change in changes if not _stands(change.after, now.get(change.row))]
    yield from _names(kind, [row for row in differing[:SHOWN] if row in now])
    yield from (f"{kind._meta.verbose_name} {row}" for row in differing[:SHOWN] if row not in now)


def _stands(after: dict[str, Any] | None, now: dict[str, str] | None) -> bool:
    """Whether a row says what the import wrote; columns that came later are not asked."""
    if after is None or now is None:
        return after is None and now is None
    return all(now.get(column) == value for column, value in after.items())


def _built_on(source: Import) -> Iterator[str]:
    """Rows the import made that have signed in, or that rows of others lean on."""
    mine = source.changes.order_by()
    made = mine.filter(before__isnull=True)
    people = made.filter(table=Employee._meta.label).values("row")
    yield from map(str, Employee.objects.filter(pk__in=people, last_login__isnull=False)[:SHOWN])
    for table in made.values_list("table", flat=True).distinct():
        kind = apps.get_model(table)
        keys = made.filter(table=table).values("row")
        for leaning, column in _references(kind):
            own = mine.filter(table=leaning._meta.label).values("row")
            rows = leaning._base_manager.filter(**{f"{column}__in": keys}).exclude(pk__in=own).order_by()
            yield from _names(kind, list(rows.values_list(column, flat=True).distinct()[:SHOWN]))


def _references(kind: Kind) -> Iterator[tuple[Kind, str]]:
    """Every kind of row that can lean on this one, in any stage, and the column it does so by."""
    for relation in kind._meta.get_fields(include_hidden=True):
        if isinstance(relation, models.ManyToOneRel):
            yield relation.related_model, relation.field.name


def _names(kind: Kind, keys: list[int]) -> Iterator[str]:
    """What a person calls these rows: by the person or team they are about."""
    columns = {field.name for field in kind._meta.concrete_fields}
    path = next((path for column, path in OWNERS.items() if column in columns), "")
    rows = kind._base_manager.filter(pk__in=keys)
    for row in rows.select_related(path) if path else rows:
        named = row
        for step in path.split("__") if path else ():
            named = getattr(named, step)
        yield str(named)
