"""Writing working time down: what a day said before stays, what it says now stands beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import zip_longest
from typing import Any

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.worktime import queries
from hjemmedag.apps.worktime.actions.drafts import settle_drafts
from hjemmedag.apps.worktime.actions.night import renew_owed
from hjemmedag.apps.worktime.actions.weeks import opened
from hjemmedag.apps.worktime.models import Entry, Explanation, Sending
from hjemmedag.core.refusals import Refused
from hjemmedag.core.worktime.entries import Kind, Place
from hjemmedag.core.worktime.weeks import Status, days_of

LONGEST = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Worked:
    """A span that was worked: two instants, the unpaid break in it, where, what kind of time it was, and how we know.

    Not `timed`: it lies from midnight on, and says only how much.
    """

    start: datetime
    end: datetime
    place: Place
    kind: Kind = Kind.WORK
    break_minutes: int = 0
    timed: bool = True
    method: str = Entry.Method.PAGE

    @property
    def says(self) -> tuple[datetime, datetime, str, str, int, bool]:
        """What makes it the same work as an entry, however it came to be written."""
        return (self.start, self.end, self.place, self.kind, self.break_minutes, self.timed)


@transaction.atomic
def register(
    *,
    employee: int,
    monday: date,
    days: Mapping[date, Sequence[Worked]],
    revision: int,
    actor: int,
    now: datetime,
    reason: str = "",
    because: str = "",
) -> int:
    """Let these days of a week say this, and only this. Returns how many entries were written.

    `revision` is the week's as the person saw it. Raises `Stale` when it has changed since, and `Refused` for hours
    that overlap others, lie ahead or are longer than a day, and when a reason for a correction is missing. `because` is
    why a rest was too short: without it, `Unexplained` is raised and nothing is written.
    """
    week = opened(employee, monday, revision)
    return write(week, days, actor=actor, now=now, reason=reason.strip(), because=because.strip())


def write(
    week: Any,
    days: Mapping[date, Sequence[Worked]],
    *,
    actor: int,
    now: datetime,
    reason: str = "",
    because: str = "",
) -> int:
    """What `register` does with a week that is opened. A correction of an approved one waits for approval again."""
    employee = week.employee_id
    before: dict[date, list[Entry]] = {day: [] for day in days}
    for entry in queries.of_days(employee, week.monday, days_of(week.monday)[-1]):
        if entry.day in before:
            before[entry.day].append(entry)
    new: list[Entry] = []
    for day, worked in days.items():
        new += _changed(before[day], day, worked)
    if not new:
        return 0
    way = queries.way_of(week)
    if queries.needs_reason(way, any_locked=bool(queries.locked(days))) and not reason:
        raise Refused(_("The week is already approved or its month closed. Say why you change it."))
    for entry in new:
        entry.employee_id, entry.week_id, entry.by_id, entry.at = employee, week.pk, actor, now
        entry.reason = reason
    _possible([entry for entry in new if not entry.removed], now)
    Entry.objects.bulk_create(new)
    _apart(employee, new)
    settle_drafts(week)
    known = _known(week)
    explained = _explained(known, week, because, actor, now)
    if known.may_owe_rest(employee) and queries.still_remembered(known.last, now):
        renew_owed([employee], now)
    again = [Sending.objects.create(week=week, at=now)] if way.status is Status.APPROVED else []
    audit.record(
        action="worktime.correct" if reason else "worktime.register",
        actor=actor,
        now=now,
        subject=week,
        about=employee,
        data={"entries": len(new)},
        rows=[*new, *explained, *again],
    )
    return len(new)


class Unexplained(Refused):
    """A rest in the week was too short, and nobody has said why: `findings`, in order of time."""

    def __init__(self, findings: Sequence[queries.Found]) -> None:
        super().__init__(_("A rest was too short. Say why, and the hours are saved."))
        self.findings = findings


def _known(week: Any) -> queries.Records:
    """The week as it now stands, and the Monday after: a rest that its Sunday cuts short ends there."""
    known = queries.records({week.employee_id}, week.monday, days_of(week.monday)[-1] + timedelta(days=1))
    if week.employee_id not in known.terms:
        raise Refused(_("You were not employed in that week. Nothing is saved."))
    return known


def _explained(known: queries.Records, week: Any, because: str, actor: int, now: datetime) -> list[Explanation]:
    """The reason, for each rest in the week that was too short and has none. Raises `Unexplained`."""
    short = [one for one in known.findings(week.employee_id, known.first, known.last) if one.unexplained]
    if short and not because:
        raise Unexplained(short)
    return Explanation.objects.bulk_create(
        Explanation(
            employee_id=week.employee_id,
            rule=one.finding.rule,
            start=one.start,
            until=one.until,
            reason=because,
            by_id=actor,
            at=now,
        )
        for one in short
    )


def _changed(before: Sequence[Entry], day: date, worked: Sequence[Worked]) -> list[Entry]:
    """The entries that turn what the day said into what it says: a new one for each that is new, gone or different."""
    said = {entry.says: entry for entry in before}
    if len({one.timed for one in worked}) > 1:
        named = {"day": date_format(day, "l j. F")}
        raise Refused(_("%(day)s: write either the times or only the day’s total. Nothing is saved.") % named)
    if sum((one.end - one.start for one in worked if not one.timed), timedelta()) > LONGEST:
        raise Refused(_("%(day)s: more than 24 hours in one. Nothing is saved.") % {"day": date_format(day, "l j. F")})
    wanted = {one.says: one for one in worked}
    old = [entry for key, entry in said.items() if key not in wanted]
    new = [one for key, one in wanted.items() if key not in said]
    written = []
    for gone, come in zip_longest(old, new):
        if come is None:
            written.append(_removal(gone, worked))
        else:
            written.append(
                Entry(
                    day=day,
                    start=come.start,
                    end=come.end,
                    place=come.place,
                    kind=come.kind,
                    break_minutes=come.break_minutes,
                    timed=come.timed,
                    method=come.method,
                    replaces=gone,
                )
            )
    return written


def _removal(gone: Entry, worked: Sequence[Worked]) -> Entry:
    return Entry(
        day=gone.day,
        start=gone.start,
        end=gone.end,
        place=gone.place,
        kind=gone.kind,
        method=worked[0].method if worked else Entry.Method.PAGE,
        replaces=gone,
        removed=True,
    )


def _possible(entries: Sequence[Entry], now: datetime) -> None:
    """Hours that were worked: behind us, and no longer than a day. Raises `Refused`."""
    for entry in entries:
        day = date_format(entry.day, "l j. F")
        if entry.end > now:
            raise Refused(_("%(day)s: you can write hours down once they are worked. Nothing is saved.") % {"day": day})
        if entry.end - entry.start > LONGEST:
            raise Refused(_("%(day)s: more than 24 hours in one. Nothing is saved.") % {"day": day})


def _apart(employee: int, new: Sequence[Entry]) -> None:
    """No moment is registered twice. Raises `Refused`."""
    end = datetime.min.replace(tzinfo=UTC)
    first, last = min(entry.start for entry in new), max(entry.end for entry in new)
    for entry in queries.touching(employee, first, last):
        if entry.start < end:
            day = date_format(entry.day, "l j. F")
            raise Refused(
                _("%(day)s: these hours overlap others that are registered. Nothing is saved.") % {"day": day}
            )
        end = entry.end
