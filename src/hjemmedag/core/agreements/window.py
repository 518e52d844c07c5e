"""The window for changes (ændringsvindue): the first days of each quarter."""

from __future__ import annotations

from datetime import date, timedelta

from hjemmedag.core.periods import Period, add_months

KEY = "agreements.change_window"
MONTHS = 3


def next_window(on: date, days: int) -> Period:
    """The window of so many days that is open on a day, else the next one to open."""
    first = date(on.year, on.month - (on.month - 1) % MONTHS, 1)
    this = _window(first, days)
    return this if on in this else _window(add_months(first, MONTHS), days)


def _window(first: date, days: int) -> Period:
    return Period(first, first + timedelta(days=days))
