"""Two at once, on both databases: one does it, the other is told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.databases import KINDS

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.faults


@pytest.mark.parametrize("database", KINDS)
def test_of_two_at_once_one_does_it_and_the_other_is_told(database: str) -> None:
    clean = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--ds=tests.faults.settings", "tests/faults/races.py"],
        cwd=ROOT,
        env=clean | {"HJEMMEDAG_TEST_DATABASE": database},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
