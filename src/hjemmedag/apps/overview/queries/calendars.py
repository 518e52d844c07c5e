"""The home days of whoever holds a secret address, as their calendar reads them."""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import override

from hjemmedag.adapters.calendars.writing import Day, feed
from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview.models import CalendarAddress
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.days import monday_of
from hjemmedag.core.agreements.pattern import Place
from hjemmedag.core.instants import midnight
from hjemmedag.core.people.holidays import public_holidays
from hjemmedag.rulebook.load import load

WEEKS_BACK, WEEKS = 4, 56
"""Which weeks a calendar reads: a few that are over, and a year to come."""
SHORT = 16
"""So much of the digest tells the days of one address from those of another; the key cannot be found from it."""


def digest(key: str) -> str:
    """What is kept of an address's key."""
    return sha256(key.encode()).hexdigest()


def address_of(employee: int) -> CalendarAddress | None:
    """The address that works now, if the person has one."""
    return CalendarAddress.objects.filter(employee=employee, closed_at=None).first()


def calendar_at(key: str, on: date) -> bytes | None:
    """The calendar file behind a key; `None` for an unknown or closed one, and for whoever isn't employed here.

    It says "at home" on each day worked there, and nothing else: no reason, no place, no absence.
    """
    employed = people.employed(on).filter(pk=OuterRef("employee"))
    found = CalendarAddress.objects.filter(Exists(employed), digest=digest(key), closed_at=None)
    row = found.select_related("employee").first()
    if row is None or not people.calendars_allowed():
        return None
    with override(row.employee.language):
        days = [
            Day(uid=f"{day.isoformat()}-{row.digest[:SHORT]}@hjemmedag", on=day, title=_("At home"))
            for day in home_days(row.employee_id, on)
        ]
        return feed(days, name=_("Home days"), told_at=midnight(on))


def home_days(employee: int, on: date) -> list[date]:
    """The days worked at home in the weeks that a calendar reads: not public holidays, not days away."""
    first = monday_of(on) - timedelta(weeks=WEEKS_BACK)
    days = [first + timedelta(days=number) for number in range(7 * WEEKS)]
    free = {day for year in range(days[0].year, days[-1].year + 1) for day in public_holidays(year, load())}
    free |= people.days_away(employee, days)
    placed = agreements.placed([employee], days)[employee]
    return [day for day in days if placed[day].place == Place.HOME and day not in free]
