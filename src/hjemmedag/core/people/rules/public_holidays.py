"""Helligdage som svar: the public holidays of one year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hjemmedag.core.law import Answer, Grounds, Rulebook, Text, Verdict
from hjemmedag.core.law.facts import check_year
from hjemmedag.core.people import holidays

KEY = holidays.KEY


@dataclass(frozen=True, slots=True)
class Facts:
    """The calendar year."""

    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Holidays(Answer):
    """`days` are the year's public holidays in order."""

    days: tuple[date, ...] = ()


def decide(facts: Facts, rulebook: Rulebook) -> Holidays:
    """The year's public holidays. Raises `FactsError` for a year far off."""
    check_year("year", facts.year)
    days = tuple(holidays.public_holidays(facts.year, rulebook))
    return Holidays(
        grounds=Grounds(rulebook.rule(KEY)),
        found=Verdict.OK,
        explanation=Text(
            da=f"Der er {len(days)} helligdage i {facts.year}.",
            en=f"There are {len(days)} public holidays in {facts.year}.",
        ),
        days=days,
    )
