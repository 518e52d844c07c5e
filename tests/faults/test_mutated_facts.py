"""Facts for `hjemmedag rule` that went wrong on the way: an answer, or one line that says what can't be used."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from operator import methodcaller
from pathlib import Path
from random import Random
from typing import Any

import pytest

from hjemmedag.cli import main
from tests.faults.mutations import MANY, SEED, mutated

pytestmark = pytest.mark.faults

CASES = Path(__file__).resolve().parents[1] / "rulebook" / "cases"
ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1.5, 10**400, float("inf"), float("nan"), "", " ", "x", "ja", "ﬁ", [], {}, [[]]),
    *(
        "2026-02-30",
        "0001-01-01",
        "9999-12-31",
        "10000-01-01",
        "2026-11-23T25:00",
        "2026-10-25T02:30",
        "2026-03-29T02:30",
    ),
    *("2026-11-23T10:00+99:00", "2026-11-23T10:00Z", "2026-W48-1", "20261123", "23-11-2026", {"a": 1}, ["2026-11-23"]),
)


def examples() -> list[tuple[str, dict[str, Any]]]:
    """Every worked example: a rule's key and its facts as JSON has them."""
    found = []
    for file in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]:
            facts = json.loads(json.dumps(case["facts"], default=methodcaller("isoformat")))
            found.append((file.stem, facts))
    return found


def answered(key: str, facts: str, capsys: pytest.CaptureFixture[str]) -> int:
    """The exit code, when what was written is as promised: a JSON document, or one line."""
    code = main(["rule", key, facts, "--format", "json"])
    out, err = capsys.readouterr()
    if code == 2:
        assert (out, err.count("\n")) == ("", 1), err
    else:
        answer = json.loads(out)
        assert {"verdict", "source", "certainty", "message"} <= answer.keys()
        assert (code, err) == (0 if answer["verdict"] in ("ok", "not_applicable") else 1, "")
    return code


def test_odd_facts(capsys: pytest.CaptureFixture[str]) -> None:
    known, codes = examples(), set()
    for place in range(10 * MANY):
        dice = Random(SEED + place)
        key, facts = dice.choice(known)
        changed = dict(facts)
        for _fact in range(dice.randint(1, 2)):
            name = dice.choice([*facts, "another"])
            changed[name] = dice.choice(ODD)
            if dice.random() < 0.1:
                del changed[name]
        codes.add(answered(key, json.dumps(changed, ensure_ascii=dice.random() < 0.5), capsys))
    assert codes == {0, 1, 2}


def test_mangled_json(capsys: pytest.CaptureFixture[str]) -> None:
    known, codes = examples(), set()
    for place in range(10 * MANY):
        dice = Random(SEED + place)
        key, facts = dice.choice(known)
        content = mutated(json.dumps(facts).encode(), dice).decode("utf-8", "surrogateescape")
        if content.lstrip().startswith(("{", "[")):
            codes.add(answered(key, content, capsys))
    assert codes == {0, 1, 2}


def test_bytes_on_standard_input() -> None:
    program = Path(sys.executable).with_name("hjemmedag")
    dice = Random(SEED)
    for key, facts in dice.sample(examples(), 8):
        content = mutated(json.dumps(facts).encode(), dice)
        said = subprocess.run([program, "rule", key, "-"], input=content, capture_output=True, timeout=60, check=False)
        assert said.returncode in (0, 1, 2)
        assert b"Traceback" not in said.stderr
