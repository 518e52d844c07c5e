"""A week's way: sent by its person, approved or returned by the approver."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import actions as people
from hjemmedag.apps.worktime import queries
from hjemmedag.apps.worktime.models import Answer, Sending, Week
from hjemmedag.core.instants import local
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.core.worktime.weeks import Status, days_of, friday_of
from hjemmedag.ui.words import day_date


def opened(employee: int, monday: date, revision: int) -> Any:
    """The week, locked and counted up for a change. Raises `Stale` when it is no longer as it was seen.

    Nobody else writes this person's hours meanwhile: a night between two weeks is registered once. A week whose hours
    another system delivers is `Refused`: nobody registers twice.
    """
    people.hold({employee})
    if queries.from_system(employee, monday):
        raise Refused(_("Your hours come from another system. Change them there."))
    Week.objects.bulk_create([Week(employee_id=employee, monday=monday)], ignore_conflicts=True)
    week = Week.objects.select_for_update().get(employee=employee, monday=monday)
    _seen(week, revision)
    return queries.with_way(Week.objects.filter(pk=week.pk)).get()


def _seen(week: Week, revision: int) -> None:
    if week.revision != revision:
        raise Stale(_("The week was changed while you looked at it. Look again before you save."))
    week.revision += 1
    week.save(update_fields=["revision"])


@transaction.atomic
def send(*, employee: int, monday: date, revision: int, now: datetime) -> Sending:
    """The person says that the week is complete. Raises `Refused` before its Friday, and when it waits already."""
    return complete(opened(employee, monday, revision), now)


def complete(week: Any, now: datetime, *, over: bool = False) -> Sending:
    """What `send` does with a week that is opened; `over` where all work that was agreed is over, Friday or not."""
    starts = queries.practice().starts
    if starts is not None and days_of(week.monday)[-1] < starts:
        raise Refused(
            _("Working time is registered here from %(day)s. An earlier week can’t be sent.")
            % {"day": day_date(starts)}
        )
    if not over and local(now).date() < friday_of(week.monday):
        raise Refused(_("The week is not over yet. You can send it from Friday."))
    if queries.way_of(week).status in (Status.SENT, Status.APPROVED):
        raise Refused(_("The week is already sent."))
    sending = Sending.objects.create(week=week, at=now)
    who = week.employee_id
    audit.record(action="worktime.send", actor=who, now=now, subject=week, about=who, rows=[sending])
    return sending


@transaction.atomic
def answer(*, week: int, approved: bool, reason: str, revision: int, actor: int, now: datetime) -> Answer:
    """Approve a week that was sent, or return it with a reason. Raises `Stale`, and `Refused` without a reason."""
    row = Week.objects.select_for_update().get(pk=week)
    _seen(row, revision)
    return _answered(row, _waiting(row), approved=approved, reason=reason.strip(), actor=actor, now=now)


def _waiting(week: Week) -> Sending | None:
    return week.sendings.filter(answer__isnull=True).last()


def _answered(
    row: Week, sending: Sending | None, *, approved: bool, actor: int, now: datetime, reason: str = ""
) -> Answer:
    if row.employee_id == actor:
        raise Refused(_("Nobody approves their own week."))
    if not approved and not reason:
        raise Refused(_("Say what to look at again, so that your colleague knows."))
    if sending is None:
        raise Stale(_("The week doesn’t wait for an answer any longer."))
    given = Answer.objects.create(sending=sending, approved=approved, reason=reason, by_id=actor, at=now)
    action = "worktime.approve" if approved else "worktime.return"
    audit.record(action=action, actor=actor, now=now, subject=row, about=row.employee_id, rows=[given])
    return given


@transaction.atomic
def approve_all(*, weeks: QuerySet[Week], revisions: Mapping[int, int], actor: int, now: datetime) -> int:
    """Approve these weeks as they were seen (`revisions` by id); one that changed since is left. Returns how many."""
    approved = 0
    for row in weeks.filter(pk__in=revisions).select_for_update():
        sending = _waiting(row)
        if sending is not None and row.revision == revisions[row.pk]:
            _seen(row, row.revision)
            _answered(row, sending, approved=True, actor=actor, now=now)
            approved += 1
    return approved
