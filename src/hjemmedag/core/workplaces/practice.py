"""Praksis om arbejdsskader hjemme: what courts and the appeals board have said, told and never applied to a case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hjemmedag.core.law import Certainty, Source, Text


class Outcome(StrEnum):
    """What was found: a work injury, none, or some of each where several situations are told of."""

    RECOGNISED = "recognised"
    NOT_RECOGNISED = "not_recognised"
    BOTH = "both"

    @property
    def words(self) -> Text:
        """The outcome as people read it."""
        return _OUTCOME[self]


@dataclass(frozen=True, slots=True)
class Precedent:
    """One decision: what happened, what it turned on, and where it stands. `decided_on` is `None` where not known."""

    key: str
    title: Text
    story: Text
    point: Text
    outcome: Outcome
    source: Source
    certainty: Certainty

    @property
    def decided_on(self) -> date | None:
        """The day of the decision."""
        return self.source.date


@dataclass(frozen=True, slots=True)
class Practice:
    """The practice on one rule. `test` is what decides and what doesn't; `caution` says whose the decision is."""

    rule: str
    test: Text
    caution: Text
    precedents: tuple[Precedent, ...]

    def on(self, day: date) -> Iterator[Precedent]:
        """What had been decided by `day`, the newest first; what has no known day last."""
        known = [each for each in self.precedents if each.decided_on is None or each.decided_on <= day]
        yield from sorted(known, key=lambda each: each.decided_on or date.min, reverse=True)


_OUTCOME = {
    Outcome.RECOGNISED: Text(da="anerkendt", en="recognised"),
    Outcome.NOT_RECOGNISED: Text(da="ikke anerkendt", en="not recognised"),
    Outcome.BOTH: Text(da="både anerkendt og ikke anerkendt", en="some recognised, some not"),
}
