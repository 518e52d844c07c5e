"""Looking ahead: until when one may work and when start again, what one more entry would breach, where hours lead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hjemmedag.core.law import Rulebook
from hjemmedag.core.periods import add_months, end_of_month
from hjemmedag.core.worktime.averages import Hours, Window
from hjemmedag.core.worktime.check import USUAL, check, exempt
from hjemmedag.core.worktime.clock import MINUTE, date_of, instant, second
from hjemmedag.core.worktime.entries import Practice, Timesheet
from hjemmedag.core.worktime.findings import Finding
from hjemmedag.core.worktime.limits import COMPENSATORY, Limits, reference_months
from hjemmedag.core.worktime.rules import compensatory_rest, daily_rest
from hjemmedag.core.worktime.worked import Worked


@dataclass(frozen=True, slots=True)
class Rest:
    """At some moment: the latest end of work that keeps daily rest, and when a whole rest has passed after it.

    `start_again` is when work may start again after stopping at once, `after_latest` after stopping by the latest end.
    """

    stop_by: datetime
    start_again: datetime
    after_latest: datetime


def rest(sheet: Timesheet, limits: Limits, *, now: datetime) -> Rest:
    """What daily rest allows at `now`, whether working or about to start. Entries after it are left out of account.

    `stop_by` may lie before `now`: then rest is already too short.
    """
    at = second(now)
    since = before = None
    for start, end in Worked(sheet).work:
        if start >= at:
            break
        if before is None or since is None or start - before >= limits.rest:
            since = start
        before = min(end, at)
    if since is None or before is None or at - before >= limits.rest:
        since = at
    stop_by = since + limits.span
    return Rest(instant(stop_by), instant(at + limits.rest), instant(max(stop_by, at) + limits.rest))


@dataclass(frozen=True, slots=True)
class Owed:
    """A rest of `minutes` that someone is to have from `since` on, where their work ended."""

    since: datetime
    minutes: int


def owed(sheet: Timesheet, limits: Limits, practice: Practice = USUAL, *, now: datetime) -> Owed | None:
    """The compensating rest that is still to be given at `now`, after a rest that was cut short with leave."""
    if exempt(sheet, COMPENSATORY, limits.law.day, limits.law.rulebook):
        return None
    worked = Worked(sheet)
    found = compensatory_rest.outstanding(daily_rest.cases(worked, limits, practice), worked, limits, now=second(now))
    return found and Owed(instant(found[1]), found[0] // MINUTE)


def added(
    before: Timesheet, after: Timesheet, rulebook: Rulebook, *, on: date, practice: Practice = USUAL
) -> list[Finding]:
    """What is found in a timesheet as it would be and not in it as it is, to be said before an entry is saved.

    An entry reaches no further than the next rest that holds two days off; four weeks to each side of it are enough to
    load in ordinary lives.
    """
    known = {_same(finding) for finding in check(before, rulebook, on=on, practice=practice).findings}
    found = check(after, rulebook, on=on, practice=practice).findings
    return [finding for finding in found if _same(finding) not in known]


def _same(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.verdict, finding.starts, finding.ends, finding.measured


@dataclass(frozen=True, slots=True)
class Outlook:
    """One window of the 48-hour rule that holds today.

    `so_far` goes through today, `whole` to the window's end with the absence that is known. `left` are the seconds that
    may still be worked in it. `passes_on` is the day on which the limit is passed at the pace so far; `None`: not in
    this window.
    """

    so_far: Window
    whole: Window
    left: int
    passes_on: date | None


def outlooks(sheet: Timesheet, limits: Limits, *, today: date) -> Iterator[Outlook]:
    """The windows that hold today and began in known time and employment, the oldest first.

    What is entered for later days is not counted.
    """
    worked = Worked(sheet)
    if worked.bounds is None:
        return
    hours, known = Hours(worked), date_of(worked.bounds[0] - 1) + timedelta(days=1)
    earliest = max(known, sheet.employed_from or known)
    first = add_months(today.replace(day=1), -limits.months_agreed)
    while (first := add_months(first, 1)) <= today:
        last = end_of_month(add_months(first, reference_months(sheet.agreements, first, limits) - 1))
        if earliest <= first and today <= last:
            yield _outlook(hours, first, last, today, limits)


def _outlook(hours: Hours, first: date, last: date, today: date, limits: Limits) -> Outlook:
    so_far, whole = hours.window(first, today), hours.window(first, last)
    left = whole.room(limits.average) - (so_far.seconds - whole.seconds)
    return Outlook(so_far, whole, left, _passing(hours, so_far, left, last))


def _passing(hours: Hours, so_far: Window, left: int, last: date) -> date | None:
    """The first day on which the pace of the days so far has used up what is left."""
    day = so_far.last
    while so_far.counts and day < last:
        day += timedelta(days=1)
        further = hours.window(so_far.first, day).sevenths - so_far.sevenths
        if so_far.seconds * further > left * so_far.sevenths:
            return day
    return None
