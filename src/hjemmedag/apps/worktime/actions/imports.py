"""Many people's hours at once, as another system delivers them: all of them or none."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import actions as people_actions
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime import queries
from hjemmedag.apps.worktime.actions.night import renew_owed
from hjemmedag.apps.worktime.models import Entry, Sending, Week
from hjemmedag.core.instants import local
from hjemmedag.core.law import Text
from hjemmedag.core.refusals import Refused
from hjemmedag.core.worktime.hours_list import Hours
from hjemmedag.core.worktime.weeks import Status, friday_of, monday_of

AT_A_TIME = 2000

OneWeek = tuple[int, date]
"""An employee's id and a Monday."""


class Faulty(Refused):
    """The file has faults: `faults` names the row and column of each. Nothing is written."""

    def __init__(self, faults: Sequence[Text]) -> None:
        super().__init__(_("The file has faults. Nothing is saved."))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did: entries that are new, that replaced another, and that stood so already; weeks it sent."""

    new: int
    corrected: int
    unchanged: int
    sent: int


@transaction.atomic
def take_in(*, name: str, content: bytes, now: datetime, reason: str = "") -> Taken:
    """Write what a file says that the register does not say yet; what is not in the file stays as it is.

    A row that begins when a registered one does corrects it. `reason` is needed for approved weeks and closed months.
    Weeks that another system delivers wait for their approver once they are over: nobody else sends them. A rest that
    was too short stays a finding without a reason, for the approver to see. Raises `Faulty`, and what
    `queries.hours_in` raises.
    """
    reading = queries.hours_in(content, now=now)
    employees = people.with_numbers({one.employee for one in reading.hours})
    unknown = [reading.at(one.row, "employee", NOBODY) for one in reading.hours if one.employee not in employees]
    if reading.faults or unknown:
        raise Faulty([*reading.faults, *unknown])
    weeks = _opened({(employees[one.employee], monday_of(one.day)) for one in reading.hours})
    found = queries.delivery(reading, employees)
    faults = [*found.faults, *((row, reading.at(row, "start", CLOSED)) for row in _unreasoned(found, weeks, reason))]
    if faults:
        raise Faulty([text for _row, text in sorted(faults, key=lambda one: one[0])])
    entries = [_entry(employee, one, before, weeks, now, reason) for employee, one, before in found.new]
    Entry.objects.bulk_create(entries, AT_A_TIME)
    changed = {entry.week_id for entry in entries}
    Week.objects.filter(pk__in=changed).update(revision=F("revision") + 1)
    sent = _sent(weeks, changed, now)
    if owed := queries.owed_among({entry.employee_id for entry in entries}):
        renew_owed(owed, now)
    told = Taken(
        new=sum(entry.replaces_id is None for entry in entries),
        corrected=sum(entry.replaces_id is not None for entry in entries),
        unchanged=found.unchanged,
        sent=len(sent),
    )
    if entries or sent:
        data = {"file": name[-200:], "sha256": hashlib.sha256(content).hexdigest(), "entries": len(entries)}
        audit.record(action="worktime.take_in", actor=None, now=now, data=data, rows=[*entries, *sent])
    return told


def _opened(wanted: Collection[OneWeek]) -> dict[OneWeek, Any]:
    """These weeks with how far they have come, locked so that nobody writes in them meanwhile."""
    people_actions.hold({employee for employee, _monday in wanted})
    rows = [Week(employee_id=employee, monday=monday) for employee, monday in sorted(wanted)]
    Week.objects.bulk_create(rows, AT_A_TIME, ignore_conflicts=True)
    mondays, whose = {monday for _employee, monday in wanted}, {employee for employee, _monday in wanted}
    theirs = Week.objects.filter(monday__in=mondays, employee__in=whose)
    list(theirs.select_for_update().order_by("employee", "monday").values_list("pk"))
    found = queries.with_way(theirs)
    return {key: week for week in found if (key := (week.employee_id, week.monday)) in wanted}


def _unreasoned(found: queries.Delivery, weeks: Mapping[OneWeek, Any], reason: str) -> Iterable[int]:
    """The rows that change an approved week or a closed month, while nobody says why."""
    closed = queries.locked({one.day for _employee, one, _before in found.new}) if not reason else set()
    for employee, one, _before in found.new if not reason else ():
        way = queries.way_of(weeks[employee, monday_of(one.day)])
        if queries.needs_reason(way, any_locked=one.day in closed):
            yield one.row


def _entry(
    employee: int, one: Hours, before: Entry | None, weeks: Mapping[OneWeek, Any], now: datetime, reason: str
) -> Entry:
    return Entry(
        employee_id=employee,
        week=weeks[employee, monday_of(one.day)],
        day=one.day,
        start=one.start,
        end=one.end,
        break_minutes=one.break_minutes or 0,
        place=one.place or Entry.Place.OTHER,
        kind=one.kind,
        method=Entry.Method.SYSTEM,
        replaces=before,
        reason=reason,
        at=now,
    )


def _sent(weeks: Mapping[OneWeek, Any], changed: Collection[int], now: datetime) -> list[Sending]:
    """Approved weeks that changed wait for approval again; delivered ones that are over wait for it at all."""
    today, rows = local(now).date(), []
    delivered = queries.whose_weeks_are_delivered(weeks)
    for key, week in weeks.items():
        status = queries.way_of(week).status
        again = week.pk in changed and status is Status.APPROVED
        returned = week.pk in changed and status is Status.RETURNED
        over = friday_of(week.monday) <= today
        if again or (key in delivered and over and (returned or status is Status.OPEN)):
            rows.append(Sending(week=week, at=now))
    return Sending.objects.bulk_create(rows, AT_A_TIME)


NOBODY = Text(da="ingen medarbejder har det nummer.", en="no employee has that number.")
CLOSED = Text(
    da="ugen er godkendt, eller måneden er lukket. Sig hvorfor med --reason.",
    en="the week is approved or its month closed. Say why with --reason.",
)
