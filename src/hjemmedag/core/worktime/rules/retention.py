"""Opbevaring af tidsregistreringer: how long an entry of working time must be kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hjemmedag.core.law import Answer, FactsError, Grounds, Rulebook, Text, UnknownValue, Verdict, decides
from hjemmedag.core.law.text import day_text
from hjemmedag.core.periods import add_months, end_of_month

KEY = "worktime.retention"
HOURS = "worktime.weekly_hours"


@dataclass(frozen=True, slots=True)
class Facts:
    """The day that was worked, and the reference period's length in months; `None` for the statutory one."""

    entry_on: date
    reference_months: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention(Answer):
    """`keep_through` is the last day on which the entry must still be there."""

    keep_through: date | None = None


@decides(KEY, Retention)
def decide(facts: Facts, rulebook: Rulebook) -> Retention:
    """Until when the entry is kept: the same day, years on, as the last reference window that holds it ends.

    Windows begin with a month. Raises `FactsError` for a reference period that no agreement may have.
    """
    law = rulebook.on(facts.entry_on)
    years, statutory = law.version(KEY, "years"), law.version(HOURS, "reference_months")
    agreed = law.version(HOURS, "reference_months_agreed")
    months = statutory.number if facts.reference_months is None else facts.reference_months
    if not 1 <= months <= agreed.number:
        limit = agreed.number
        raise FactsError(
            "reference_months", Text(da=f"skal ligge mellem 1 og {limit}.", en=f"must lie between 1 and {limit}.")
        )
    window_ends = _window_ends(facts.entry_on, months)
    keep_through = add_months(window_ends, 12 * years.number)
    last, end = day_text(keep_through), day_text(window_ends)
    return Retention(
        grounds=Grounds(rulebook.rule(KEY), (years, statutory if months == statutory.number else agreed)),
        found=Verdict.OK,
        explanation=Text(
            da=f"Registreringen gemmes til og med {last.da}: {years.value} år efter, at den sidste referenceperiode "
            f"slutter {end.da}.",
            en=f"The entry is kept through {last.en}: {years.value} years after the last reference period ends "
            f"on {end.en}.",
        ),
        keep_through=keep_through,
    )


def chosen(facts: Facts, rulebook: Rulebook) -> date | None:
    """Until when an entry from before the duty is kept: the company's own choice, counted as the law counts after it.

    `None` for an entry that the law itself is about.
    """
    law = rulebook.on(facts.entry_on)
    try:
        years = law.number(KEY, "years_before_duty")
    except UnknownValue:
        return None
    months = facts.reference_months or law.number(HOURS, "reference_months")
    return add_months(_window_ends(facts.entry_on, months), 12 * years)


def _window_ends(day: date, months: int) -> date:
    """The end of the last reference period that holds the day."""
    return end_of_month(add_months(day.replace(day=1), months - 1))
