"""What a pattern leads to, shown before it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from hjemmedag.core.agreements.pattern import Pattern
from hjemmedag.core.law import Law, UnknownValue


@dataclass(frozen=True, slots=True)
class Consequences:
    """`home_hours` a week at home on average; the order on screen work applies at home above `screen_limit`.

    `screen_limit` and `screen_work` are `None` where the rulebook has no value for the day.
    """

    home_days: float
    home_hours: Decimal
    screen_limit: Decimal | None
    screen_work: bool | None
    abroad: bool


def consequences(pattern: Pattern, *, weekly_hours: Decimal, country: str, law: Law) -> Consequences:
    """The consequences by plan: all hours at home are counted as screen work, since the plan knows no better.

    Source: workplaces.screen_work. `weekly_hours` are those of the employment, spread over the days worked.
    """
    days = len(pattern.hours) or 1
    home_days = pattern.home_days_per_week()
    home_hours = (weekly_hours / days * Decimal(str(home_days))).quantize(Decimal("0.1"))
    try:
        limit = Decimal(str(law.version("workplaces.screen_work", "week_above").value))
    except UnknownValue:
        limit = None
    return Consequences(
        home_days=home_days,
        home_hours=home_hours,
        screen_limit=limit,
        screen_work=None if limit is None else home_hours > limit,
        abroad=country != "DK",
    )
