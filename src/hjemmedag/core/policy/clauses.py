"""Clauses of the ready-to-adapt policy (hjemmearbejdspolitik), and the fields in them that a company fills."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from hjemmedag.core.law import Text
from hjemmedag.core.periods import Period

ALWAYS = Period()
FIELD = re.compile(r"\{([a-z_]+)\}")


class FieldError(ValueError):
    """A field of a clause got no value, or a value belongs to no field; `field` names which."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{{{field}}}: {message}")
        self.field = field


@dataclass(frozen=True, slots=True)
class Field:
    """A place that the company fills: what belongs there, and what stands there until it does, if anything can."""

    name: str
    meaning: Text
    default: Text | None


@dataclass(frozen=True, slots=True)
class ClauseTemplate:
    """A clause to start from.

    `rule` is the rule that gives the clause its reason; a `required` clause is one that the rule leaves no policy
    without. `in_addendum`: printed in every addendum under the policy. The words are offered in `period`.
    """

    key: str
    heading: Text
    text: Text
    required: bool
    in_addendum: bool
    rule: str
    period: Period = ALWAYS

    def filled(self, values: Mapping[str, Text]) -> Text:
        """The text with every field filled. Raises `FieldError` for a field without a value."""
        return Text(da=_filled(self.text.da, values, "da"), en=_filled(self.text.en, values, "en"))


@dataclass(frozen=True, slots=True)
class PolicyTemplate:
    """The whole policy to start from, in order, with the fields its clauses use."""

    fields: Mapping[str, Field]
    clauses: tuple[ClauseTemplate, ...]

    def on(self, day: date) -> PolicyTemplate:
        """The policy to start from as it is offered on a day."""
        return replace(self, clauses=tuple(clause for clause in self.clauses if day in clause.period))

    def values(self, own: Mapping[str, Text]) -> dict[str, Text]:
        """What stands in each field: the company's own words, else the default.

        Raises `FieldError` for words to a field that doesn't exist, and for a field with neither.
        """
        if unknown := sorted(set(own) - set(self.fields)):
            raise FieldError(unknown[0], f"no such field; the fields are {', '.join(self.fields)}")
        found = {name: own.get(name, field.default) for name, field in self.fields.items()}
        for name, words in found.items():
            if words is None:
                raise FieldError(name, "needs a value")
        return {name: words for name, words in found.items() if words is not None}


def open_places(words: str) -> list[str]:
    """The fields that still stand open in a text, as they are written there: `["{phone_hours}"]`."""
    return [match.group() for match in FIELD.finditer(words)]


def _filled(words: str, values: Mapping[str, Text], language: str) -> str:
    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in values:
            raise FieldError(name, "needs a value")
        return values[name].said(language)

    return FIELD.sub(value, words)
