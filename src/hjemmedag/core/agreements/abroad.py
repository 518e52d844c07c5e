"""Arbejde fra udlandet: a period abroad, what both answers make of it, and how much of the work is done there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from hjemmedag.core.law import Law
from hjemmedag.core.periods import Period, add_months

DAY, WEEK = timedelta(days=1), 7
RULE, SHARES = "agreements.information", "people.social_security"


class Side(StrEnum):
    """Who answers: whoever leads the employee, and IT security. Both must say yes."""

    MANAGER = "manager"
    IT = "it"


class StayState(StrEnum):
    """Where a period abroad stands."""

    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


def state_of(answers: Mapping[Side, bool], *, withdrawn: bool) -> StayState:
    """One no is a no; a yes takes both."""
    if withdrawn:
        return StayState.WITHDRAWN
    if False in answers.values():
        return StayState.REFUSED
    return StayState.APPROVED if len(answers) == len(Side) else StayState.WAITING


def informs(first: date, last: date, others: Iterable[tuple[date, date]], law: Law) -> bool:
    """Whether more must be told in writing before departure: above so many consecutive weeks abroad.

    Stays are first and last days; those that touch are one. Source: agreements.information.
    """
    left = set(others)
    while touching := {one for one in left if one[0] <= last + DAY and first <= one[1] + DAY}:
        first, last = min(first, *(one[0] for one in touching)), max(last, *(one[1] for one in touching))
        left -= touching
    return (last - first + DAY).days > law.number(RULE, "abroad_weeks") * WEEK


@dataclass(frozen=True, slots=True)
class Away:
    """Working days in one country out of all working days of the twelve months that end with the stay.

    `limit` is the share from which the country of residence insures, `oresund` that of the Danish-Swedish agreement,
    and `warned` that from which the company is warned, in per cent. They are said beside the share and never decide:
    they hold for the country that one lives in.
    """

    there: int
    all: int
    limit: int
    oresund: int
    warned: int

    @property
    def percent(self) -> Decimal:
        """The share in per cent, to one decimal."""
        return (Decimal(100 * self.there) / (self.all or 1)).quantize(Decimal("0.1"))

    @property
    def warns(self) -> bool:
        """Whether the company wants to be warned."""
        return self.percent >= self.warned


def away(stays: Iterable[Period], end: date, *, workdays: Collection[int], free: Collection[date], law: Law) -> Away:
    """The working days of these stays, by the pattern's weekdays and without public holidays, before `end`."""
    start = add_months(end, -12)
    year = (start + number * DAY for number in range((end - start).days))
    counted = [day for day in year if day.weekday() in workdays and day not in free]
    periods = list(stays)
    there = sum(any(day in stay for stay in periods) for day in counted)
    shares = (law.number(SHARES, name) for name in ("residence_share", "oresund_share", "warn_share"))
    return Away(there, len(counted), *shares)
