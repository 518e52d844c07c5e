"""Writing who provides what in the draft: each change counts the draft's revision on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.policy.actions.draft import changed, locked, provision_row
from hjemmedag.apps.policy.models import Provision
from hjemmedag.core.policy import provisions as core
from hjemmedag.core.policy.versions import key_for
from hjemmedag.core.refusals import Refused, Stale


@transaction.atomic
def write_provision(
    *, provision: core.Provision, version: int, revision: int, actor: int, now: datetime, adding: bool = False
) -> Provision:
    """Write the row with this key, or add it at the end; one without a key is the company's own and gets a new one.

    What a rule demands stays demanded. Raises `Stale` when someone changed the draft, `Refused` for a row that stands.
    """
    draft = locked(version, revision)
    row = draft.provisions.filter(key=provision.key).first() if provision.key else None
    if row is None and not adding:
        raise Stale(_("The row is no longer in the draft."))
    if row is not None and adding:
        raise Refused(_("The draft already has this row."))
    if row is not None:
        kept = replace(provision, rule=row.rule, demanded=row.demanded)
        new = provision_row(kept, draft, row.position)
        new.pk = row.pk
    else:
        taken = set(Provision.objects.values_list("key", flat=True))
        keyed = replace(provision, key=provision.key or key_for(provision.name.da, taken))
        new = provision_row(keyed, draft, draft.provisions.count() + 1)
    new.save()
    changed(draft)
    audit.record(
        action="policy.write_provision",
        actor=actor,
        now=now,
        subject=draft,
        data={"key": new.key, "provider": new.provider},
        rows=[draft, new],
    )
    return new


@transaction.atomic
def remove_provision(*, key: str, version: int, revision: int, actor: int, now: datetime) -> None:
    """Take a row out of the draft. Raises `Refused` for what the employer must provide, `Stale` when it is gone."""
    draft = locked(version, revision)
    row = draft.provisions.filter(key=key).first()
    if row is None:
        raise Stale(_("The row is no longer in the draft."))
    if row.demanded:
        raise Refused(_("The law puts this on the employer. You can change the words, but not remove it."))
    Provision.objects.filter(pk=row.pk).delete()
    moved = []
    for place, one in enumerate(draft.provisions.all(), start=1):
        if one.position != place:
            one.position = place
            moved.append(one)
    Provision.objects.bulk_update(moved, ["position"])
    changed(draft)
    audit.record(
        action="policy.remove_provision",
        actor=actor,
        now=now,
        subject=draft,
        data={"key": key},
        rows=[draft, *moved],
        removed=[row],
    )
