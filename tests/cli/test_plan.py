"""`hjemmedag plan` as other programs and people meet it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hjemmedag.cli import main
from tests.core.week.planning.checking import faults
from tests.core.week.planning.plans import SAMPLES, sample
from tests.core.week.planning.problems import company, cornered

SMALL = str(SAMPLES / "small.json")
IMPOSSIBLE = {
    "sites": [{"id": "Aarhus", "desks": [1] * 5}],
    "teams": [{"id": "Salg", "site": "Aarhus", "cover": [0, 2, 0, 0, 0]}],
    "employees": [{"id": name, "teams": ["Salg"]} for name in ("Anna", "Bo")],
}
KEYS = {"status", "objective", "bound", "gap", "seconds", "parts", "assignment", "overlap", "why", "conflict"}

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """`run(…)` gives the exit code and what `plan` wrote on standard output and standard error, in English."""

    def run(*arguments: str, lang: str = "en") -> tuple[int, str, str]:
        code = main(["plan", *arguments, "--lang", lang])
        written = capsys.readouterr()
        return code, written.out, written.err

    return run


def test_the_answer_has_all_that_the_interface_names(run: Run) -> None:
    code, out, err = run(SMALL, "--format", "json")
    told: dict[str, Any] = json.loads(out)
    assert (code, err, set(told)) == (0, "", KEYS)
    assert (told["status"], told["objective"], told["bound"], told["gap"]) == ("optimal", 182, 182, 0)
    assert faults(sample("small"), told) == []


def test_deterministic_gives_the_same_plan(run: Run) -> None:
    plans = [json.loads(run(SMALL, "--format", "json", "--deterministic")[1]) for _ in range(2)]
    assert plans[0]["assignment"] == plans[1]["assignment"]


def test_a_plan_for_people_says_how_good_it_is_and_who_is_where(run: Run) -> None:
    code, out, _ = run(SMALL)
    assert code == 0
    assert out.startswith("The plan is proven to be the best: 182 points.\n")
    assert "     Mo Tu We Th Fr\n" in out
    assert "E11: You are away on Thursday.\n" in out
    code, out, _ = run(SMALL, lang="da")
    assert out.startswith("Planen er bevist den bedste: 182 point.\n")
    assert "E11: Du er væk torsdag.\n" in out


def test_two_weeks_stand_beside_each_other(run: Run) -> None:
    _, out, _ = run(str(SAMPLES / "two-weeks.json"))
    assert "Mo Tu We Th Fr   Mo Tu We Th Fr\n" in out


def test_a_plan_without_proof_says_how_far_off_it_is_at_most(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "large.json"
    file.write_text(json.dumps(company(1500)), encoding="utf-8")
    code, out, _ = run(str(file), "--seconds", "0.05")
    assert code == 0
    assert out.startswith("The plan keeps every demand: ")
    assert " % of them could be saved.\n" in out


def test_where_no_plan_exists_the_demands_that_clash_are_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "impossible.json"
    file.write_text(json.dumps(IMPOSSIBLE), encoding="utf-8")
    code, out, err = run(str(file), "--format", "json")
    told = json.loads(out)
    assert (code, err, set(told), told["status"], told["assignment"]) == (3, "", KEYS, "infeasible", {})
    assert told["conflict"] == [
        "Aarhus has 1 desk on Tuesday.",
        "At least 2 of the 2 in Salg must be in the office on Tuesday.",
    ]
    code, out, _ = run(str(file), lang="da")
    assert (code, out) == (
        3,
        "Der er ingen plan. Det her kan ikke gælde samtidig:\n"
        "  Aarhus har 1 plads tirsdag.\n"
        "  Mindst 2 af de 2 i Salg skal være på kontoret tirsdag.\n",
    )


def test_without_a_plan_in_time_nothing_is_claimed(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "cornered.json"
    file.write_text(json.dumps(cornered(400)), encoding="utf-8")
    code, out, err = run(str(file), "--seconds", "0.01", "--format", "json")
    told = json.loads(out)
    assert (code, err, told["status"], told["objective"], told["conflict"]) == (3, "", "unknown", None, [])
    code, out, _ = run(str(file), "--seconds", "0.01")
    assert (code, out) == (3, "No plan was found in time. Give it more with --seconds.\n")


FAULTY = [
    ((), "the file is missing."),
    (("nowhere.json",), "nowhere.json: the file can't be read (No such file or directory)."),
    (("{}", "--seconds", "0"), "--seconds: must lie between 0 and 86400."),
    (("{}", "--seconds", "soon"), "--seconds: must be a number, like 7.4."),
    (("{}", "--seconds"), "--seconds: a value is missing."),
    (("{}", "--workers", "0"), "--workers: must lie between 1 and 256."),
    (("{}", "--workers", "1.5"), "--workers: must be a whole number."),
    (("{}", "--quick"), 'the argument "--quick" has no use here.'),
    (("[]",), "facts: must be a JSON object, { … }."),
    (('{"weeks": 1, "weeks": 2}',), "facts: weeks: stands twice."),
    (
        ('{"sites": [{"id": "A", "desks": [1, 2]}]}',),
        "facts: sites[1].desks: has 2 numbers. There must be 5, one a day.",
    ),
]


@pytest.mark.parametrize(("arguments", "said"), FAULTY, ids=[said for _, said in FAULTY])
def test_what_cannot_be_used_gets_one_line_naming_it(run: Run, arguments: tuple[str, ...], said: str) -> None:
    assert run(*arguments) == (2, "", f"hjemmedag: {said}\n")


def test_plan_starts_without_django() -> None:
    program = (
        f"import sys; from hjemmedag.cli import main; main(['plan', {SMALL!r}]); sys.exit('django' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=False).returncode == 0
