"""HR closes a place of work for some days, and takes it back before the first day."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import queries
from hjemmedag.apps.agreements.models import Closure, Concerned
from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.pattern import WEEKDAYS
from hjemmedag.core.law import Rulebook
from hjemmedag.core.people.holidays import public_holidays
from hjemmedag.core.refusals import Refused

DAY = timedelta(days=1)
AHEAD = timedelta(days=365)
"""Nobody plans a closed place further ahead: a later year is a slip of the keyboard."""


@transaction.atomic
def close_site(
    *,
    site: int,
    first: date,
    last: date,
    reason: str,
    not_at_home: Collection[str],
    actor: int,
    now: datetime,
    today: date,
    rulebook: Rulebook,
) -> Closure:
    """Everyone whose place of work this is works from home while it is closed, with an arrangement or without.

    Those with one of the titles in `not_at_home` don't: HR has them in a list. Each hears of it once.
    """
    _days(first, last, today, rulebook)
    standing = list(Closure.objects.filter(site=site, undone_at__isnull=True, ends__gt=today - AHEAD))
    if any(one.starts <= last and first < one.ends for one in standing):
        raise _closed_already()
    _not_too_long(first, last, standing, rulebook.on(today).number("agreements.ad_hoc", "closed_days"), rulebook)
    staff = people.staff_of(site, first)
    if not staff:
        raise Refused(_("Nobody has this place of work on that day, so there is nobody to tell."))
    try:
        with transaction.atomic():
            row = Closure.objects.create(
                site_id=site, starts=first, ends=last + DAY, reason=reason.strip(), by_id=actor, at=now
            )
    except IntegrityError:
        raise _closed_already() from None
    concerned = Concerned.objects.bulk_create(
        [
            Concerned(closure=row, employee_id=employee, title=title, sent_home=title not in not_at_home)
            for employee, title in staff.items()
        ],
        batch_size=500,
    )
    outbox.write(_letters(row, concerned), now=now)
    audit.record(
        action="agreements.close_site",
        actor=actor,
        now=now,
        subject=row,
        data={"sent_home": sum(one.sent_home for one in concerned), "named": sum(not o.sent_home for o in concerned)},
        rows=[row, *concerned],
    )
    return row


def _days(first: date, last: date, today: date, rulebook: Rulebook) -> None:
    if first < today:
        raise Refused(_("The first day has passed. Choose today or a later day."))
    if last < first:
        raise Refused(_("The last day is before the first. Choose a later one."))
    if last - today > AHEAD:
        raise Refused(_("Choose days within a year from today."))
    if not _working_day(first, last + DAY, rulebook):
        raise Refused(_("There is no working day among those days."))


def _not_too_long(first: date, last: date, standing: Iterable[Closure], most: int, rulebook: Rulebook) -> None:
    """A place that is closed for longer isn't closed but moved: that is a change of people's terms.

    Days before and after that it is closed already count along, unless there is a working day between.
    """
    start, end = first, last + DAY
    for row in sorted(standing, key=lambda row: row.starts, reverse=True):
        if row.ends <= start and not _working_day(row.ends, start, rulebook):
            start = row.starts
    for row in sorted(standing, key=lambda row: row.starts):
        if end <= row.starts and not _working_day(end, row.starts, rulebook):
            end = row.ends
    if (end - start).days > most:
        told = {"days": most, "number": (end - start).days}
        raise Refused(_("A place can be closed for %(days)s days in a row. With these it is %(number)s.") % told)


def _working_day(start: date, end: date, rulebook: Rulebook) -> bool:
    """Whether there is one from a day up to but not including another."""
    days = [start + DAY * number for number in range((end - start).days)]
    free = {day for year in {day.year for day in days} for day in public_holidays(year, rulebook)}
    return any(day.weekday() < WEEKDAYS and day not in free for day in days)


def _closed_already() -> Refused:
    return Refused(_("This place is closed on some of those days already. Undo that first, or choose other days."))


@transaction.atomic
def undo_closure(*, closure: int, actor: int, now: datetime, today: date) -> None:
    """Open the place again before the first day: everyone's days are as they were, and everyone hears of it."""
    row = Closure.objects.select_for_update().get(pk=closure)
    if row.undone_at is not None:
        raise Refused(_("This is undone already."))
    if not queries.undoable(row, today):
        raise Refused(_("The first day has come, so it can’t be undone any more."))
    row.undone_at, row.undone_by_id = now, actor
    row.save(update_fields=["undone_at", "undone_by"])
    outbox.write(_letters(row, row.concerned.all(), opened=True), now=now)
    audit.record(action="agreements.undo_closure", actor=actor, now=now, subject=row, rows=[row])


def _letters(row: Closure, concerned: Iterable[Concerned], *, opened: bool = False) -> list[outbox.Letter]:
    facts = {"starts": row.starts.isoformat(), "through": (row.ends - DAY).isoformat(), "site": row.site.name}
    return [
        outbox.Letter(
            key=f"agreements.closure:{row.pk}:{one.employee_id}{':opened' if opened else ''}",
            recipient=one.employee_id,
            template="agreements/mail/closed",
            facts=facts | {"sent_home": one.sent_home, "opened": opened, "reason": row.reason},
        )
        for one in concerned
    ]
