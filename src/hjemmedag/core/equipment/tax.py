"""Skattenoter: how a benefit for working at home is taxed in a year, with the year's rate. Never advice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hjemmedag.core.law import Certainty, Grounds, Rulebook, Text, Version
from hjemmedag.core.law.units import value_text


class Benefit(StrEnum):
    """What the company lends, gives or pays."""

    COMPUTER = "computer"
    FURNITURE_LENT = "furniture_lent"
    FURNITURE_CASH = "furniture_cash"
    SUBSCRIPTION = "subscription"
    DOCUMENTED_REFUND = "documented_refund"
    MONTHLY_CASH = "monthly_cash"
    GROSS_SALARY = "gross_salary"
    ENERGY = "energy"
    SUPPLIES = "supplies"


class Treatment(StrEnum):
    """What the tax rules make of it."""

    FREE = "free"
    FIXED_VALUE = "fixed_value"
    UP_TO_LIMIT = "up_to_limit"
    PAY = "pay"
    DEPENDS = "depends"

    @property
    def words(self) -> Text:
        """The treatment as people read it."""
        return _TREATMENT[self]


@dataclass(frozen=True, slots=True)
class NoteTemplate:
    """What holds of a benefit in any year. `value` names the parameter of `rule` that has a rate for each year."""

    benefit: Benefit
    title: Text
    text: Text
    treatment: Treatment
    rule: str
    certainty: Certainty
    value: str | None


@dataclass(frozen=True, slots=True)
class Notes:
    """All notes by benefit, and what is said beside each of them."""

    disclaimer: Text
    templates: tuple[NoteTemplate, ...]

    def of(self, benefit: Benefit, year: int, rulebook: Rulebook) -> TaxNote:
        """The note on a benefit in a year. Where the year's rate isn't known it says so: never the last known one."""
        template = next(each for each in self.templates if each.benefit is benefit)
        rule = rulebook.rule(template.rule)
        parameter = rule.parameter(template.value) if template.value else None
        version = parameter.on(date(year, 1, 1)) if parameter else None
        rate = None
        if parameter:
            rate = value_text(version.value, parameter.unit).about(parameter.title) if version else _missing(year)
        return TaxNote(
            template=template,
            year=year,
            value=version,
            rate=rate,
            grounds=Grounds(rule, (version,) if version else ()),
            disclaimer=self.disclaimer,
        )


@dataclass(frozen=True, slots=True)
class TaxNote:
    """One benefit in one year. `rate` is the year's value, or that it is missing; `None` where there is none."""

    template: NoteTemplate
    year: int
    value: Version | None
    rate: Text | None
    grounds: Grounds
    disclaimer: Text

    @property
    def treatment(self) -> Treatment:
        """What the tax rules make of the benefit."""
        return self.template.treatment

    @property
    def source(self) -> str:
        """The acts and sections that the note rests on."""
        return self.grounds.source

    @property
    def certainty(self) -> Certainty:
        """As sure as the least sure of the note, its rule and its rate."""
        return Certainty.weakest(self.template.certainty, self.grounds.certainty)


def _missing(year: int) -> Text:
    return Text(da=f"Satsen mangler for {year}.", en=f"Rate missing for {year}.")


_TREATMENT = {
    Treatment.FREE: Text(da="skattefrit", en="free of tax"),
    Treatment.FIXED_VALUE: Text(da="beskattes af et fast beløb", en="taxed on a fixed amount"),
    Treatment.UP_TO_LIMIT: Text(da="skattefrit op til en grænse", en="free of tax up to a limit"),
    Treatment.PAY: Text(da="beskattes som løn", en="taxed as pay"),
    Treatment.DEPENDS: Text(da="kommer an på vilkårene", en="depends on the terms"),
}
