"""A company's own dated values, laid over the rulebook where the law leaves them free."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hjemmedag.core.law.rules import Freedom, Parameter, Rulebook, Source, Version
from hjemmedag.core.law.terms import Kind
from hjemmedag.core.law.text import Text
from hjemmedag.core.law.units import UNITS, Value, exact, value_text
from hjemmedag.core.periods import Period


@dataclass(frozen=True, slots=True)
class CompanyValue:
    """What the company has decided for one parameter of one rule, for as long as `period` lasts."""

    rule: str
    parameter: str
    value: Value
    period: Period
    source: Source


class NotAllowed(ValueError):
    """The law doesn't leave this value to the company; `message` says why."""

    def __init__(self, own: CompanyValue, message: Text) -> None:
        super().__init__(f"{own.rule}.{own.parameter}: {message.en}")
        self.own = own
        self.message = message


def refusal(rulebook: Rulebook, own: CompanyValue) -> Text | None:
    """Why the law refuses this value; `None` when the company may have it. Raises `UnknownRule`."""
    parameter = rulebook.rule(own.rule).parameter(own.parameter)
    unit = UNITS[parameter.unit]
    if parameter.company is None:
        return Text(
            da=f"{parameter.title.da} kan ikke fastsættes af virksomheden.",
            en=f"{parameter.title.en} can't be set by the company.",
        )
    if not unit.accepts(own.value):
        return Text(
            da=f"{parameter.title.da} skal angives i {unit.words.da}.",
            en=f"{parameter.title.en} must be given in {unit.words.en}.",
        )
    bounds = [version for version in parameter.versions if version.period.overlaps(own.period)]
    return next((words for bound in bounds if (words := _broken(parameter, bound, own))), None)


def _broken(parameter: Parameter, bound: Version, own: CompanyValue) -> Text | None:
    limit = value_text(bound.value, parameter.unit)
    if parameter.company is Freedom.RAISE and exact(own.value) < bound.amount:
        return Text(
            da=f"{parameter.title.da} skal mindst være {limit.da}.",
            en=f"{parameter.title.en} must be at least {limit.en}.",
        )
    if parameter.company is Freedom.LOWER and exact(own.value) > bound.amount:
        return Text(
            da=f"{parameter.title.da} må højst være {limit.da}.",
            en=f"{parameter.title.en} must be at most {limit.en}.",
        )
    return None


def lay_over(rulebook: Rulebook, values: Iterable[CompanyValue]) -> Rulebook:
    """The rulebook with the company's values in their periods; days on which the rulebook knows no value stay unknown.

    Raises `NotAllowed` for the first value that the law refuses. A value that was allowed when it was decided can be
    outgrown by a change of law: leave out the values that `refusal` names to let the law stand there.
    """
    rules = dict(rulebook.rules)
    for own in values:
        if words := refusal(rulebook, own):
            raise NotAllowed(own, words)
        rule = rules[own.rule]
        parameter = rule.parameters[own.parameter]
        laid = replace(parameter, versions=tuple(_laid(parameter.versions, own)))
        rules[own.rule] = replace(rule, parameters={**rule.parameters, own.parameter: laid})
    return Rulebook(rules)


def _laid(versions: Iterable[Version], own: CompanyValue) -> Iterator[Version]:
    """Each version with the company's value in place of the part that its period covers, and no surer than before."""
    for version in versions:
        before, shared, later = version.period.split(own.period)
        if before:
            yield replace(version, period=before)
        if shared:
            yield Version(own.value, shared, own.source, version.certainty, Kind.COMPANY)
        if later:
            yield replace(version, period=later)
