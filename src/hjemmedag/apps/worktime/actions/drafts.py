"""Suggestions of working time: taken in from elsewhere, used, removed, and forgotten when nobody wants them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import actions as people
from hjemmedag.apps.worktime import queries
from hjemmedag.apps.worktime.models import Draft
from hjemmedag.core.instants import local
from hjemmedag.core.refusals import Refused
from hjemmedag.core.worktime import spans
from hjemmedag.core.worktime.clock import second
from hjemmedag.core.worktime.drafts import Brought, covered, wanted
from hjemmedag.core.worktime.weeks import days_of, monday_of
from hjemmedag.rulebook.load import load

RULE = "worktime.drafts"
MOST = 2000
"""Suggestions that one person can have."""


@dataclass(frozen=True, slots=True)
class TakenDrafts:
    """What taking in did: suggestions that are new, known ones that were moved or renamed, and those that are gone."""

    new: int = 0
    changed: int = 0
    gone: int = 0


@transaction.atomic
def take_drafts(*, employee: int, source: str, brought: Iterable[Brought], now: datetime) -> TakenDrafts:
    """Keep what a source suggests for weeks that may still be written: an event it has delivered before is the same.

    It speaks for all of them: what it says no longer is gone, and what the person removed stays so. What lies ahead, or
    is registered already, is left. Raises `Refused` where another system delivers the hours, and for more than anybody
    could look through.
    """
    people.hold({employee})
    if queries.from_system(employee, monday_of(local(now).date())):
        raise Refused(_("Your hours come from another system. Change them there."))
    since = queries.drafts_from(employee, now)
    if since is None:
        return TakenDrafts()
    registered = queries.touching(employee, since, now).values_list("start", "end")
    found = wanted(brought, first=local(since).date(), now=now, registered=registered)
    known = {one.identity: one for one in Draft.objects.filter(employee=employee, source=source)}
    said_again = {one.identity for one in found}
    gone = [one.pk for one in known.values() if not one.removed and one.identity not in said_again]
    new: list[Draft] = []
    changed: list[Draft] = []
    for one in found:
        draft = known.get(one.identity) or Draft(employee_id=employee, source=source, identity=one.identity)
        if draft.removed:
            continue
        said = (one.start, one.end, one.title, one.place or "")
        if (draft.start, draft.end, draft.title, draft.place) != said:
            draft.start, draft.end, draft.title, draft.place = said
            draft.at = now
            (changed if draft.pk else new).append(draft)
    if len(known) + len(new) - len(gone) > MOST:
        raise Refused(_("That is more suggestions than anybody can look through. Remove the ones you have first."))
    Draft.objects.filter(pk__in=gone).delete()
    Draft.objects.bulk_create(new)
    Draft.objects.bulk_update(changed, ["start", "end", "title", "place", "at"], batch_size=200)
    if new or changed or gone:
        data = {"source": source, "new": len(new), "changed": len(changed), "gone": len(gone)}
        audit.record(action="worktime.take_drafts", actor=employee, now=now, about=employee, data=data)
    return TakenDrafts(len(new), len(changed), len(gone))


@transaction.atomic
def remove_drafts(*, employee: int, drafts: Collection[int] | None, now: datetime) -> int:
    """Throw these of somebody's own suggestions away, or all with `None`. Returns how many there were."""
    own = queries.own_drafts(employee)
    gone = (own if drafts is None else own.filter(pk__in=drafts)).update(removed=True, title="")
    if gone:
        audit.record(
            action="worktime.remove_drafts", actor=employee, now=now, about=employee, data={"suggestions": gone}
        )
    return gone


def settle_drafts(week: Any) -> None:
    """Delete the suggestions of a week that its hours say already. Part of writing hours, which records it."""
    first, last = week.monday, days_of(week.monday)[-1]
    drafts = list(queries.drafts_between(week.employee_id, first, last))
    if not drafts:
        return
    start, end = min(one.start for one in drafts), max(one.end for one in drafts)
    registered = spans.merged(
        (second(one.start), second(one.end)) for one in queries.touching(week.employee_id, start, end)
    )
    used = [one.pk for one in drafts if covered(one.start, one.end, registered)]
    Draft.objects.filter(pk__in=used).delete()


@transaction.atomic
def forget_drafts(*, now: datetime) -> int:
    """Delete every suggestion that has been kept as long as the company keeps them. Returns how many went."""
    kept = timedelta(days=load().on(local(now).date()).number(RULE, "kept"))
    gone, _each = Draft.objects.filter(at__lte=now - kept).delete()
    if gone:
        audit.record(action="worktime.forget_drafts", actor=None, now=now, data={"suggestions": gone})
    return gone
