"""The application on its way: which step is next, what each shows."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import queries as policy
from hjemmedag.core.agreements import consequences as core
from hjemmedag.core.agreements.pattern import WEEKDAYS, Pattern
from hjemmedag.core.agreements.wish import Wish
from hjemmedag.core.law import Rulebook
from hjemmedag.core.people.homes import Address

PAGES = (
    "overview:application_pattern",
    "overview:application_place",
    "overview:application_consequences",
    "overview:application_send",
)


def next_step(wish: Wish | None) -> str:
    """The name of the first page whose answers are missing; the consequences when all are there."""
    if wish is None or wish.pattern.faults() or wish.wanted_from is None:
        return PAGES[0]
    return PAGES[2] if wish.has_place else PAGES[1]


def steps(wish: Wish | None) -> list[dict[str, str]]:
    """The step guide: earlier steps can be gone back to."""
    words = (_("Your days"), _("Your place"), _("What follows"), _("Send"))
    reached = PAGES.index(next_step(wish)) + (1 if wish and next_step(wish) == PAGES[2] else 0)
    return [
        {"label": label, "url": reverse(page) if number <= reached else ""}
        for number, (label, page) in enumerate(zip(words, PAGES, strict=True))
    ]


def known_home(employee: int, on: date) -> Address | None:
    """The person's own home address, to begin from."""
    home = people.home_of(employee, on)
    return Address(home.street, home.postcode, home.city, home.country) if home is not None else None


def strip(pattern: Pattern) -> list[list[str]]:
    """The pattern as weeks of places, for the week strip; an empty place is a day without work."""
    return [
        [
            ("home" if week * WEEKDAYS + day in pattern.home_days else "office") if day in pattern.hours else ""
            for day in range(WEEKDAYS)
        ]
        for week in range(pattern.cycle_weeks)
    ]


def consequences(wish: Wish, employee: int, on: date, rulebook: Rulebook) -> core.Consequences:
    """What the wish leads to, from its own first day's law."""
    first = max(on, wish.wanted_from or on)
    return core.consequences(
        wish.pattern,
        weekly_hours=people.weekly_hours(employee, on),
        country=wish.address.country if wish.address else "DK",
        law=rulebook.on(first),
    )


def notice_months(wish: Wish, on: date) -> int | None:
    """The agreed notice in months under the policy in force on the wish's first day; `None` without one."""
    version = policy.in_force(max(on, wish.wanted_from or on))
    return version.notice_months if version is not None else None
