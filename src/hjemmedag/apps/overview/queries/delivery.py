"""Who may be written to now."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.people import queries as people
from hjemmedag.core.overview.delivery import Hours
from hjemmedag.core.people.holidays import public_holidays
from hjemmedag.rulebook.load import load


def reachable(recipients: Collection[int], moment: datetime) -> set[int]:
    """Those of these people who may be written to at a local moment: in their own hours, else the company's."""
    on, company = moment.date(), people.company()
    if company is None:
        return set()
    usual = Hours.weekdays(company.messages_from, company.messages_until)
    holidays = public_holidays(on.year, load())
    away = people.away(recipients, on)
    agreed = agreements.hours_of(recipients, on)
    return {
        person
        for person in recipients
        if (Hours(agreed[person]) if person in agreed else usual).allow(moment, away=person in away, holidays=holidays)
    }
