"""Registered weeks: five years of one person's, the last four of up to a thousand others'; the latest ones wait."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from benchmarks.company.staff import Staff, lead_of, make
from hjemmedag.apps.worktime.models import Answer, Entry, MonthLock, Practice, Sending, Week
from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.periods import add_months
from hjemmedag.core.worktime.weeks import days_of, monday_of

LONG, SHORT, COLLEAGUES = 5 * 52, 4, 1_000
EMPLOYEE = 4
"""The place of the one with five years, who is also the one that pages are opened as."""
WORKDAYS = 5


def last_week(today: date) -> date:
    """The Monday of the latest week that is over."""
    return monday_of(today) - timedelta(days=7)


def write(staff: Staff, *, today: date, now: datetime) -> None:
    """The weeks with their entries, sent and approved but for everyone's latest; and ten closed months."""
    latest = last_week(today)
    Practice.objects.create(starts=latest - timedelta(days=7 * LONG))
    weeks = make(
        Week,
        [
            Week(employee_id=pk, monday=latest - timedelta(days=7 * back), revision=2)
            for place, pk in enumerate(staff.people[:COLLEAGUES])
            for back in range(LONG if place == EMPLOYEE else SHORT)
        ],
    )
    make(Entry, [entry for week in weeks for entry in _entries(week)])
    sendings = make(Sending, [Sending(week=week, at=_at(week.monday, 4, 17)) for week in weeks])
    approver = {pk: staff.people[lead_of(place) or 0] for place, pk in enumerate(staff.people)}
    answered = [one for one in sendings if one.week.monday < latest]
    make(
        Answer,
        [
            Answer(sending=one, approved=True, by_id=approver[one.week.employee_id], at=_at(one.week.monday, 8, 10))
            for one in answered
        ],
    )
    closed = [add_months(today.replace(day=1), -back) for back in range(2, 12)]
    make(MonthLock, [MonthLock(month=month, by_id=staff.people[1], at=now) for month in closed])


def _entries(week: Week) -> Sequence[Entry]:
    """Eight to four with half an hour's lunch; on Tuesdays an hour in the evening."""
    hours = [(weekday, 8, 16, 30) for weekday in range(WORKDAYS)] + [(1, 19, 20, 0)]
    return [
        Entry(
            employee_id=week.employee_id,
            week=week,
            day=days_of(week.monday)[weekday],
            start=_at(week.monday, weekday, start),
            end=_at(week.monday, weekday, end),
            break_minutes=lunch,
            place="home" if weekday in (0, 3) else "office",
            by_id=week.employee_id,
            at=_at(week.monday, 4, 16),
        )
        for weekday, start, end, lunch in hours
    ]


def _at(monday: date, weekday: int, hour: int) -> datetime:
    return datetime(monday.year, monday.month, monday.day, hour, tzinfo=COPENHAGEN) + timedelta(days=weekday)
