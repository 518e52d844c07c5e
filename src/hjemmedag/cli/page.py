"""The rulebook as one Markdown page, with every version of every value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from hjemmedag.cli.arguments import Language
from hjemmedag.core.law import Parameter, Rule, Text
from hjemmedag.core.law.units import value_text
from hjemmedag.core.periods import Period

OPENING = Text(
    da="""\
# Regelsamlingen

Siden er skrevet af `hjemmedag law --format markdown` ud fra filerne i `src/hjemmedag/rulebook/`; ret dem, ikke den.
Perioder går til og ikke med slutdatoen. En værdi, der ikke er bekræftet, advarer, men afgør intet.
Siden forklarer regler; den er ikke juridisk rådgivning.""",
    en="""\
# The rulebook

This page is written by `hjemmedag law --format markdown --lang en` from the files in `src/hjemmedag/rulebook/`; change
those, not the page. Periods run up to, not including, their end. An unverified value warns but decides nothing.
The page explains rules; it is not legal advice.""",
)
COLUMNS = Text(da="| | Værdi | Periode | Kilde | Sikkerhed |", en="| | Value | Period | Source | Certainty |")


def page(rules: Iterable[Rule], language: Language) -> str:
    """The page in one language; keys and act names are the same in both."""
    blocks = [OPENING.said(language)]
    for subject, own in groupby(rules, key=lambda rule: rule.key.split(".")[0]):
        blocks += [f"## {subject}", *("\n\n".join(_rule(rule, language)) for rule in own)]
    return "\n\n".join(blocks)


def _rule(rule: Rule, language: Language) -> Iterator[str]:
    yield f"### {rule.key}: {rule.title.da} · {rule.title.en}"
    yield " · ".join(
        (
            rule.kind.words.said(language),
            rule.certainty.words.said(language),
            rule.responsible.words.said(language),
            Text(da=f"ses efter {rule.review_on}", en=f"review by {rule.review_on}").said(language),
        )
    )
    yield rule.text.said(language)
    if rule.parameters:
        rows = [row for parameter in rule.parameters.values() for row in _rows(parameter, language)]
        yield "\n".join([COLUMNS.said(language), "|---|---|---|---|---|", *rows])
    yield "\n".join(f"* {source}" for source in rule.sources)


def _rows(parameter: Parameter, language: Language) -> Iterator[str]:
    for version in parameter.versions:
        cells = (
            parameter.title.said(language),
            value_text(version.value, parameter.unit).said(language),
            _period(version.period),
            version.cited,
            version.certainty.words.said(language),
        )
        yield f"| {' | '.join(cells)} |"


def _period(period: Period) -> str:
    return f"{period.start or ''} – {period.end or ''}".strip() if period.start or period.end else ""
