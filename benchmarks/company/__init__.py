"""A company of any size in the middle of its life, written straight into the tables: thousands of people a second.

Nothing here goes through the product's actions, so it says nothing about them; it is what their pages are measured on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from benchmarks.company import arrangements, history, policy, staff
from hjemmedag.core.instants import COPENHAGEN

__all__ = ["Company", "build"]


@dataclass(frozen=True, slots=True)
class Company:
    """The people by what they are to the company, as ids of employees."""

    hr: int
    auditor: int
    lead: int
    employee: int
    applicant: int


def build(people: int, *, today: date, entries: int = 0) -> Company:
    """A company of so many people (16 or more) on a day, with at least so many entries in its audit chain.

    Half of them work at home under a signed addendum; the others wait, were refused, have begun to write or never asked.
    """
    now = datetime.combine(today, time(9), tzinfo=COPENHAGEN)
    everyone = staff.write(people, today=today, now=now)
    version = policy.write(everyone, today=today, now=now)
    arrangements.write(everyone, version, today=today, now=now)
    history.write(everyone, entries, now=now)
    ids = everyone.people
    return Company(hr=ids[staff.HR], auditor=ids[staff.AUDITOR], lead=ids[0], employee=ids[16], applicant=ids[7])
