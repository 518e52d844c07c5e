"""What moving abroad means: which country insures somebody who goes on working at home there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces.queries.screen import latest_judgement
from hjemmedag.core.people.rules.social_security import Facts, SocialSecurity, decide
from hjemmedag.rulebook.load import load


def social_security(employee: int, country: str, on: date) -> SocialSecurity | None:
    """The answer for someone who lives in this country and works at home as now; `None` in Denmark. Two queries."""
    if country == "DK":
        return None
    judgement, hours = latest_judgement(employee), people.weekly_hours(employee, on)
    at_home = judgement.home_hours if judgement is not None else Decimal()
    share = min(at_home / hours, Decimal(1)) if hours and at_home else None
    return decide(Facts(country, share), load())
