"""How a rule is asked: a function of typed facts and the rulebook, and its line in the subject's registry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Generic, TypeVar

from hjemmedag.core.law.answers import Answer
from hjemmedag.core.law.facts import Facts, read
from hjemmedag.core.law.rules import Rulebook, UnknownValue

Given = TypeVar("Given", bound=Answer)


@dataclass(frozen=True, slots=True)
class Decider(Generic[Facts]):
    """A rule that can be asked. `decide` must be pure: the same facts, the same answer."""

    facts: type[Facts]
    decide: Callable[[Facts, Rulebook], Answer]

    def answer(self, given: Mapping[str, object], rulebook: Rulebook) -> Answer:
        """The answer to untyped facts. Raises `FactsError` naming the field that can't be used."""
        return self.decide(read(self.facts, given), rulebook)


def decides(
    key: str, answer: type[Given]
) -> Callable[[Callable[[Facts, Rulebook], Given]], Callable[[Facts, Rulebook], Given]]:
    """Marks the function that decides the rule `key`: where the law of a date is unknown, the answer says just that."""

    def marked(decide: Callable[[Facts, Rulebook], Given]) -> Callable[[Facts, Rulebook], Given]:
        @wraps(decide)
        def decided(facts: Facts, rulebook: Rulebook) -> Given:
            try:
                return decide(facts, rulebook)
            except UnknownValue as unknown:
                return answer.undetermined(rulebook.rule(key), unknown.message)

        return decided

    return marked
