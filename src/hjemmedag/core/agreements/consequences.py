"""What a pattern leads to, shown before it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from hjemmedag.core.agreements.pattern import Pattern
from hjemmedag.core.law import Law, UnknownValue


@dataclass(frozen=True, slots=True)
class Consequences:
    """`home_hours` a week at home on average; the order on screen work applies at home above `screen_limit`.

    `screen_work` is `None` where nothing can be said: abroad, where that country's law applies, or on a day for which
    the rulebook has no `screen_limit`. `all_at_home` has no clear rule below the limit, so it is never said to be free.
    """

    home_days: float
    home_hours: Decimal
    screen_limit: Decimal | None
    screen_work: bool | None
    abroad: bool
    all_at_home: bool


def consequences(pattern: Pattern, *, weekly_hours: Decimal, country: str, law: Law) -> Consequences:
    """The consequences by plan: all hours at home are counted as screen work, since the plan knows no better.

    Source: workplaces.screen_work. `weekly_hours` are those of the employment, spread over the days worked.
    """
    days = len(pattern.hours) or 1
    home_days = pattern.home_days_per_week()
    home_hours = weekly_hours * Decimal(str(home_days)) / days
    try:
        limit = Decimal(str(law.version("workplaces.screen_work", "week_above").value))
    except UnknownValue:
        limit = None
    return Consequences(
        home_days=home_days,
        home_hours=home_hours,
        screen_limit=limit,
        screen_work=None if limit is None or country != "DK" else home_hours > limit,
        abroad=country != "DK",
        all_at_home=pattern.remote,
    )
