"""Rules and answers as plain values: what other programs read as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal

from hjemmedag.core.instants import written
from hjemmedag.core.law.answers import Answer
from hjemmedag.core.law.rules import Parameter, Rule, Source
from hjemmedag.core.law.text import Text


def rules(listed: Iterable[Rule], on: date) -> dict[str, object]:
    """The rules by key and title only."""
    return {
        "on": on.isoformat(),
        "rules": [{"key": rule.key, "title": both(rule.title), "certainty": rule.certainty} for rule in listed],
    }


def rule(described: Rule, on: date) -> dict[str, object]:
    """The rule, and its values on a date; `to` is exclusive. An unknown value is `None`, with a message."""
    return {
        "key": described.key,
        "title": both(described.title),
        "text": both(described.text),
        "on": on.isoformat(),
        "kind": described.kind,
        "responsible": described.responsible,
        "certainty": described.certainty,
        "review_on": described.review_on.isoformat(),
        "sources": [_source(source) for source in described.sources],
        "parameters": [_parameter(parameter, on) for parameter in described.parameters.values()],
    }


def answer(key: str, given: Answer) -> dict[str, object]:
    """What the rule `key` answered, with the values it computed."""
    return {
        "rule": key,
        "verdict": given.verdict,
        **{name: value(each) for name, each in given.details.items()},
        "source": given.source,
        "certainty": given.certainty,
        "message": both(given.message),
    }


def both(text: Text) -> dict[str, str]:
    """The text in both languages."""
    return {"da": text.da, "en": text.en}


def value(given: object) -> object:
    """Dates, times and exact numbers as JSON has them."""
    match given:
        case datetime():
            return written(given)
        case date():
            return given.isoformat()
        case time():
            return f"{given:%H:%M}"
        case Decimal():
            return float(given)
        case tuple() | list():
            return [value(each) for each in given]
    return given


def _parameter(parameter: Parameter, on: date) -> dict[str, object]:
    version = parameter.on(on)
    named = {"name": parameter.name, "title": both(parameter.title), "unit": parameter.unit}
    if version is None:
        unknown = dict.fromkeys(("value", "from", "to", "source", "certainty", "kind"))
        return {**named, **unknown, "sources": [], "message": both(parameter.silence(on))}
    return {
        **named,
        "value": value(version.value),
        "from": value(version.period.start),
        "to": value(version.period.end),
        "source": _source(version.source),
        "sources": [_source(source) for source in version.sources],
        "certainty": version.certainty,
        "kind": version.kind,
    }


def _source(source: Source) -> dict[str, object]:
    return {
        "act": source.act,
        "number": source.number or None,
        "date": value(source.date),
        "section": source.section or None,
    }
