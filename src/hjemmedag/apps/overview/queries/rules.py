"""Rules in words for a reader: values, sources, certainty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hjemmedag.core.law import Certainty, Kind, Rule, Rulebook, Version

SUBJECTS = {
    "people": gettext_noop("People"),
    "policy": gettext_noop("Policy"),
    "agreements": gettext_noop("Agreements"),
    "documents": gettext_noop("Documents"),
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
KINDS = {
    Kind.LAW: gettext_noop("law"),
    Kind.AGREEMENT: gettext_noop("agreement"),
    Kind.GUIDANCE: gettext_noop("authority guidance"),
    Kind.CONVENTION: gettext_noop("convention"),
    Kind.COMPANY: gettext_noop("the company’s own choice"),
}
CERTAINTIES = {
    Certainty.VERIFIED: ("good", gettext_noop("verified")),
    Certainty.KNOWN: ("waiting", gettext_noop("known, not verified word for word")),
    Certainty.UNVERIFIED: ("missing", gettext_noop("not verified: it warns, it never decides")),
}


@dataclass(frozen=True, slots=True)
class Group:
    """The rules of one subject."""

    heading: str
    rules: list[tuple[str, str, str, str]]


def by_subject(rulebook: Rulebook, words: str, language: str) -> list[Group]:
    """Rules that hold the words, grouped by subject: (key, title, state, certainty in words)."""
    wanted = words.casefold()
    found = [
        rule
        for rule in rulebook.rules.values()
        if wanted in f"{rule.key} {rule.title.said(language)} {rule.text.said(language)}".casefold()
    ]
    order = list(SUBJECTS)
    subjects = groupby(sorted(found, key=lambda rule: (order.index(_subject(rule)), rule.key)), _subject)
    return [
        Group(_(SUBJECTS[subject]), [(rule.key, rule.title.said(language), *_certainty(rule.certainty)) for rule in rules])
        for subject, rules in subjects
    ]


def _subject(rule: Rule) -> str:
    return rule.key.partition(".")[0]


def _certainty(certainty: Certainty) -> tuple[str, str]:
    state, words = CERTAINTIES[certainty]
    return state, _(words)


@dataclass(frozen=True, slots=True)
class ShownValue:
    """One parameter on the date: its name and value in words, the source, the certainty; or that it is not known."""

    title: str
    value: str
    source: str
    state: str
    certainty: str
    history: list[tuple[date | None, date | None, str]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A rule in the reader's language on a date."""

    key: str
    title: str
    text: str
    kind: str
    state: str
    certainty: str
    responsible: str
    sources: list[str]
    values: list[ShownValue]
    review_on: date


def shown(rule: Rule, on: date, language: str) -> Shown:
    """Everything a page says of a rule."""
    values = []
    for parameter in rule.parameters.values():
        version = parameter.on(on)
        state, certainty = _certainty(version.certainty) if version else ("unknown", _("no value known for this date"))
        values.append(
            ShownValue(
                title=parameter.title.said(language),
                value=_value(version, parameter.unit) if version else _("value missing"),
                source=str(version.source) if version else "",
                state=state,
                certainty=certainty,
                history=[(one.period.start, one.period.last, _value(one, parameter.unit)) for one in parameter.versions],
            )
        )
    state, certainty = _certainty(rule.certainty)
    return Shown(
        key=rule.key,
        title=rule.title.said(language),
        text=rule.text.said(language),
        kind=_(KINDS[rule.kind]),
        state=state,
        certainty=certainty,
        responsible=rule.responsible,
        sources=[str(source) for source in rule.sources],
        values=values,
        review_on=rule.review_on,
    )


def _value(version: Version, unit: str) -> str:
    """The value with its unit, numbers as the language writes them."""
    value = version.value
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int | float | Decimal):
        return f"{number_format(value, use_l10n=True, force_grouping=True)} {unit}".strip()
    return str(value)
