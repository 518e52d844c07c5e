"""The application on its way: which step is next, what each shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import queries as policy
from hjemmedag.apps.workplaces import queries as workplaces
from hjemmedag.core.agreements import consequences as core
from hjemmedag.core.agreements.pattern import WEEKDAYS, Pattern
from hjemmedag.core.agreements.wish import Wish
from hjemmedag.core.law import Rulebook
from hjemmedag.core.people.homes import Address
from hjemmedag.core.workplaces import precheck as checks
from hjemmedag.core.workplaces.questions import Question

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
            ("home" if week * WEEKDAYS + day in pattern.home_days else "office") if day in pattern.workdays() else ""
            for day in range(WEEKDAYS)
        ]
        for week in range(pattern.cycle_weeks)
    ]


def consequences(wish: Wish, employee: int, on: date, rulebook: Rulebook) -> core.Consequences:
    """What the wish leads to, from its own first day's law and policy."""
    first = max(on, wish.wanted_from or on)
    version = policy.in_force(first)
    return core.consequences(
        wish.pattern,
        weekly_hours=people.weekly_hours(employee, on),
        country=wish.address.country if wish.address else "DK",
        law=rulebook.on(first),
        frame=people.frame(employee, on),
        terms=version.terms if version else None,
        provisions=policy.provisions_of(version) if version else (),
    )


def precheck(on: date) -> tuple[Question, ...]:
    """The questions of the pre-check on a day."""
    return checks.asked(workplaces.question_set(on))


def hints(wish: Wish, on: date) -> list[checks.Hint]:
    """What is not in order at the place, by the pre-check, and who provides what answers it. No query without a no."""
    if "no" not in wish.precheck.values():
        return []
    version = policy.in_force(max(on, wish.wanted_from or on))
    rows = policy.provisions_of(version) if version else []
    return list(checks.hints(workplaces.question_set(on), wish.precheck, rows))


@dataclass(frozen=True, slots=True)
class TeamFrame:
    """What the team agreed at a dialogue meeting, and whether a wish fits it."""

    agreed: policy.Agreed
    fits: bool


def team_frame(wish: Wish, employee: int, on: date) -> TeamFrame | None:
    """The frame of the employee's team as it stands on a day; `None` where none is agreed. One query."""
    agreed = policy.agreed_frame(employee, on)
    if agreed is None:
        return None
    return TeamFrame(agreed, agreed.frame.holds(wish.pattern.home_days_per_week()))


def notice_months(wish: Wish, on: date) -> int | None:
    """The agreed notice in months under the policy in force on the wish's first day; `None` without one."""
    version = policy.in_force(max(on, wish.wanted_from or on))
    return version.notice_months if version is not None else None
