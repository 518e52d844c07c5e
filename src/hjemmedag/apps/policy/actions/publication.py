"""Publishing the draft: from then on it never changes."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.policy import queries
from hjemmedag.apps.policy.actions.draft import changed, locked
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.core.policy.versions import Lack
from hjemmedag.core.refusals import Refused
from hjemmedag.ui.words import said, weekday_date

YEAR = timedelta(days=366)
"""How far ahead a version can take effect; a later day is a slip of the hand."""


@transaction.atomic
def publish(
    *,
    version: int,
    revision: int,
    effective_from: date,
    without_notice: bool = False,
    unheard: str = "",
    actor: int,
    today: date,
    now: datetime,
) -> PolicyVersion:
    """Publish the draft with the next number, in force from a day not before `today` or the last version's.

    Terms are judged in the law of that day; what only warns stops nothing. `without_notice` confirms that no notice is
    agreed; `unheard` is why no representative was heard about these words, where that is so, and is kept. Publishing
    what the same person has published already does nothing more. Raises `Refused` naming everything that is missing or
    a day that can't be meant, `Stale` when someone changed the draft.
    """
    found = PolicyVersion.objects.select_for_update().filter(pk=version).first()
    if found is not None and found.published_by_id == actor:
        return found
    draft = locked(version, revision)
    if effective_from < today:
        raise Refused(_("A policy can't take effect in the past. Choose today or a later day."))
    if effective_from > today + YEAR:
        raise Refused(_("That is more than a year ahead. Check the year."))
    last = queries.published().first()
    if last is not None and last.effective_from is not None and effective_from < last.effective_from:
        raise Refused(
            _("Version %(number)s begins on %(day)s. A newer version can begin that day at the earliest.")
            % {"number": last.number, "day": weekday_date(last.effective_from)}
        )
    examined = queries.examined(draft, without_notice=without_notice, on=effective_from)
    if standing := [lack for lack in examined.lacks if not lack.warns]:
        raise Refused(" ".join(_with_source(lack) for lack in standing))
    draft.unheard = _why_unheard(draft, unheard)
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


def _with_source(lack: Lack) -> str:
    words = said(lack.said)
    return f"{words} ({lack.source})" if lack.source else words


def _why_unheard(draft: PolicyVersion, unheard: str) -> str:
    """The reason to keep: none where these words were heard. Raises `Refused` without either, and during a hearing."""
    held = queries.hearings_of(draft)
    if any(one.closed_at is None for one in held):
        raise Refused(_("A hearing about the draft is still open. Close it before you publish."))
    lacking = queries.unheard(draft, held)
    if lacking is not None and not unheard.strip():
        what_to_do = _("Hold a hearing, or write why you publish without one.")
        raise Refused(f"{said(lacking.words)} {what_to_do}")
    return "" if lacking is None else unheard.strip()
