"""What a rule answers when it is asked about one set of facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property
from typing import Self

from hjemmedag.core.law.rules import Rule, Version
from hjemmedag.core.law.terms import Certainty
from hjemmedag.core.law.text import Text

CAUTION = Text(
    da="Reglen er ikke bekræftet, så vi minder om den, men afgør intet efter den.",
    en="The rule is not confirmed, so we remind you of it but decide nothing by it.",
)


class Verdict(StrEnum):
    """The outcome of a check. Unverified law gives a warning at most."""

    OK = "ok"
    UNDETERMINED = "undetermined"
    PROVISIONAL = "provisional"
    WARNING = "warning"
    DEROGATED = "derogated"
    VIOLATION = "violation"
    NOT_APPLICABLE = "not_applicable"
    OUT_OF_SCOPE = "out_of_scope"

    @classmethod
    def worst(cls, *verdicts: Verdict) -> Verdict:
        """The gravest of several, in the order they stand in; `OK` of none."""
        return max(verdicts, key=list(cls).index, default=cls.OK)

    @property
    def telling(self) -> bool:
        """Whether someone should look at it: more than in order, not determined, or without a rule to judge by."""
        return self in (Verdict.VIOLATION, Verdict.DEROGATED, Verdict.WARNING, Verdict.PROVISIONAL)

    @property
    def words(self) -> Text:
        """The verdict as people read it."""
        return _VERDICT[self]


_VERDICT = {
    Verdict.OK: Text(da="i orden", en="in order"),
    Verdict.UNDETERMINED: Text(da="kan ikke afgøres", en="can't be determined"),
    Verdict.PROVISIONAL: Text(da="foreløbigt for højt", en="too high so far"),
    Verdict.WARNING: Text(da="vær opmærksom", en="take note"),
    Verdict.DEROGATED: Text(da="fraveget efter reglerne", en="departed from as the rules allow"),
    Verdict.VIOLATION: Text(da="ikke i orden", en="not in order"),
    Verdict.NOT_APPLICABLE: Text(da="gælder ikke her", en="does not apply here"),
    Verdict.OUT_OF_SCOPE: Text(da="uden for systemets regler", en="outside the rules kept here"),
}


@dataclass(frozen=True)
class Grounds:
    """What an answer rests on: a rule, and the versions of values that were used."""

    rule: Rule
    versions: tuple[Version, ...] = ()

    @cached_property
    def source(self) -> str:
        """The sources of the values used, each once; the rule's own where no value was used."""
        sources = [source for version in self.versions for source in version.sources] or self.rule.sources
        return "; ".join(dict.fromkeys(str(source) for source in sources))

    @cached_property
    def certainty(self) -> Certainty:
        """As sure as the least sure of the rule and the values used."""
        return Certainty.weakest(self.rule.certainty, *(version.certainty for version in self.versions))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A verdict with its grounds and a sentence that explains it. Each rule adds the values that it computes.

    `found` is what the facts show if the grounds hold; `verdict` is what may be said out loud.
    """

    grounds: Grounds
    found: Verdict
    explanation: Text

    @classmethod
    def undetermined(cls, rule: Rule, explanation: Text) -> Self:
        """An answer that says why there is none; every computed value is `None`."""
        return cls(grounds=Grounds(rule), found=Verdict.UNDETERMINED, explanation=explanation)

    @property
    def _held_back(self) -> bool:
        return self.certainty is Certainty.UNVERIFIED and self.found is not Verdict.UNDETERMINED

    @property
    def verdict(self) -> Verdict:
        """What was found; a warning instead where any of the grounds is unverified."""
        return Verdict.WARNING if self._held_back else self.found

    @property
    def message(self) -> Text:
        """The explanation, with a caution where the grounds are unverified."""
        return self.explanation.followed_by(CAUTION) if self._held_back else self.explanation

    @property
    def source(self) -> str:
        """The acts and sections that the answer rests on."""
        return self.grounds.source

    @property
    def certainty(self) -> Certainty:
        """How sure the grounds are."""
        return self.grounds.certainty

    @property
    def details(self) -> Mapping[str, object]:
        """The computed values by name."""
        own = {field.name for field in fields(Answer)}
        return {field.name: getattr(self, field.name) for field in fields(self) if field.name not in own}
