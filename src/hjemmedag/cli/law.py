"""`hjemmedag law`: the rules in words, with their values on a date."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from textwrap import fill

from hjemmedag.cli.arguments import Language, Unusable, options
from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.law import Parameter, Rule, Rulebook, Text, UnknownRule, plain
from hjemmedag.core.law.text import day_text
from hjemmedag.core.law.units import value_text
from hjemmedag.rulebook.load import load

LATER = Text(
    da="  En lov er citeret i den lovbekendtgørelse, der gælder nu, også for tidligere dage.",
    en="  An act is cited in its present consolidation, for earlier days too.",
)


class Form(StrEnum):
    """How the rules are written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class Asked:
    """One rule, or all without a key; `on` is the date, today when left out."""

    key: str | None = None
    on: date | None = None
    format: Form = Form.TEXT


def law(arguments: Sequence[str], language: Language) -> str:
    """What the command prints. Raises `Unusable`."""
    asked = options(Asked, ("key", "--on", "--format"), arguments)
    book, on = load(), asked.on or datetime.now(COPENHAGEN).date()
    rules = [book.rules[key] for key in sorted(book.rules)] if asked.key is None else [_rule(book, asked.key)]
    if asked.format is Form.MARKDOWN:
        from hjemmedag.cli.page import page

        return page(rules, language)
    if asked.format is Form.JSON:
        answer = plain.rule(rules[0], on) if asked.key else plain.rules(rules, on)
        return json.dumps(answer, ensure_ascii=False, indent=2)
    return "\n".join(_lines(rules[0], on, language) if asked.key else _listed(rules, language))


def _rule(book: Rulebook, key: str) -> Rule:
    try:
        return book.rule(key)
    except UnknownRule:
        close = get_close_matches(key, book.rules, 1)
        hint = (
            Text(da=f'Mente du "{close[0]}"?', en=f'Did you mean "{close[0]}"?')
            if close
            else Text(da='Se dem alle med "hjemmedag law".', en='See them all with "hjemmedag law".')
        )
        raise Unusable(
            Text(da=f'der er ingen regel "{key}".', en=f'there is no rule "{key}".').followed_by(hint)
        ) from None


def _listed(rules: Sequence[Rule], language: Language) -> Iterator[str]:
    width, titles = max(len(rule.key) for rule in rules), max(len(rule.title.said(language)) for rule in rules)
    for rule in rules:
        yield f"{rule.key:<{width}}  {rule.title.said(language):<{titles}}  {rule.certainty.words.said(language)}"


def _lines(rule: Rule, on: date, language: Language) -> Iterator[str]:
    yield f"{rule.title.said(language)} ({rule.key})"
    yield " · ".join(each.words.said(language).capitalize() for each in (rule.kind, rule.certainty, rule.responsible))
    yield f"\n{fill(rule.text.said(language), 100)}"
    if rule.parameters:
        day = day_text(on)
        yield Text(da=f"\nVærdier {day.da}", en=f"\nValues on {day.en}").said(language)
        for parameter in rule.parameters.values():
            yield from _value(parameter, on, language)
    yield Text(da="\nKilder", en="\nSources").said(language)
    yield from (f"  {source}" for source in rule.sources)
    if any(source.number.startswith("LBK") and source.date and source.date > on for source in rule.sources):
        yield LATER.said(language)
    review = day_text(rule.review_on)
    yield Text(da=f"\nSes efter igen senest {review.da}.", en=f"\nTo be reviewed by {review.en}.").said(language)


def _value(parameter: Parameter, on: date, language: Language) -> Iterator[str]:
    version = parameter.on(on)
    if version is None:
        yield f"  {parameter.silence(on).said(language)}"
        return
    yield f"  {parameter.title.said(language)}: {value_text(version.value, parameter.unit).said(language)}"
    yield f"    {version.cited} ({version.certainty.words.said(language)})"
