"""Helligdage: the Danish public holidays of a year, from the rulebook's dates and the date of Easter."""

from __future__ import annotations

from datetime import date, timedelta

from hjemmedag.core.law import Parameter, Rulebook, Text, Version

KEY = "people.public_holidays"


def public_holidays(year: int, rulebook: Rulebook) -> dict[date, Text]:
    """The days of the year that are public holidays, in order, each with its name."""
    found = {
        day: holiday.title
        for holiday in rulebook.rule(KEY).parameters.values()
        for version in holiday.versions
        if (day := _falls(version, holiday, year)) in version.period
    }
    return dict(sorted(found.items()))


def _falls(version: Version, holiday: Parameter, year: int) -> date:
    if holiday.unit == "days_from_easter":
        return easter(year) + timedelta(days=version.number)
    return date.fromisoformat(f"{year}-{version.value}")


def easter(year: int) -> date:
    """Easter Sunday (påskedag): the Sunday after the first ecclesiastical full moon from 21 March on.

    The Gregorian computus: the moon's age on New Year's Day (the epact) follows from the year's place in the
    19-year lunar cycle, corrected for leap days left out and for the cycle's drift over the centuries.
    """
    golden, century = year % 19 + 1, year // 100 + 1
    left_out = 3 * century // 4 - 12
    drift = (8 * century + 5) // 25 - 5
    epact = (11 * golden + 20 + drift - left_out) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    days_into_march = 44 - epact if epact <= 23 else 74 - epact
    full_moon = date(year, 3, 1) + timedelta(days=days_into_march - 1)
    return full_moon + timedelta(days=7 - full_moon.isoweekday() % 7)
