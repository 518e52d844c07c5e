"""`hjemmedag rule`: one rule on one set of facts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from hjemmedag.cli.arguments import Language, Unusable, options
from hjemmedag.cli.given import json_object
from hjemmedag.core.law import Answer, FactsError, Text, Verdict, plain
from hjemmedag.core.rules import RULES
from hjemmedag.rulebook.load import load

FINDINGS = 1


class Form(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Asked:
    """The rule, and the facts as JSON, a file's name or `-`."""

    key: str = ""
    facts: str = ""
    format: Form = Form.TEXT


def rule(arguments: Sequence[str], language: Language) -> tuple[str, int]:
    """The answer, and the exit code that goes with it. Raises `Unusable`."""
    asked = options(Asked, ("key", "facts", "--format"), arguments)
    if asked.key not in RULES:
        raise Unusable(_not_askable(asked.key))
    where, given = json_object(asked.facts)
    try:
        answer = RULES[asked.key].answer(given, load())
    except FactsError as fault:
        raise Unusable(fault.message.about(fault.field).about(where)) from None
    code = 0 if answer.verdict in (Verdict.OK, Verdict.NOT_APPLICABLE) else FINDINGS
    if asked.format is Form.JSON:
        return json.dumps(plain.answer(asked.key, answer), ensure_ascii=False, indent=2), code
    return _as_text(answer, language), code


def _as_text(answer: Answer, language: Language) -> str:
    """The answer in words; what is in order says so itself, with the date or value that was computed."""
    verdict = "" if answer.verdict is Verdict.OK else f"{answer.verdict.words.said(language).capitalize()}. "
    certainty = answer.certainty.words.said(language)
    source = Text(da="Kilde", en="Source").said(language)
    return "\n".join(
        [
            f"{verdict}{answer.message.said(language)}",
            *(f"  {name}: {_line(value)}" for name, value in answer.details.items() if value is not None),
            f"{source}: {answer.source} ({certainty})",
        ]
    )


def _line(value: object) -> str:
    written = plain.value(value)
    return ", ".join(written) if isinstance(written, list) else json.dumps(written).strip('"')


def _not_askable(key: str) -> Text:
    choices = ", ".join(sorted(RULES))
    choose = Text(da=f"Vælg en af: {choices}.", en=f"Choose one of: {choices}.")
    if not key:
        return Text(da="reglens nøgle mangler.", en="the rule's key is missing.").followed_by(choose)
    return Text(da=f'reglen "{key}" kan ikke bruges her.', en=f'the rule "{key}" can\'t be asked.').followed_by(choose)
