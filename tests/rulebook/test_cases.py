"""The worked examples in cases/, one file a rule, as a lawyer reads them."""

import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from hjemmedag.core.law import plain
from hjemmedag.core.rules import RULES
from hjemmedag.rulebook.load import load

CASES = Path(__file__).parent / "cases"


def cases() -> Iterator[Any]:
    for file in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]:
            yield pytest.param(file.stem, case, id=f"{file.stem}: {case['name']}")


def as_json(facts: dict[str, object]) -> dict[str, object]:
    return {name: fact.isoformat() if isinstance(fact, date | datetime) else fact for name, fact in facts.items()}


@pytest.mark.parametrize(("rule", "case"), list(cases()))
def test_the_rule_answers_the_worked_example(rule: str, case: dict[str, Any]) -> None:
    answer = RULES[rule].answer(as_json(case["facts"]), load())
    given = {name: value for name, value in plain.answer(rule, answer).items() if value is not None}
    for name in ("rule", "source", "message"):
        del given[name]
    assert given == {name: plain.value(value) for name, value in case["answer"].items()}


def test_every_rule_that_can_be_asked_has_worked_examples() -> None:
    assert {file.stem for file in CASES.glob("*.toml")} == set(RULES)
