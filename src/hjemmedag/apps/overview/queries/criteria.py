"""A wish beside the criteria and beside the team's week: a help to whoever answers."""

from __future__ import annotations

from datetime import date

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import queries as policy
from hjemmedag.core.agreements.pattern import Pattern
from hjemmedag.core.agreements.team_week import TeamWeek
from hjemmedag.core.agreements.team_week import team_week as counted
from hjemmedag.core.policy.criteria import Wished


def of_wish(employee: int, pattern: Pattern, on: date) -> policy.Explained | None:
    """The result of a wish by the criteria of a day; `None` where there were none."""
    home = pattern.home_days_per_week()
    return policy.explained(employee, on, Wished(home=home, office=len(pattern.hours) - home))


def team_week(employee: int, wish: Pattern, on: date) -> TeamWeek | None:
    """The week of those with the same manager, with a wish and without it; `None` for someone without a manager."""
    manager = people.managers_of([employee], on).get(employee)
    if manager is None:
        return None
    team = set(people.employed(on).filter(pk__in=people.led_by(manager, on)).values_list("pk", flat=True)) | {employee}
    patterns = {who: agreements.pattern_of(terms) for who, terms in agreements.all_terms_in_force(team, on).items()}
    before = patterns.pop(employee, None)
    return counted(len(team), list(patterns.values()), wish, before)
