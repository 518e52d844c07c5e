"""Writing the clauses of the draft: each change counts the draft's revision on."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.policy import queries
from hjemmedag.apps.policy.actions.draft import changed, locked, row_of
from hjemmedag.apps.policy.models import Clause, PolicyVersion
from hjemmedag.core.policy import versions as core
from hjemmedag.core.policy.terms import without_clause
from hjemmedag.core.refusals import Refused, Stale


@transaction.atomic
def add_clause(*, clause: core.Clause, version: int, revision: int, actor: int, now: datetime) -> Clause:
    """Add a clause at the end. Without a key it is the company's own, and gets one that no clause has had.

    A ready one brings what it says in terms, unless the draft says something else already.
    """
    draft = locked(version, revision)
    rows = list(draft.clauses.all())
    if clause.key in {row.key for row in rows}:
        raise Refused(_("The draft already has this clause."))
    row = row_of(clause, draft, len(rows) + 1)
    row.key = clause.key or core.key_for(clause.name.da, set(Clause.objects.values_list("key", flat=True)))
    row.save()
    draft.terms = queries.ready_terms([row.key], draft.notice_months) | draft.terms
    _done("policy.add_clause", draft, actor, now, rows=[row], key=row.key)
    return row


@transaction.atomic
def change_clause(*, clause: core.Clause, version: int, revision: int, actor: int, now: datetime) -> Clause:
    """Write the words of the clause with this key; one that is required stays in the addendum as it was."""
    draft = locked(version, revision)
    row = _row(draft, clause.key)
    row.heading_da, row.heading_en = clause.heading.da, clause.heading.en
    row.text_da, row.text_en = clause.text.da, clause.text.en
    if not row.required:
        row.in_addendum = clause.in_addendum
    row.save()
    _done("policy.change_clause", draft, actor, now, rows=[row], key=row.key)
    return row


@transaction.atomic
def move_clause(*, key: str, steps: int, version: int, revision: int, actor: int, now: datetime) -> None:
    """Move a clause down by so many places, or up by a negative number; it stops at the ends."""
    draft = locked(version, revision)
    row = _row(draft, key)
    rows = list(draft.clauses.all())
    place = rows.index(row)
    rows.insert(min(max(place + steps, 0), len(rows) - 1), rows.pop(place))
    moved = _numbered(rows)
    _done("policy.move_clause", draft, actor, now, rows=moved, key=key, steps=steps)


@transaction.atomic
def remove_clause(*, key: str, version: int, revision: int, actor: int, now: datetime) -> None:
    """Take a clause out of the draft with its terms. Raises `Refused` for one that every policy must have."""
    draft = locked(version, revision)
    row = _row(draft, key)
    if row.required:
        raise Refused(_("Every policy must have this clause. You can change its words, but not remove it."))
    draft.terms = without_clause(queries.terms_of(draft), key, draft.terms)
    Clause.objects.filter(pk=row.pk).delete()
    moved = _numbered(list(draft.clauses.all()))
    _done("policy.remove_clause", draft, actor, now, rows=moved, removed=[row], key=key)


def _row(draft: PolicyVersion, key: str) -> Clause:
    row = draft.clauses.filter(key=key).first()
    if row is None:
        raise Stale(_("The clause is no longer in the draft."))
    return row


def _numbered(rows: list[Clause]) -> list[Clause]:
    """Give the rows their places from 1; returns those that had another."""
    moved = []
    for place, row in enumerate(rows, start=1):
        if row.position != place:
            row.position = place
            moved.append(row)
    Clause.objects.bulk_update(moved, ["position"])
    return moved


def _done(
    action: str,
    draft: PolicyVersion,
    actor: int,
    now: datetime,
    *,
    rows: list[Clause],
    removed: list[Clause] | None = None,
    **data: object,
) -> None:
    changed(draft)
    audit.record(
        action=action, actor=actor, now=now, subject=draft, data=data, rows=[draft, *rows], removed=removed or []
    )
