"""Single days beside the pattern: asked for and answered, moved, and a place of work sent home."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from benchmarks.company.staff import HR, Staff, lead_of, make
from hjemmedag.apps.agreements.models import AdHocAnswer, AdHocDay, Closure, Concerned, MovedDay
from hjemmedag.apps.people.models import Site

WEEKS = 7
"""Everybody in the middle of four was at home on a Wednesday in each of these weeks: a habit."""


def write(staff: Staff, *, today: date, now: datetime) -> None:
    """For everybody a day that waits, for one in four a habit, for one in four a moved day; and one closed place."""
    wednesday = today - timedelta(days=today.weekday() + 5)
    people = list(enumerate(staff.people))
    make(AdHocDay, [AdHocDay(employee_id=pk, day=today + timedelta(days=3), asked_at=now) for _n, pk in people])
    past = make(
        AdHocDay,
        [
            AdHocDay(employee_id=pk, day=wednesday - timedelta(days=7 * week), asked_at=now)
            for n, pk in people
            if n % 4 == 2
            for week in range(WEEKS)
        ],
    )
    leads = {pk: staff.people[lead_of(n) or 0] for n, pk in people}
    make(
        AdHocAnswer,
        [AdHocAnswer(ad_hoc_day=one, outcome="approved", by_id=leads[one.employee_id], at=now) for one in past],
    )
    make(
        MovedDay,
        [
            MovedDay(
                employee_id=pk, home_day=today + timedelta(days=7), instead=today + timedelta(days=8), moved_at=now
            )
            for n, pk in people
            if n % 4 == 0
        ],
    )
    starts = today + timedelta(days=14)
    [closed] = make(
        Closure,
        [
            Closure(
                site=Site.objects.order_by("pk")[0],
                starts=starts,
                ends=starts + timedelta(days=2),
                reason="Vandskade",
                by_id=staff.people[HR],
                at=now,
            )
        ],
    )
    make(
        Concerned,
        [Concerned(closure=closed, employee_id=pk, title="Konsulent", sent_home=n % 5 > 0) for n, pk in people],
    )
