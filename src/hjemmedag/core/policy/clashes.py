"""What the terms of a policy and the criteria for an arrangement say against each other: both stand, so both warn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hjemmedag.core.law import Text
from hjemmedag.core.policy.criteria import Criterion, Kind, Measure
from hjemmedag.core.policy.terms import HOME_SHARE, SENIORITY_COUNTS, Terms

WORKING_DAYS = 5
EXCLUDED = (Measure.SENIORITY, Measure.PERFORMANCE)
"""What a policy that says no to the term of seniority doesn't look at."""


@dataclass(frozen=True, slots=True)
class Clash:
    """One thing that the two say differently; `term` is the policy's."""

    term: str
    said: Text


def clashes(criteria: Iterable[Criterion], kinds: Mapping[str, Kind], said: Terms) -> Iterator[Clash]:
    """Where criteria keep out what the policy lets in, in the order of the criteria."""
    for one in criteria:
        kind = kinds.get(one.key)
        if kind is None:
            continue
        if kind.measure in EXCLUDED and said.get(SENIORITY_COUNTS) is False:
            yield Clash(SENIORITY_COUNTS, _excluded(kind.title))
        if kind.measure is Measure.OFFICE_DAYS and one.required and one.threshold is not None:
            share, left = said.get(HOME_SHARE), 100 * (WORKING_DAYS - one.threshold) // WORKING_DAYS
            if isinstance(share, int) and left < share:
                yield Clash(HOME_SHARE, _too_little_left(share, one.threshold, left))


def _excluded(title: Text) -> Text:
    return Text(
        da=f"Politikken siger, at anciennitet og præstationer ikke er et kriterium, men “{title.da}” er et.",
        en=f"The policy says that seniority and performance are no criterion, but “{title.en}” is one.",
    )


def _too_little_left(share: int, office: int, left: int) -> Text:
    return Text(
        da=f"Politikken giver plads til {share} % hjemme, men kriteriet om faste dage på kontoret ({office} om ugen) "
        f"lader kun {left} % tilbage af en hel uge.",
        en=f"The policy has room for {share} % at home, but the criterion of fixed days in the office "
        f"({office} a week) leaves only {left} % of a whole week.",
    )
