"""Rules for a reader: by subject, and one rule with its values on a date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hjemmedag.core.law import Certainty, Parameter, Rule, Rulebook, Text, Version
from hjemmedag.core.law.units import value_text

SUBJECTS = {
    "people": gettext_noop("People"),
    "documents": gettext_noop("Documents"),
    "policy": gettext_noop("Policy"),
    "agreements": gettext_noop("Agreements"),
    "equipment": gettext_noop("Equipment and tax"),
    "security": gettext_noop("Security and data protection"),
    "worktime": gettext_noop("Working time"),
    "workplaces": gettext_noop("Work environment at home"),
    "onboarding": gettext_noop("Onboarding"),
    "week": gettext_noop("The week"),
    "followup": gettext_noop("Follow-up"),
    "endings": gettext_noop("Changes and endings"),
    "overview": gettext_noop("Across all"),
}
SIGNS = {Certainty.VERIFIED: "good", Certainty.KNOWN: "waiting", Certainty.UNVERIFIED: "missing"}
"""The sign that stands beside a certainty's words."""


def by_subject(rulebook: Rulebook, words: str, language: str) -> list[tuple[str, list[tuple[Rule, str]]]]:
    """The rules that hold the words, with the sign of their certainty, under the heading of their subject."""
    order = list(SUBJECTS)
    rules = sorted(found(rulebook, words, language), key=lambda rule: (order.index(subject(rule)), rule.key))
    return [
        (_(SUBJECTS[name]), [(rule, SIGNS[rule.certainty]) for rule in group])
        for name, group in groupby(rules, subject)
    ]


def found(rulebook: Rulebook, words: str, language: str) -> list[Rule]:
    """The rules whose key, title or text holds the words."""
    wanted = words.casefold()
    return [
        rule
        for rule in rulebook.rules.values()
        if wanted in f"{rule.key} {rule.title.said(language)} {rule.text.said(language)}".casefold()
    ]


def subject(rule: Rule) -> str:
    """The first word of the rule's key."""
    return rule.key.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Shown:
    """One parameter on a day: what it says, or why it says nothing; `over_time` are all its versions in words."""

    parameter: Parameter
    version: Version | None
    value: Text
    sign: str
    over_time: list[tuple[Version, Text]]


def values(rule: Rule, on: date) -> list[Shown]:
    """The rule's parameters as they stand on a day."""
    return [_shown(parameter, on) for parameter in rule.parameters.values()]


def _shown(parameter: Parameter, on: date) -> Shown:
    version = parameter.on(on)
    return Shown(
        parameter=parameter,
        version=version,
        value=value_text(version.value, parameter.unit) if version else parameter.silence(on),
        sign=SIGNS[version.certainty] if version else "unknown",
        over_time=[(one, value_text(one.value, parameter.unit)) for one in parameter.versions],
    )
