"""Publishing the draft: from then on it never changes."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.policy import queries
from hjemmedag.apps.policy.actions.draft import changed, locked
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.core.refusals import Refused
from hjemmedag.ui.words import said, weekday_date


@transaction.atomic
def publish(
    *,
    version: int,
    revision: int,
    effective_from: date,
    without_notice: bool = False,
    actor: int,
    today: date,
    now: datetime,
) -> PolicyVersion:
    """Publish the draft with the next number, in force from a day not before `today` or the last version's.

    `without_notice` confirms that no notice is agreed. Publishing what the same person has published already does
    nothing more. Raises `Refused` naming everything that is missing, `Stale` when someone changed the draft.
    """
    found = PolicyVersion.objects.select_for_update().filter(pk=version).first()
    if found is not None and found.published_by_id == actor:
        return found
    draft = locked(version, revision)
    if effective_from < today:
        raise Refused(_("A policy can't take effect in the past. Choose today or a later day."))
    last = queries.published().first()
    if last is not None and last.effective_from is not None and effective_from < last.effective_from:
        raise Refused(
            _("Version %(number)s begins on %(day)s. A newer version can begin that day at the earliest.")
            % {"number": last.number, "day": weekday_date(last.effective_from)}
        )
    if lacks := queries.lacks(draft, without_notice=without_notice):
        raise Refused(" ".join(said(lack.said) for lack in lacks))
    draft.number = (last.number or 0) + 1 if last is not None else 1
    draft.effective_from = effective_from
    draft.published_at = now
    draft.published_by_id = actor
    changed(draft)
    audit.record(
        action="policy.publish",
        actor=actor,
        now=now,
        subject=draft,
        data={"number": draft.number, "effective_from": effective_from.isoformat()},
        rows=[draft, *draft.clauses.all(), *draft.provisions.all()],
    )
    return draft
