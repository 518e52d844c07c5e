"""Rules of law and agreement with the values of their parameters on any date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from hjemmedag.core.law.terms import Certainty, Kind, Party
from hjemmedag.core.law.text import Text, day_text
from hjemmedag.core.law.units import Value, exact
from hjemmedag.core.periods import Period


class UnknownRule(LookupError):
    """No rule has this key, or the rule has no such parameter."""


class UnknownValue(LookupError):
    """The rulebook holds no value for a parameter on a date; `message` says so in both languages."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value stands: act, its number **and** date (numbers alone are reused), and the section."""

    act: str
    number: str = ""
    date: date | None = None
    section: str = ""

    def __str__(self) -> str:
        numbered = " af ".join(part for part in (self.number, f"{self.date:%d/%m/%Y}" if self.date else "") if part)
        return ", ".join(part for part in (f"{self.act} {self.section}".strip(), numbered) if part)


@dataclass(frozen=True, slots=True)
class Version:
    """One value of a parameter for as long as `period` lasts, and what gives it force."""

    value: Value
    period: Period
    source: Source
    certainty: Certainty
    kind: Kind = Kind.LAW
    also: tuple[Source, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source of the value, the first one first."""
        return (self.source, *self.also)

    @property
    def cited(self) -> str:
        """The sources as people read them."""
        return "; ".join(str(source) for source in self.sources)

    @property
    def number(self) -> int:
        """The value as a whole number. Raises `TypeError` for another kind of value."""
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            raise TypeError(f"not a whole number: {self.value!r}")
        return self.value

    @property
    def amount(self) -> Decimal:
        """The value as an exact number. Raises `TypeError` for another kind of value."""
        return exact(self.value)


class Freedom(StrEnum):
    """How a company may set its own value in place of the rulebook's."""

    ANY = "any"
    RAISE = "raise"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number, time or choice that a rule rests on; `versions` in order of time, never overlapping.

    Before `introduced` and from `repealed` on there is nothing to know: the parameter has no meaning.
    """

    name: str
    unit: str
    title: Text
    versions: tuple[Version, ...]
    company: Freedom | None = None
    repealed: date | None = None
    introduced: date | None = None

    def on(self, day: date) -> Version | None:
        """The version in force on `day`; `None` when nothing is known for it."""
        return next((version for version in self.versions if day in version.period), None)

    def silence(self, day: date) -> Text:
        """Why there is no value on `day`: not in force yet, repealed, or not known."""
        if self.introduced and day < self.introduced:
            first = day_text(self.introduced)
            return Text(da=f"Reglen gælder først fra {first.da}.", en=f"The rule only applies from {first.en}.")
        if self.repealed and self.repealed <= day:
            since = day_text(self.repealed)
            return Text(
                da=f'"{self.title.da}" er afskaffet fra {since.da}.',
                en=f'"{self.title.en}" is repealed from {since.en}.',
            )
        then = day_text(day)
        return Text(
            da=f'Vi kender ingen værdi for "{self.title.da}" {then.da}.',
            en=f'We know no value for "{self.title.en}" on {then.en}.',
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it says in plain words, who must follow it, and its parameters."""

    key: str
    kind: Kind
    responsible: Party
    title: Text
    text: Text
    sources: tuple[Source, ...]
    certainty: Certainty
    review_on: date
    parameters: Mapping[str, Parameter]

    def parameter(self, name: str) -> Parameter:
        """The parameter with this name. Raises `UnknownRule`."""
        try:
            return self.parameters[name]
        except KeyError:
            raise UnknownRule(f"{self.key}.{name}") from None


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules by key."""

    rules: Mapping[str, Rule]

    def rule(self, key: str) -> Rule:
        """The rule with this key. Raises `UnknownRule`."""
        try:
            return self.rules[key]
        except KeyError:
            raise UnknownRule(key) from None

    def on(self, day: date) -> Law:
        """The law as it stands on `day`."""
        return Law(self, day)


@dataclass(frozen=True, slots=True)
class Law:
    """The rulebook on one date: what checks and forms ask for values."""

    rulebook: Rulebook
    day: date

    def version(self, key: str, name: str) -> Version:
        """The parameter's version in force. Raises `UnknownRule`, or `UnknownValue` when there is none that day."""
        parameter = self.rulebook.rule(key).parameter(name)
        found = parameter.on(self.day)
        if found is None:
            raise UnknownValue(parameter.silence(self.day))
        return found

    def number(self, key: str, name: str) -> int:
        """The parameter's value as a whole number. Raises as `version`, and `TypeError` for another kind of value."""
        return self.version(key, name).number
