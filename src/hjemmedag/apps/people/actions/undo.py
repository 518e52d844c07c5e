"""Undoing an import: everything back as it was, while nothing was built on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people.actions.ledger import BATCH, batches
from hjemmedag.apps.people.actions.moved import tell_old_addresses
from hjemmedag.apps.people.models import Employee, Import, ImportedChange
from hjemmedag.apps.people.models.dated import Dated
from hjemmedag.apps.people.queries.undoing import Kind, by_kind, in_the_way
from hjemmedag.core.refusals import Refused

NAMED = 5


@transaction.atomic
def undo_import(*, source: int, actor: int | None, now: datetime) -> Import:
    """Put back what an import changed. Refused when it is undone already, or when something was built on it."""
    row = Import.objects.select_for_update().get(pk=source)
    if row.undone_at is not None:
        raise Refused(_("The import is already undone."))
    if names := in_the_way(row):
        raise Refused(_standing_in_the_way(names))
    kinds = by_kind(row)
    made = {kind: [one for one in changes if one.before is None] for kind, changes in kinds.items()}
    try:
        with transaction.atomic():
            # Dated facts go first and names last, so that nothing leans on what goes; each in reverse of its making.
            for kind in _last_first(made, dated=True):
                _remove(kind, made[kind])
            restored = [one for kind, changes in kinds.items() for one in _restore(kind, changes)]
            for kind in _last_first(made, dated=False):
                _remove(kind, made[kind])
    except IntegrityError:
        raise Refused(
            _("The import can't be undone: something was built on it meanwhile. Correct the single employees instead.")
        ) from None
    tell_old_addresses(_moved(kinds.get(Employee, ())), actor=actor, now=now)
    row.undone_at, row.undone_by_id = now, actor
    row.save(update_fields=["undone_at", "undone_by"])
    audit.record(
        action="people.undo_import",
        actor=actor,
        now=now,
        subject=row,
        data={"file": row.file_name},
        rows=[row, *restored],
        removed=[kind(pk=change.row) for kind, changes in made.items() for change in changes],
    )
    return row


def _standing_in_the_way(names: list[str]) -> str:
    said = ", ".join(names[:NAMED])
    if len(names) > NAMED:
        said = _("%(names)s and %(more)s more") % {"names": said, "more": len(names) - NAMED}
    return _(
        "The import can't be undone: something was built on it. In the way: %(names)s. Correct the single employees "
        "instead."
    ) % {"names": said}


def _moved(changes: Iterable[ImportedChange]) -> dict[int, str]:
    """The e-mail, by id, that the import had given to people who get their former one back."""
    both = ((one.row, one.before, one.after) for one in changes)
    return {row: new["email"] for row, old, new in both if old and new and old["email"] != new["email"]}


def _last_first(kinds: Iterable[Kind], *, dated: bool) -> list[Kind]:
    return [kind for kind in kinds if issubclass(kind, Dated) is dated][::-1]


def _remove(kind: Kind, changes: list[ImportedChange]) -> None:
    for keys in batches([change.row for change in changes]):
        kind._base_manager.filter(pk__in=keys).delete()


def _restore(kind: Kind, changes: list[ImportedChange]) -> list[models.Model]:
    """Write rows as they were, those that were removed included."""
    changed, gone = [], []
    columns: set[str] = set()
    for one in changes:
        if one.before is None:
            continue
        row = _as_it_was(kind, one.before)
        if one.after is None:
            gone.append(row)
        else:
            changed.append(row)
            columns |= {column for column, value in one.before.items() if one.after.get(column) != value}
    if columns:
        fields = [field.name for field in kind._meta.concrete_fields if field.attname in columns]
        kind._base_manager.bulk_update(changed, fields, batch_size=BATCH)
    kind._base_manager.bulk_create(gone, batch_size=BATCH)
    return changed + gone


def _as_it_was(kind: Kind, before: Mapping[str, Any]) -> models.Model:
    values: dict[str, Any] = {}
    for field in kind._meta.concrete_fields:
        if field.attname in before:
            text = before[field.attname]
            values[field.attname] = None if text == "" and field.null else field.to_python(text)
    return kind(**values)
