"""A process killed in the middle of a signature leaves all of it or nothing; two at once give one."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUN = "import django; django.setup(); from tests.faults.signing import main; main()"
ALL, NOTHING = [2, 3, 1], [1, 2, 0]

pytestmark = pytest.mark.faults


def run(what, tmp_path):
    said = subprocess.run(
        [sys.executable, "-c", RUN, what],
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "hjemmedag.config.settings",
            "HJEMMEDAG_DATA": str(tmp_path),
            "HJEMMEDAG_SECRET_KEY": "only-for-tests",
            "HJEMMEDAG_DATABASE_URL": f"sqlite:///{tmp_path / 'faults.sqlite3'}",
        },
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert said.returncode == 0, said.stderr
    return json.loads(said.stdout.splitlines()[-1])


def test_wherever_the_process_is_killed_all_of_the_signature_is_there_or_none(tmp_path):
    *deaths, survived = run("kill", tmp_path)
    assert (survived["ended"], survived["left"]) == ("well", ALL)
    assert len(deaths) >= 10
    assert [death["moment"] for death in deaths if death["left"] == ALL] == ["after the commit"]
    for death in deaths:
        assert death["ended"] == "killed", death
        assert death["left"] in (ALL, NOTHING), death
        assert death["trying again"] == ["well", *ALL], death
        assert death["audit"] == [True, True], death


def test_two_presses_at_once_give_one_signature_and_both_are_told_the_same(tmp_path):
    for pressed in run("race", tmp_path):
        assert pressed == {"ended": ["well", "well"], "left": [1, 2, 0], "audit": True}
