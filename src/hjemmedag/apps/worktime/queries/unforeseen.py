"""The daily rests of a week that were too short, with nothing on record that excuses it."""

from __future__ import annotations

from datetime import date

from hjemmedag.apps.worktime.queries.sheets import Found, records
from hjemmedag.core.worktime.weeks import days_of


def short_rests(employee: int, monday: date) -> list[Found]:
    """In order of time."""
    days = days_of(monday)
    found = records({employee}, days[0], days[-1]).findings(employee, days[0], days[-1])
    return [one for one in found if one.excusable]
